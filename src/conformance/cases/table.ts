import { type Case, parseCaseFile } from './caseFile.ts'
import { runCase } from './runCase.ts'
import type { Verdict } from './verdict.ts'

/** A file as it was read from somewhere. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

export interface Row {
  readonly subject: Case
  readonly verdict: Verdict
}

/** What many files of cases came to. */
export interface CaseTable {
  readonly rows: readonly Row[]
  /** One sentence for each file that could not be read. */
  readonly unreadable: readonly string[]
}

/** Runs all cases of all files. A case that stands in two files, word for word the same, counts once. */
export const runCases = (files: readonly NamedText[]): CaseTable => {
  const parsed = files.map(({ name, text }) => parseCaseFile(text, name))
  const subjects = new Map(parsed.flatMap((file) => (file.ok ? file.cases.map((subject) => [JSON.stringify(subject), subject] as const) : [])))
  return {
    rows: [...subjects.values()].map((subject) => ({ subject, verdict: runCase(subject) })),
    unreadable: parsed.flatMap((file) => (file.ok ? [] : [file.why])),
  }
}
