/** What is wrong with one place of something that came from outside. Words for it are made elsewhere. */
export type SetupProblem = { readonly path: string } & (
  | { readonly why: 'missing' }
  /** A field that no setup has. */
  | { readonly why: 'unknown' }
  | { readonly why: 'wrong-type'; readonly wanted: 'number' | 'text' | 'yes-or-no' | 'list' | 'fields' }
  /** Not a whole number, or one outside the bounds. */
  | { readonly why: 'out-of-range'; readonly min: number; readonly max: number }
  /** Too many or too few items, or too long a text. */
  | { readonly why: 'wrong-length'; readonly min: number; readonly max: number }
  | { readonly why: 'not-a-choice'; readonly choices: readonly (string | null)[] }
  /** A name with letters that names cannot have. */
  | { readonly why: 'bad-name' }
  /** The same thing named twice. */
  | { readonly why: 'twice' }
  /** It names something that this setup does not have. */
  | { readonly why: 'nobody'; readonly what: 'broker' | 'topic' | 'partition' | 'producer' }
  /** None of a partition's replicas is in sync at the start, so nobody could lead it. */
  | { readonly why: 'no-leader' }
  /** Earlier than the act before it. */
  | { readonly why: 'out-of-order' }
)
type Why = SetupProblem extends infer P ? (P extends SetupProblem ? Omit<P, 'path'> : never) : never

/** What was found so far. A value that does not fit is left out of the result, so a result counts only without problems. */
export interface Found {
  readonly problems: SetupProblem[]
}
export type Check<T> = (value: unknown, path: string, found: Found) => T | undefined

export const report = (found: Found, path: string, why: Why): undefined => {
  found.problems.push({ path, ...why } as SetupProblem)
  return undefined
}

export const whole =
  (min: number, max: number): Check<number> =>
  (value, path, found) => {
    if (typeof value !== 'number') return report(found, path, { why: 'wrong-type', wanted: 'number' })
    return Number.isInteger(value) && value >= min && value <= max ? value : report(found, path, { why: 'out-of-range', min, max })
  }

export const yesOrNo: Check<boolean> = (value, path, found) => (typeof value === 'boolean' ? value : report(found, path, { why: 'wrong-type', wanted: 'yes-or-no' }))

export const text =
  (max: number): Check<string> =>
  (value, path, found) => {
    if (typeof value !== 'string') return report(found, path, { why: 'wrong-type', wanted: 'text' })
    return value.length <= max ? value : report(found, path, { why: 'wrong-length', min: 0, max })
  }

export const name =
  (pattern: RegExp): Check<string> =>
  (value, path, found) => {
    if (typeof value !== 'string') return report(found, path, { why: 'wrong-type', wanted: 'text' })
    return pattern.test(value) && !RESERVED.includes(value) ? value : report(found, path, { why: 'bad-name' })
  }

/** Fields of every object: as a key one of them would not be a key of ours. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype', '.', '..']

export const choice =
  <const T extends string | null>(...choices: readonly T[]): Check<T> =>
  (value, path, found) => {
    const place = choices.indexOf(value as T)
    return place >= 0 ? choices[place] : report(found, path, { why: 'not-a-choice', choices })
  }

export const listOf =
  <T>(of: Check<T>, min: number, max: number): Check<readonly T[]> =>
  (value, path, found) => {
    if (!Array.isArray(value)) return report(found, path, { why: 'wrong-type', wanted: 'list' })
    if (value.length < min || value.length > max) return report(found, path, { why: 'wrong-length', min, max })
    // Not `map`, which skips holes.
    return Array.from(value as readonly unknown[], (item, i) => of(item, `${path}.${i}`, found)) as readonly T[]
  }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const tableOf =
  <T>(key: Check<string>, of: Check<T>, min: number, max: number): Check<Readonly<Record<string, T>>> =>
  (value, path, found) => {
    if (!isObject(value)) return report(found, path, { why: 'wrong-type', wanted: 'fields' })
    const keys = Object.keys(value)
    if (keys.length < min || keys.length > max) return report(found, path, { why: 'wrong-length', min, max })
    const entries = keys.map((k) => [key(k, `${path}.${k}`, found), of(value[k], `${path}.${k}`, found)])
    return Object.fromEntries(entries) as Readonly<Record<string, T>>
  }

/** A field that may be left out. */
export interface Optional<T> {
  readonly optional: Check<T>
}
export const optional = <T>(of: Check<T>): Optional<T> => ({ optional: of })

type Checks<T> = { readonly [F in keyof T]-?: Record<never, never> extends Pick<T, F> ? Optional<Exclude<T[F], undefined>> : Check<T[F]> }

/** One check for every field of a type: a forgotten one and one too many do not compile. */
export const fields =
  <T extends object>(checks: Checks<T>): Check<T> =>
  (value, path, found) => {
    if (!isObject(value)) return report(found, path, { why: 'wrong-type', wanted: 'fields' })
    const list = Object.entries(checks as Readonly<Record<string, Check<unknown> | Optional<unknown>>>)
    const under = (field: string): string => (path === '' ? field : `${path}.${field}`)
    for (const field of Object.keys(value)) if (!Object.hasOwn(checks, field)) report(found, under(field), { why: 'unknown' })
    const result: Record<string, unknown> = {}
    for (const [field, check] of list) {
      const given = Object.hasOwn(value, field) ? value[field] : undefined
      if (given !== undefined) result[field] = ('optional' in check ? check.optional : check)(given, under(field), found)
      else if (!('optional' in check)) report(found, under(field), { why: 'missing' })
    }
    return result as T
  }
