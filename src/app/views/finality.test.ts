import { expect, test } from 'vitest'
import { type Fault, type KafkaTrace, labSetup, ledger, run } from '../../engine/index.ts'
import { stories } from '../../stories/index.ts'
import { type CountColumn, finality, lastMentions } from './finality.ts'

const COLUMNS: readonly CountColumn[] = ['inLog', 'readable', 'delivered', 'effects']
const ledgerAt = (trace: KafkaTrace, steps: number) =>
  ledger(
    trace.steps.slice(0, steps).flatMap(({ events }) => events),
    trace.setup,
  )

/** What is called gone for good after so many steps, as `B effects`. */
const goneAt = (trace: KafkaTrace, steps: number): readonly string[] => {
  const isGone = finality(steps, trace.steps.length, lastMentions(trace))
  return ledgerAt(trace, steps).rows.flatMap((row) =>
    COLUMNS.flatMap((column) => (isGone(row, column) ? [`${row.record} ${column}`] : [])),
  )
}

const withCommits = stories.filter(({ setup }) => setup.clients['consumer-1']?.config['group.id'] !== undefined)

test('stories with readers that commit are there', () => {
  expect(withCommits.length).toBeGreaterThan(5)
})

test.each(withCommits)(
  '$id: a 0 that is called final stays one, whatever a restart still brings',
  ({ setup, plan }) => {
    const trace = run(setup, plan)
    const end = ledgerAt(trace, trace.steps.length)
    const nothing = end.rows.flatMap((row) => COLUMNS.flatMap((of) => (row[of] === 0 ? [`${row.record} ${of}`] : [])))
    for (let steps = 0; steps <= trace.steps.length; steps += 1)
      expect(goneAt(trace, steps).filter((one) => !nothing.includes(one))).toEqual([])
  },
)

test('a record that lay on a disk that is lost is not gone while a follower with it may lead', () => {
  const lost = { kind: 'crash', node: 'broker-1', aim: { at: 60 }, down: null, disk: 'lost' } as Fault
  const trace = run(labSetup({ records: 2 }), [lost])
  const end = ledgerAt(trace, trace.steps.length)
  expect(end.rows.map(({ inLog }) => inLog)).toEqual([1, 1])
  const steps = trace.steps.findIndex(({ at }) => at > 60)
  expect(ledgerAt(trace, steps).rows.map(({ inLog }) => inLog)).toEqual([0, 0])
  expect(goneAt(trace, steps)).toEqual([])
})

test('a record that was skipped is missing for good only when the run is over', () => {
  const story = stories.find(({ id }) => id === 'commit-before')
  if (story === undefined) throw new Error('the story is gone')
  const trace = run(story.setup, story.plan)
  expect(goneAt(trace, trace.steps.length - 1)).not.toContain('B effects')
  expect(goneAt(trace, trace.steps.length)).toContain('B effects')
})
