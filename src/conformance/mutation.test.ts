import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import type { Mutation } from './mutant.testing.ts'
import { mutations } from './mutations.testing.ts'
import { mutationsOfFailOver } from './mutationsOfFailOver.testing.ts'

const read = (folder: string): readonly { readonly name: string; readonly text: string }[] => {
  const url = new URL(`./data/${folder}/`, import.meta.url)
  return readdirSync(url).map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }))
}
const cases = read('cases')
const recordings = read('recordings')

/** The engine loaded anew, with one file of it changed, and run by those who must notice. */
const whoNotices = async ({
  file,
  mutate,
  cases: caseIds = [],
  recordings: recordingIds = [],
}: Mutation): Promise<readonly string[]> => {
  const path = `../engine/kafka/${file}`
  vi.resetModules()
  vi.doMock(path, async (importOriginal) => {
    const original = await importOriginal<object>()
    return { ...original, ...mutate(original) }
  })
  const { runCases } = await import('./cases/table.ts')
  const failed =
    caseIds.length === 0
      ? []
      : runCases(casesOf(caseIds)).rows.flatMap((r) => (r.verdict.verdict === 'failed' ? [r.subject.id] : []))
  const files = filesOf(recordingIds)
  const differing =
    files.length === 0
      ? []
      : (await import('./recordings/conform.ts'))
          .conform(files)
          .flatMap((r) => (r.state === 'failed' ? [r.recording] : []))
  vi.doUnmock(path)
  return [...failed, ...differing]
}

/** The case files that hold one of them: the others have nothing to say here. */
const casesOf = (ids: readonly string[]) => cases.filter(({ text }) => ids.some((id) => text.includes(`"${id}"`)))

/** A recording with its other endings: it fails only when the engine agrees with none of them. */
const filesOf = (ids: readonly string[]) =>
  recordings
    .filter(({ name }) => ids.some((id) => name === `${id}.json` || name.startsWith(`${id}.variant`)))
    .map(({ name, text }) => ({ name, json: JSON.parse(text) as unknown }))

const all: readonly Mutation[] = [...mutations, ...mutationsOfFailOver]

describe('a rule that is slightly wrong is noticed', () => {
  test.each(all)('$rule', async (mutation) => {
    const expected = [...(mutation.cases ?? []), ...(mutation.recordings ?? [])]
    expect(expected).not.toEqual([])
    expect(await whoNotices(mutation)).toEqual(expect.arrayContaining(expected))
  })

  test('at least thirty-six rules are tried', () => {
    expect(new Set(all.map((m) => m.rule)).size).toBeGreaterThanOrEqual(36)
  })
})
