import { type Case, parseCaseFile } from './caseFile.ts'
import { runCase } from './runCase.ts'
import type { Verdict } from './verdict.ts'

/** A file as it was read from somewhere, or why it could not be. */
export type NamedText =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly why: string }

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
  const parsed = files.map((file) =>
    'text' in file ? parseCaseFile(file.text, file.name) : { ok: false as const, why: `${file.name} ${file.why}` },
  )
  const subjects = new Map(
    parsed.flatMap((file) => (file.ok ? file.cases.map((subject) => [JSON.stringify(subject), subject] as const) : [])),
  )
  return {
    rows: [...subjects.values()].map((subject) => ({ subject, verdict: runCase(subject) })),
    unreadable: parsed.flatMap((file) => (file.ok ? [] : [file.why])),
  }
}
