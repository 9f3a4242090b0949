import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Case, parseCaseFile } from './cases/caseFile.ts'
import { runCase } from './cases/runCase.ts'

const folder = new URL('./data/cases/', import.meta.url)
const cases = readdirSync(folder).flatMap((name) => {
  const file = parseCaseFile(readFileSync(new URL(name, folder), 'utf8'), name)
  return file.ok ? file.cases : []
})

type Path = readonly (string | number)[]

/** Every single value that a case expects: all that stands under `then`, and in steps and events what they expect on the way. */
const expectations = ({ when, expected }: Case): readonly Path[] => [
  ...leaves(expected, ['expected']),
  ...leaves(when, ['when']).filter((path) =>
    path.some((p) => p === 'expect' || p === 'returns' || p === 'sentFirstSeq'),
  ),
]

const leaves = (value: unknown, path: Path): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
  return inside.length > 0 ? inside : [path]
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((so, key) => (so as Record<string, unknown>)[key], value)

const changed = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (value === null) return 12345
  return typeof value === 'string' ? `${value}?` : ['something']
}

const withChange = (subject: Case, path: Path): Case => {
  const copy = structuredClone(subject)
  const last = path[path.length - 1]!
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  parent[last] = changed(parent[last])
  return copy
}

test('no expectation of any case would pass whatever it said', () => {
  const deaf = cases.flatMap((subject) =>
    expectations(subject)
      .filter((path) => runCase(withChange(subject, path)).verdict !== 'failed')
      .map((path) => `${subject.id} ${path.join('.')}`),
  )
  expect(deaf).toEqual([])
})

/** Every object in `given`, `when` and `then`, by its path. */
const objects = (value: unknown, path: Path): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, item]) => objects(item, [...path, key]))
  return Array.isArray(value) ? inside : [path, ...inside]
}

/** The settings of a producer and what a case is named after are free: any key may stand there. */
const isFree = (path: Path): boolean => path.includes('explicit') || path.at(-1) === 'partitions'

test('a key that nobody knows is reported by its name, wherever it stands', () => {
  const deaf = cases.flatMap((subject) => {
    const parts = (['given', 'when', 'expected'] as const).flatMap((part) => objects(subject[part], [part]))
    return parts
      .filter((path) => !isFree(path))
      .filter((path) => {
        const copy = structuredClone(subject)
        ;(at(copy, path) as Record<string, unknown>).someNewKey = 1
        const verdict = runCase(copy)
        return verdict.verdict !== 'not-modelled' || !verdict.what.includes('someNewKey')
      })
      .map((path) => `${subject.id} ${path.join('.')}`)
  })
  expect(deaf).toEqual([])
})

test('a file that is no list of cases is told in one sentence', () => {
  expect(parseCaseFile('[{', 'a.json')).toEqual({ ok: false, why: expect.stringMatching(/^a\.json is no JSON: /) })
  expect(parseCaseFile('{}', 'a.json')).toEqual({ ok: false, why: 'a.json is no list of cases' })
  expect(parseCaseFile('[{"area":"isr"}]', 'a.json')).toEqual({
    ok: false,
    why: 'case 1 of a.json.id is missing, expected a string',
  })
})

test('a case that is not as its README describes fails with what is wrong', () => {
  const told = runCase({
    id: 'X',
    area: 'log-offsets',
    given: { leo: 'three', hw: 0 },
    when: { appendAsLeader: 1 },
    expected: { leo: 1 },
    sentence: '',
  })
  expect(told).toEqual({
    verdict: 'failed',
    differences: [
      { at: 'the case', expected: 'as its README describes', got: 'given.leo is a string, expected a number' },
    ],
  })
})

test('an area of a later issue is skipped with that reason, an unknown one is not modelled', () => {
  const of = (area: string) => runCase({ id: 'X', area, given: {}, when: {}, expected: {}, sentence: '' })
  expect(of('coord-init')).toEqual({ verdict: 'skipped', why: 'transactions and groups come with a later issue' })
  expect(of('weather')).toEqual({ verdict: 'not-modelled', what: 'area "weather"' })
})
