/** `cases DIR…`: Kafka's own facts against the engine. */
import { reportCases } from '../conformance/cases/report.ts'
import { runCases } from '../conformance/cases/table.ts'
import { readFolder, usualFolders } from './folders.ts'

/** @returns the table as text, and 1 when a case failed or a file could not be read */
export const cases = (
  folders: readonly string[],
): { readonly out: string; readonly error: string; readonly code: 0 | 1 } => {
  const files = (folders.length > 0 ? folders : usualFolders('cases')).flatMap(readFolder)
  const { text, failed } = reportCases(runCases(files))
  return { out: text, error: '', code: failed > 0 ? 1 : 0 }
}
