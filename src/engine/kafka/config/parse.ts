import type { ProblemCause, Refusal } from './problem.ts'
import type { Explicit, NumberSetting, Setting, Table, TextSetting } from './setting.ts'

type Value = number | boolean | string | null | readonly string[]
export type Parsed<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly refusal: Refusal }

const good = <V>(value: V): Parsed<V> => ({ ok: true, value })

/** Kafka's sentence for a single value it cannot take. */
const bad = (key: string, value: string, cause: ProblemCause, why: string): Parsed<never> => ({
  ok: false,
  refusal: {
    exception: 'ConfigException',
    text: `Invalid value ${value} for configuration ${key}: ${why}`,
    cause,
    keys: [key],
  },
})

/** Java's `trim`: everything up to and including the space character, nothing else. A pasted no-break space stays. */
export const trimmed = (text: string): string => {
  let from = 0
  let to = text.length
  while (from < to && text.charCodeAt(from) <= 32) from++
  while (to > from && text.charCodeAt(to - 1) <= 32) to--
  return text.slice(from, to)
}

const BITS = { short: 16n, int: 32n, long: 64n } as const

/** As `Integer.parseInt` and its brothers: an optional sign and digits, within the type. Longs beyond 2^53 are rounded. */
const parseNumber = (key: string, setting: NumberSetting, text: string): Parsed<number> => {
  const digits = trimmed(text)
  const limit = 2n ** (BITS[setting.type] - 1n)
  const exact = /^[+-]?[0-9]+$/.test(digits) ? BigInt(digits.replace('+', '')) : null
  if (exact === null || exact < -limit || exact >= limit)
    return bad(key, text, 'not-a-number', `Not a number of type ${setting.type.toUpperCase()}`)
  const value = Number(exact)
  if (setting.min !== undefined && value < setting.min)
    return bad(key, String(exact), 'out-of-range', `Value must be at least ${setting.min}`)
  if (setting.max !== undefined && value > setting.max)
    return bad(key, String(exact), 'out-of-range', `Value must be no more than ${setting.max}`)
  return good(value)
}

const parseBoolean = (key: string, text: string): Parsed<boolean> => {
  const word = trimmed(text).toLowerCase()
  if (word === 'true' || word === 'false') return good(word === 'true')
  return bad(key, text, 'not-a-boolean', 'Expected value to be either true or false')
}

const DURATION =
  /^by_duration:\+?P(?=[\dT+])(?:\+?\d+D)?(?:T(?=[\d+])(?:\+?\d+H)?(?:\+?\d+M)?(?:\+?\d+(?:[.,]\d{0,9})?S)?)?$/i
const isOffsetReset = (text: string): boolean =>
  ['earliest', 'latest', 'none'].includes(text) || (text.startsWith('by_duration:') && DURATION.test(text))

const parseText = (key: string, setting: TextSetting, text: string): Parsed<string> => {
  const value = trimmed(text)
  if (setting.check === 'auto-offset-reset' && !isOffsetReset(value))
    return bad(
      key,
      value,
      'not-a-choice',
      `Invalid value \`${value}\` for configuration ${key}. The value must be either 'earliest', 'latest', 'none' or of the format 'by_duration:<PnDTnHnMn.nS.>'.`,
    )
  if (setting.nonEmpty && value === '') return bad(key, value, 'empty-text', 'String must be non-empty')
  if (setting.choices === undefined) return good(value)
  const found = setting.anyCase ? value.toLowerCase() : value
  if (setting.choices.includes(found)) return good(found)
  const choices = setting.anyCase ? setting.choices.map((choice) => choice.toUpperCase()) : setting.choices
  const how = setting.anyCase ? 'String must be one of (case insensitive)' : 'String must be one of'
  return bad(key, value, 'not-a-choice', `${how}: ${choices.join(', ')}`)
}

/** The partitioner of Kafka 4 that a name can ask for; the two that were removed are what old files still name. */
const parseClass = (key: string, text: string): Parsed<string> => {
  const name = trimmed(text)
  const isGone = /^org\.apache\.kafka\.clients\.producer\.(?!RoundRobinPartitioner$)/.test(name)
  return isGone || name === '' ? bad(key, name, 'class-not-found', `Class ${name} could not be found.`) : good(name)
}

const parseList = (key: string, choices: readonly string[] | undefined, text: string): Parsed<readonly string[]> => {
  const items = trimmed(text) === '' ? [] : trimmed(text).split(/\s*,\s*/)
  const stranger = items.find((item) => choices !== undefined && !choices.includes(item))
  if (choices === undefined || stranger === undefined) return good([...new Set(items)])
  return bad(key, stranger, 'not-a-choice', `String must be one of: ${choices.join(', ')}`)
}

/** One value of a settings file, as Kafka reads it (CFG-R01 for `acks`, whose choices are exact and lower case). */
const parseValue = (key: string, setting: Setting, text: string): Parsed<Value> => {
  switch (setting.type) {
    case 'short':
    case 'int':
    case 'long':
      return parseNumber(key, setting, text)
    case 'boolean':
      return parseBoolean(key, text)
    case 'class':
      return parseClass(key, text)
    case 'string':
      return parseText(key, setting, text)
    case 'list':
      return parseList(key, setting.choices, text)
  }
}

/** All keys of a table in its order, set by hand or by default; the first value Kafka cannot take ends it. */
export const parseTable = (table: Table, explicit: Explicit): Parsed<Readonly<Record<string, Value>>> => {
  const values: Record<string, Value> = {}
  for (const [key, setting] of Object.entries(table)) {
    const text = Object.hasOwn(explicit, key) ? explicit[key] : undefined
    const parsed = text === undefined ? good<Value>(setting.default) : parseValue(key, setting, text)
    if (!parsed.ok) return parsed
    values[key] = parsed.value
  }
  return good(values)
}
