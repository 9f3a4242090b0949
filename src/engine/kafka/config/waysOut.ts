import { trimmed } from './parse.ts'
import { type Refusal, type Resolved, takeWayOut, type WayOut } from './problem.ts'
import type { Explicit, Table } from './setting.ts'

/** Out of one bad value: what was probably meant, the nearest value that is allowed, Kafka's default. */
export const waysOutOfValue = (table: Table, refusal: Refusal, explicit: Explicit): readonly WayOut[] => {
  const key = refusal.keys[0] ?? ''
  const setting = table[key]
  const useDefault: WayOut = { id: 'use-the-default', set: {}, unset: [key] }
  if (setting === undefined) return [{ id: 'drop-the-setting', set: {}, unset: [key] }]
  const text = trimmed(explicit[key] ?? '')
  if (refusal.cause === 'out-of-range' && 'min' in setting) {
    const limit = Number(text) < (setting.min ?? -Infinity) ? setting.min : setting.max
    return [{ id: 'use-the-limit', set: { [key]: String(limit) }, unset: [] }, useDefault]
  }
  const bare = text.replace(/^["'](.*)["']$/, '$1').toLowerCase()
  const choices = 'choices' in setting ? (setting.choices ?? []) : setting.type === 'boolean' ? ['true', 'false'] : []
  const spoken: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' }
  const meant = choices.find((choice) => choice === bare || choice === spoken[bare])
  return meant === undefined
    ? [useDefault]
    : [{ id: 'use-the-choice-that-was-meant', set: { [key]: meant }, unset: [] }, useDefault]
}

/**
 * Only ways that lead out: after each of them Kafka no longer refuses for the same reason. Where some lead to settings
 * that Kafka takes, those that only lead to the next refusal are left out.
 */
export const leadingOut = <C>(
  candidates: readonly WayOut[],
  refusal: Refusal,
  explicit: Explicit,
  resolve: (explicit: Explicit) => Resolved<C>,
): readonly WayOut[] => {
  const tried = candidates.map((way) => ({ way, after: resolve(takeWayOut(explicit, way)) }))
  const same = (after: Resolved<C>): boolean =>
    after.outcome === 'error' && after.problem.cause === refusal.cause && after.problem.text === refusal.text
  const good = tried.filter(({ after }) => after.outcome === 'ok')
  return (good.length > 0 ? good : tried.filter(({ after }) => !same(after))).map(({ way }) => way)
}
