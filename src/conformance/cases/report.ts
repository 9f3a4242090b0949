import type { CaseTable, Row } from './table.ts'
import type { Verdict } from './verdict.ts'

export interface Report {
  readonly text: string
  readonly failed: number
}

/** The table, then every failure with its difference, then one line that a machine can read. */
export const reportCases = ({ rows, unreadable }: CaseTable): Report => {
  const count = (verdict: Verdict['verdict']): number => rows.filter((r) => r.verdict.verdict === verdict).length
  const failed = count('failed') + unreadable.length
  const skipped = count('skipped') + count('not-modelled')
  const parts = [
    tableOf(rows),
    laterAreas(rows),
    rows.flatMap(notModelled),
    rows.flatMap(failure),
    unreadable.map((why) => `FAILED ${why}`),
    [`${count('passed')} passed, ${failed} failed, ${skipped} skipped`],
  ]
  const text = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return { text: `${text.join('\n\n')}\n`, failed }
}

const byArea = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const areas = [...new Set(rows.map((r) => r.subject.area))]
  return new Map(areas.map((area) => [area, rows.filter((r) => r.subject.area === area)]))
}

const isLater = (rows: readonly Row[]): boolean => rows.every((r) => r.verdict.verdict === 'skipped')

const tableOf = (rows: readonly Row[]): readonly string[] => {
  const run = [...byArea(rows)].filter(([, all]) => !isLater(all))
  const of = (all: readonly Row[], verdict: Verdict['verdict']): string => String(all.filter((r) => r.verdict.verdict === verdict).length)
  const lines = run.map(([area, all]) => line(area, of(all, 'passed'), of(all, 'failed'), of(all, 'not-modelled')))
  return lines.length === 0 ? [] : [line('area', 'passed', 'failed', 'not modelled'), ...lines]
}

const line = (area: string, ...columns: readonly string[]): string => area.padEnd(24) + columns.map((c) => c.padStart(14)).join('')

const laterAreas = (rows: readonly Row[]): readonly string[] =>
  [...byArea(rows)].flatMap(([area, [first, ...others]]) => {
    if (first?.verdict.verdict !== 'skipped') return []
    return [`skipped ${area} (${others.length + 1}): ${first.verdict.why}`]
  })

const notModelled = ({ subject, verdict }: Row): readonly string[] => (verdict.verdict === 'not-modelled' ? [`NOT MODELLED ${subject.id}: ${verdict.what}`] : [])

const failure = ({ subject, verdict }: Row): readonly string[] => {
  if (verdict.verdict !== 'failed') return []
  return [`FAILED ${subject.id} ${subject.sentence}`, ...verdict.differences.map((d) => `  ${d.at}: expected ${d.expected}, got ${d.got}`)]
}
