import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { eventsOf, foldLogs, type KafkaTrace, run, verdict } from '../engine/index.ts'
import { textTrace } from '../timeline/index.ts'
import { stories } from './index.ts'

/* `UPDATE_GOLDENS=1 npx vitest run --project goldens` writes the goldens anew; the diff is what there is to review. */
const update = process.env.UPDATE_GOLDENS === '1'
const goldens = fileURLToPath(new URL('goldens/', import.meta.url))

const leaderLog = (trace: KafkaTrace): readonly string[] => {
  const [partition] = foldLogs(
    eventsOf(trace).map((e) => e.event),
    trace.setup,
  )
  return partition?.logs.find((l) => l.node === partition.leader)?.cells.map((c) => c.record) ?? []
}

describe.each(stories)('$id', (story) => {
  const trace = run(story.setup, story.plan)

  test('every fault strikes, and the run comes to an end of its own', () => {
    expect(trace.problems).toEqual([])
    expect(trace.unused).toEqual([])
    expect(trace.outcome).toBe('settled')
  })

  test('the verdict is the expected one', () => {
    const { missing, lost, refused, twice, inDoubt, outOfOrder, broken } = verdict(trace)
    const none = { missing: [], lost: [], refused: [], twice: [], inDoubt: [], outOfOrder: [], broken: [] }
    expect({ log: leaderLog(trace), missing, lost, refused, twice, inDoubt, outOfOrder, broken }).toEqual({
      ...none,
      ...story.expect,
    })
  })

  test('the log book equals the golden', () => {
    const path = `${goldens}${story.id}.txt`
    const written = textTrace(trace)
    if (update) writeFileSync(path, written)
    expect(existsSync(path), `${story.id} has no golden yet: run with UPDATE_GOLDENS=1`).toBe(true)
    expect(written).toBe(readFileSync(path, 'utf8'))
  })
})

test('every golden belongs to a story, and every story has an id of its own', () => {
  const ids = stories.map((s) => s.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(readdirSync(goldens).sort()).toEqual(ids.map((id) => `${id}.txt`).sort())
})
