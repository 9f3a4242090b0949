import { agreed, type Compared, together } from './verdict.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a case expects against what the engine has. Only the keys that the case names are looked at, and each of them is:
 * one that the reading does not have is *not modelled*. Lists are compared as a whole.
 */
export const compare = (expected: unknown, got: unknown, at: string): Compared => {
  if (isObject(expected)) return isObject(got) ? compareKeys(expected, got, at) : differs(expected, got, at)
  if (Array.isArray(expected))
    return Array.isArray(got) && got.length === expected.length
      ? compareItems(expected, got, at)
      : differs(expected, got, at)
  return Object.is(expected, got) ? agreed : differs(expected, got, at)
}

const compareKeys = (expected: Json, got: Json, at: string): Compared =>
  together(
    Object.entries(expected).map(([key, value]) => {
      const path = `${at}.${key}`
      return got[key] === undefined ? { differences: [], notModelled: [path] } : compare(value, got[key], path)
    }),
  )

const compareItems = (expected: readonly unknown[], got: readonly unknown[], at: string): Compared =>
  together(expected.map((value, i) => compare(value, got[i], `${at}[${i}]`)))

const differs = (expected: unknown, got: unknown, at: string): Compared => ({
  differences: [{ at, expected: shown(expected), got: shown(got) }],
  notModelled: [],
})

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing'
