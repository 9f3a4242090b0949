import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { type Mutation, mutations } from './mutations.testing.ts'

const read = (folder: string): readonly { readonly name: string; readonly text: string }[] => {
  const url = new URL(`./data/${folder}/`, import.meta.url)
  return readdirSync(url).map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }))
}
const cases = read('cases')
const recordings = read('recordings')

/** The engine loaded anew, with one file of it changed, and who runs it. */
const withMutant = async ({ file, mutate }: Mutation) => {
  const path = `../engine/kafka/${file}`
  vi.resetModules()
  vi.doMock(path, async (importOriginal) => {
    const original = await importOriginal<object>()
    return { ...original, ...mutate(original) }
  })
  const loaded = { ...(await import('./cases/table.ts')), ...(await import('./recordings/conform.ts')) }
  vi.doUnmock(path)
  return loaded
}

/** A recording with its other endings: it fails only when the engine agrees with none of them. */
const filesOf = (ids: readonly string[]) =>
  recordings.filter(({ name }) => ids.some((id) => name === `${id}.json` || name.startsWith(`${id}.variant`))).map(({ name, text }) => ({ name, json: JSON.parse(text) as unknown }))

describe('a rule that is slightly wrong is noticed', () => {
  test.each(mutations)('$rule', async (mutation) => {
    const { runCases, conform } = await withMutant(mutation)
    const failed = runCases(cases).rows.flatMap((r) => (r.verdict.verdict === 'failed' ? [r.subject.id] : []))
    expect(failed).toEqual(expect.arrayContaining([...(mutation.cases ?? [])]))
    const differing = conform(filesOf(mutation.recordings ?? [])).flatMap((r) => (r.state === 'failed' ? [r.recording] : []))
    expect(differing).toEqual(expect.arrayContaining([...(mutation.recordings ?? [])]))
    expect([...(mutation.cases ?? []), ...(mutation.recordings ?? [])]).not.toEqual([])
  })

  test('at least sixteen rules are tried', () => {
    expect(new Set(mutations.map((m) => m.rule)).size).toBeGreaterThanOrEqual(16)
  })
})
