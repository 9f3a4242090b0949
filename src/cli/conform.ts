/** `conform DIR…`: recordings of a real cluster, carried out by the engine. */
import { basename } from 'node:path'
import { conform as conformAll, type RecordingFile } from '../conformance/recordings/conform.ts'
import { reportConformance } from '../conformance/recordings/report.ts'
import { type NamedText, readFolder, usualFolders } from './folders.ts'

/** @returns the table as text, and 1 on a difference that is not known */
export const conform = (
  folders: readonly string[],
): { readonly out: string; readonly error: string; readonly code: 0 | 1 } => {
  const texts = (folders.length > 0 ? folders : usualFolders('recordings')).flatMap(readFolder)
  // The same recording may lie in two folders: it is carried out once.
  const once = [...new Map(texts.map((file) => [basename(file.name), file])).values()]
  const { text, failed } = reportConformance(conformAll(once.map(parse)))
  return { out: text, error: '', code: failed > 0 ? 1 : 0 }
}

const parse = (named: NamedText): RecordingFile => {
  const name = basename(named.name)
  if ('why' in named) return { name, problem: `${named.name} ${named.why}` }
  try {
    return { name, json: JSON.parse(named.text) }
  } catch {
    return { name, problem: `${named.name} is no JSON` }
  }
}
