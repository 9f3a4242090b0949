import type { Row } from './conform.ts'

const MARK = { passed: 'passed', failed: 'FAILED', skipped: 'skipped', known: 'known' } as const

/** Recording × compared thing as text, differences as two columns; the last line counts. */
export const reportConformance = (rows: readonly Row[]): { readonly text: string; readonly failed: number } => {
  const count = (...states: readonly Row['state'][]): number => rows.filter((r) => states.includes(r.state)).length
  const failed = count('failed')
  const lines = [...rows.flatMap(linesOf), '', `${count('passed', 'known')} passed, ${failed} failed, ${count('skipped')} skipped`]
  return { text: `${lines.join('\n')}\n`, failed }
}

const linesOf = ({ recording, thing, state, reason, differences }: Row): readonly string[] => {
  const head = `${recording.padEnd(24)}${thing.padEnd(12)}${MARK[state]}${reason ? `  ${reason}` : ''}`
  if (differences.length === 0) return [head]
  return [head, `    ${'recorded'.padEnd(60)}engine`, ...differences.map((d) => `    ${d.path}\n    ${d.recorded.padEnd(60)}${d.engine}`)]
}
