import type { EffectKind } from '../../engine/index.ts'
import { either, namesOf, type Rule } from './sumFacts.ts'
import { listed } from './time.ts'
import { effectDone } from './verdict.ts'

const often = (times: number): string => (times === 2 ? 'twice' : `${times} times`)

const isWorthlessLate = (effect: EffectKind): boolean => effect === 'frame' || effect === 'typing'

/** Where data renews itself, a loss is worth one sentence and no alarm. */
export const nobodyMinds: Rule = (ledger, { effect = null, gone = [] }) => {
  if (effect === null || !isWorthlessLate(effect)) return null
  const names = namesOf(ledger, (row) => row.sent && row.inLog === 0 && row.effects === 0 && gone.includes(row.record))
  const what = effect === 'frame' ? 'The next frame is on its way' : 'Ana types on'
  return names.length === 0 ? null : `${listed(names)} ${either(names, 'is', 'are')} gone. ${what}: nobody minds.`
}

/** What Kafka cannot undo, and whether Kafka had anything to do with it. */
export const doneTwice: Rule = (ledger, { effect = null }) => {
  const rows = ledger.rows.filter((row) => row.effects > 1)
  const [first] = rows
  if (effect === null || first === undefined) return null
  const names = rows.map(({ record }) => record)
  const most = often(Math.max(...rows.map((row) => row.effects)))
  const said = `${listed(names)} ${either(names, 'was', 'were')} ${effectDone[effect]} ${most}.`
  return rows.every((row) => row.inLog <= 1)
    ? `${said} The log has ${either(names, 'it', 'them')} once, and cannot help.`
    : `${said} The log has ${either(names, 'it', 'them')} twice.`
}

/** Delivered more than once, and known as a repeat. */
export const knownRepeat: Rule = (ledger, { effect = null }) => {
  if (effect === null) return null
  const rows = ledger.rows.filter((row) => row.effects === 1 && row.delivered > 1)
  const names = rows.map(({ record }) => record)
  const most = often(Math.max(...rows.map((row) => row.delivered)))
  return names.length === 0
    ? null
    : `${listed(names)} ${either(names, 'was', 'were')} delivered ${most}, and ${effectDone[effect]} once.`
}

export const effectUnheard: Rule = (_ledger, { effect = null, effectUnheard: names = [] }) =>
  effect === null || names.length === 0
    ? null
    : `${listed(names)} ${either(names, 'was', 'were')} ${effectDone[effect]}. Nothing the reader has seen says so.`
