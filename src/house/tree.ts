import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Source } from './source.ts'

const left = new Set(['node_modules', 'dist', '.git', 'test-results', 'playwright-report'])

/** Every file of the project that is or could be committed, as paths from the root with forward slashes. */
export function projectFiles(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? projectFiles(root, path) : [relative(root, path).split(sep).join('/')]
  })
}

export function read(root: string, paths: readonly string[]): Source[] {
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
