import { edges } from './imports.ts'
import { isTest, type Source } from './source.ts'

/** Files that nobody imports. Entries are opened by something else: by the page, the command line, a tool. */
export function deadFiles(sources: readonly Source[], entries: readonly string[]): string[] {
  const imported = new Set(sources.flatMap((source) => edges(source)).map(({ to }) => to))
  return sources
    .map(({ path }) => path)
    .filter((path) => /^src\/.*\.(tsx?|css)$/.test(path) && !/\.d\.ts$/.test(path))
    .filter((path) => !imported.has(path) && !entries.includes(path) && !(isTest(path) && !path.includes('.testing.')))
}

/** Imports of files that are not there. The type checker sees those of TypeScript; this sees styles and data too. */
export function brokenImports(sources: readonly Source[], paths: ReadonlySet<string>): string[] {
  return sources
    .flatMap((source) => edges(source))
    .filter(({ kind, to }) => kind === 'file' && !paths.has(to))
    .map(({ from, line, to }) => `${from}:${line} imports ${to}, which is not there`)
}
