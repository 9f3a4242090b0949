/** How times, lengths of time and numbers of things are written. Nothing here rounds up: a moment never shows early. */

/** A moment: `40 ms` under a second, `30.140 s` from there on. */
export const atTime = (ms: number): string => {
  const whole = Math.floor(ms + 1e-6)
  return whole < 1000 ? `${whole} ms` : `${(whole / 1000).toFixed(3)} s`
}

/**
 * A stretch: `28 to 34 ms`, `30.037 to 30.043 s`, `990 ms to 1.002 s`. No line breaks between a number and its unit.
 * `to` is null: its end lies ahead, and is hidden: `from 28 ms`.
 */
export const fromTo = (from: number, to: number | null): string => {
  if (to === null) return `from ${atTime(from)}`.replace(/ (?=m?s\b)/g, '\u00a0')
  const [first, last] = [atTime(from), atTime(to)]
  const unit = / m?s$/.exec(last)?.[0] ?? ''
  const short = unit !== '' && / m?s$/.exec(first)?.[0] === unit ? first.slice(0, -unit.length) : first
  return `${short} to ${last}`.replace(/ (?=to |m?s\b)|(?<=to) /g, '\u00a0')
}

/** A length: `112 ms`, `30 s`, `1.5 s`, `2 min`, `1 h`. */
export const lasting = (ms: number): string => {
  const whole = Math.floor(ms + 1e-6)
  if (whole < 1000) return `${whole} ms`
  if (whole >= 3600000 && whole % 3600000 === 0) return `${whole / 3600000} h`
  if (whole >= 120000 && whole % 60000 === 0) return `${whole / 60000} min`
  return `${Number((Math.floor(whole / 100) / 10).toFixed(1))} s`
}

/** A length in a sentence: `30 seconds`, `3.6 seconds`, `1 second`, `40 milliseconds`. Tenths count below ten seconds. */
export const lastingInWords = (ms: number): string => {
  const whole = Math.floor(ms + 1e-6)
  if (whole < 1000) return plural(whole, 'millisecond', 'milliseconds')
  if (whole < 10_000 && whole % 1000 >= 100) return `${Math.floor(whole / 100) / 10} seconds`
  const seconds = Math.floor(whole / 1000)
  return seconds < 120 ? plural(seconds, 'second', 'seconds') : plural(Math.floor(seconds / 60), 'minute', 'minutes')
}

/** `1 record`, `2 records`, `7,741 worlds`. */
export const plural = (count: number, one: string, many: string): string =>
  `${withCommas(count)} ${count === 1 ? one : many}`

const withCommas = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** `B`, `B and C`, `B, C and D`, `A, B, C and 4 more`. */
export const listed = (names: readonly string[]): string => {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
