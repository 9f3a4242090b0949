/** A time as people write it. A plain number is milliseconds, as in Kafka's own settings; with a point it is seconds. */

const UNITS = { ms: 1, s: 1000, min: 60_000 } as const
const isUnit = (text: string): text is keyof typeof UNITS => Object.hasOwn(UNITS, text)

/** `30139`, `30139 ms`, `30.139 s`, `30 s`, `2 min`, in whole ms; null: not a time. */
export const timeOf = (text: string): number | null => {
  const found = /^(\d{1,9}(?:\.\d{1,6})?)\s*(ms|s|min)?$/.exec(text.trim().toLowerCase())
  if (found === null) return null
  const [, digits = '', written] = found
  const unit = written ?? (digits.includes('.') ? 's' : 'ms')
  return isUnit(unit) ? Math.round(Number(digits) * UNITS[unit]) : null
}

export type Going = { readonly at: number } | { readonly problem: 'unreadable' | 'after-the-end' }

/** Where a written time leads in a run that ends at `end`. */
export const goingTo = (text: string, end: number): Going => {
  const at = timeOf(text)
  if (at === null) return { problem: 'unreadable' }
  return at > Math.ceil(end) ? { problem: 'after-the-end' } : { at }
}
