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

/** Every single value that a case expects: all of `then`, and in steps and events what they expect on the way. */
const expectations = ({ when, then }: Case): readonly Path[] => [...leaves(then, ['then']), ...leaves(when, ['when']).filter((path) => path.some((p) => p === 'expect' || p === 'returns' || p === 'sentFirstSeq'))]

const leaves = (value: unknown, path: Path): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
  return inside.length > 0 ? inside : [path]
}

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((so, key) => (so as Record<string, unknown>)[key], value)

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

test('what nobody knows is reported by its name', () => {
  const strange = cases.flatMap((subject) => {
    const verdict = runCase({ ...subject, then: { ...(subject.then as object), someNewKey: 1 } })
    return verdict.verdict === 'not-modelled' && verdict.what.includes('someNewKey') ? [] : [subject.id]
  })
  expect(strange).toEqual([])
})
