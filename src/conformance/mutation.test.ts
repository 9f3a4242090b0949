import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { type Mutation, mutations } from './mutations.testing.ts'

const texts = (folder: string, wanted: RegExp) => {
  const url = new URL(`./data/${folder}/`, import.meta.url)
  const names = readdirSync(url).filter((name) => wanted.test(name))
  return names.map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }))
}
const caseFiles = texts('cases', /\.json$/)
const recordings = texts('recordings', /^A/).map(({ name, text }) => ({ name, json: JSON.parse(text) as unknown }))

/** The engine, loaded anew with one file of it changed. */
const withMutant = async ({ file, mutate }: Mutation) => {
  vi.resetModules()
  vi.doMock(`../engine/kafka/${file}`, async (importOriginal) => {
    const original = await importOriginal<object>()
    return { ...original, ...mutate(original) }
  })
  return { ...(await import('./cases/table.ts')), ...(await import('./recordings/conform.ts')) }
}

afterEach(() => {
  vi.doUnmock('../engine/kafka')
  vi.resetModules()
})

test.each(mutations)('when $rule, it is noticed', async (mutation) => {
  const { runCases, conform } = await withMutant(mutation)
  const failedCases = runCases(caseFiles).rows.filter((r) => r.verdict.verdict === 'failed').map((r) => r.subject.id)
  const wanted = mutation.recordings === undefined ? [] : recordings
  const failedRecordings = conform(wanted).filter((r) => r.state === 'failed').map((r) => r.recording)
  vi.doUnmock(`../engine/kafka/${mutation.file}`)
  console.log(mutation.rule, failedCases.join(' '), '|', [...new Set(failedRecordings)].join(' '))
  expect(failedCases).toEqual(expect.arrayContaining([...(mutation.cases ?? [])]))
  expect(failedRecordings).toEqual(expect.arrayContaining([...(mutation.recordings ?? [])]))
})
