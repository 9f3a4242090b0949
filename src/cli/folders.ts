/** Folders of facts: the project's own copies, and what lies beside the clone where there is something. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file's text, or why there is none. */
export type NamedText = { readonly name: string; readonly text: string } | { readonly name: string; readonly why: string }

/** Built it stands in dist, in a test in src/cli: the project is above either. */
const project = (): string => {
  const above = ['..', '../..'].map((up) => fileURLToPath(new URL(up, import.meta.url)))
  return above.find((path) => existsSync(join(path, 'src', 'conformance'))) ?? process.cwd()
}

export const usualFolders = (kind: 'cases' | 'recordings'): readonly string[] => {
  const own = join(project(), 'src', 'conformance', 'data', kind)
  const beside = join(project(), '..', 'shared', 'kafka', kind)
  return existsSync(beside) ? [own, beside] : [own]
}

/** Every .json file of a folder, or the one file that was named. */
export const readFolder = (folder: string): readonly NamedText[] => {
  if (!existsSync(folder)) return [{ name: folder, why: 'is not there' }]
  const files = statSync(folder).isDirectory() ? readdirSync(folder).filter((name) => name.endsWith('.json')) : null
  if (files === null) return [{ name: folder, text: readFileSync(folder, 'utf8') }]
  if (files.length === 0) return [{ name: folder, why: 'holds no .json file' }]
  return files.sort().map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}
