/** `cases DIR…`: Kafka's own facts against the engine. Reading folders is all that happens here. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportCases } from '../conformance/cases/report.ts'
import { type NamedText, runCases } from '../conformance/cases/table.ts'

/** Built it stands in dist, in a test in src/cli: the project is above either. */
const project = (): string => {
  const above = ['..', '../..'].map((up) => fileURLToPath(new URL(up, import.meta.url)))
  return above.find((path) => existsSync(join(path, 'src', 'conformance'))) ?? process.cwd()
}

/** The project's own copies, and what lies beside the clone where there is something. */
const usualFolders = (): readonly string[] => {
  const own = join(project(), 'src', 'conformance', 'data', 'cases')
  const beside = join(project(), '..', 'shared', 'kafka', 'cases')
  return existsSync(beside) ? [own, beside] : [own]
}

const readFolder = (folder: string): readonly NamedText[] => {
  if (!existsSync(folder)) return [{ name: folder, why: 'is not there' }]
  const files = statSync(folder).isDirectory() ? readdirSync(folder).filter((name) => name.endsWith('.json')) : null
  if (files === null) return [{ name: folder, text: readFileSync(folder, 'utf8') }]
  if (files.length === 0) return [{ name: folder, why: 'holds no .json file' }]
  return files.sort().map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

/** @returns the table as text, and 1 when a case failed or a file could not be read */
export const cases = (
  folders: readonly string[],
): { readonly out: string; readonly error: string; readonly code: 0 | 1 } => {
  const files = (folders.length > 0 ? folders : usualFolders()).flatMap(readFolder)
  const { text, failed } = reportCases(runCases(files))
  return { out: text, error: '', code: failed > 0 ? 1 : 0 }
}
