import { describe, expect, test } from 'vitest'
import type { Fault } from '../../core/plan.ts'
import { resolveConsumerConfig } from '../config/index.ts'
import { labSetup } from '../labSetup.ts'
import type { Consumer } from '../model/consumer.ts'
import type { FetchedPartition } from '../model/message.ts'
import { run, worldAtStart } from '../run.ts'
import { all, crashBroker, labRun } from '../runs.testing.ts'
import { handleConsumer } from './index.ts'
import type { ConsumerEnv } from './moved.ts'
import { settlePosition } from './position.ts'

const P = 'orders-0'
const envWith = (reset: string): ConsumerEnv => {
  const config = resolveConsumerConfig({ 'auto.offset.reset': reset })
  if (config.outcome === 'error') throw new Error('a policy that Kafka knows')
  return { now: 1_000, config: config.effective, effect: null, outside: null, guard: null, processing: 1, commit: null }
}
const reader = (): Consumer => {
  const node = worldAtStart(labSetup({ reader: null })).nodes['consumer-1']
  if (node?.kind !== 'consumer') throw new Error('the Lab has a reader')
  return { ...node, volatile: { ...node.volatile, positions: { [P]: 5 }, fetching: {} } }
}
const told = (reset: string, change: Partial<FetchedPartition>) => {
  const self = reader()
  const { state, commands } = settlePosition(self, self.volatile, { partition: P, error: 'NONE', highWatermark: 3, batches: [], ...change }, envWith(reset))
  return { position: state.positions[P], failed: state.failed, noted: commands.flatMap((c) => (c.do === 'note' ? [c.event] : [])) }
}

describe('a position that is out of range (CON-03)', () => {
  const outside = { error: 'OFFSET_OUT_OF_RANGE' as const }

  test('goes to the beginning, or to the high watermark, or the reader is told', () => {
    expect(told('earliest', outside)).toMatchObject({ position: 0, failed: [] })
    expect(told('latest', outside)).toMatchObject({ position: 3, noted: [{ kind: 'position-moved', from: 5, to: 3, because: 'out-of-range' }] })
    expect(told('none', outside)).toMatchObject({ position: 5, failed: [P], noted: [{ kind: 'reader-failed', exception: 'OffsetOutOfRangeException' }] })
  })
})

describe('a log that was cut below the position (CON-04)', () => {
  const diverging = { diverging: { epoch: 0, endOffset: 2 } }

  test('with a policy it goes to the first offset that differs, whatever the policy', () => {
    expect(told('earliest', diverging)).toMatchObject({ position: 2, noted: [{ kind: 'position-moved', because: 'truncated' }] })
    expect(told('latest', diverging)).toMatchObject({ position: 2 })
  })

  test('without one it is told', () => {
    expect(told('none', diverging)).toMatchObject({ position: 5, failed: [P], noted: [{ exception: 'LogTruncationException' }] })
  })
})

describe('a reader through a fail-over', () => {
  test('reads on from the new leader, nothing twice and nothing left out', () => {
    const trace = labRun({ records: 4, reader: 'card' }, [crashBroker('broker-1', 'wake[C] broker-1')])
    expect(trace.outcome).toBe('settled')
    expect(all(trace, 'effect-happened').map((e) => e.record)).toEqual(['A', 'B', 'C', 'D'])
  })

  test('was given a record that an unclean election then loses: it goes back to where the logs agree (CON-04, LEAD-03)', () => {
    const setup = labSetup({ records: 3, reader: 'card', isrAtStart: [1], everyMs: 12_000, topic: { 'min.insync.replicas': '1', 'unclean.leader.election.enable': 'true' } })
    const trace = run(setup, [crashBroker('broker-1', { at: 40 })])
    expect(all(trace, 'leader-elected').map((e) => [e.leader, e.unclean])[0]).toEqual(['broker-2', true])
    expect(all(trace, 'position-moved').map((e) => [e.from, e.to])).toEqual([[1, 0]])
    expect(all(trace, 'effect-happened').map((e) => e.record)).toEqual(['A', 'B', 'C'])
  })

  test('that nobody leads any more asks again every 100 ms, in the background', () => {
    const trace = labRun({ records: 1, reader: null, isrAtStart: [1], topic: { 'min.insync.replicas': '1' } }, [crashBroker('broker-1', { at: 5_000 }, { down: null })])
    expect(trace.outcome).toBe('settled')
    expect(all(trace, 'record-delivered')).toHaveLength(1)
  })

  test('asks for metadata before it asks a broker again that does not lead', () => {
    const self = reader()
    const message = { name: 'x', about: [], from: 'broker-1', to: 'consumer-1', connection: 'consumer-1>broker-1 #1', sentAt: 0 }
    const body = { api: 'FetchResponse' as const, asked: [], partitions: [{ partition: P, error: 'NOT_LEADER_OR_FOLLOWER' as const, highWatermark: -1, batches: [] }] }
    const turn = handleConsumer(self, { kind: 'message', message: { ...message, name: message.name as never, body } }, envWith('earliest'))
    expect(turn.commands.flatMap((c) => (c.do === 'send' ? [c.body.api] : []))).toEqual(['Metadata'])
  })
})

test('a fault that no reader notices leaves it where it is', () => {
  const stops = { kind: 'shutdown', aim: { at: 20 }, node: 'broker-3', down: 1_000 } as Fault
  expect(all(labRun({ records: 3, reader: 'card' }, [stops]), 'position-moved')).toEqual([])
})
