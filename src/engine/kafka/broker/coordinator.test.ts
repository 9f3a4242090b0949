import { describe, expect, test } from 'vitest'
import { labSetup } from '../labSetup.ts'
import type { Broker } from '../model/broker.ts'
import type { Message } from '../model/kinds.ts'
import type { Body } from '../model/message.ts'
import { OFFSETS_PARTITION } from '../model/names.ts'
import { resolvedOf } from '../model/resolved.ts'
import { worldAtStart } from '../run.ts'
import { all, labRun } from '../runs.testing.ts'
import { committedOffsets } from './committedOffsets.ts'
import { handleBroker } from './index.ts'

const P = 'orders-0'
const setup = labSetup({ reader: 'card', commit: 'after' })
const brokerAtStart = (id: string): Broker => {
  const node = worldAtStart(setup).nodes[id]
  if (node?.kind !== 'broker') throw new Error('the Lab has three brokers')
  return node
}
const { broker: config, topics, internal } = resolvedOf(setup)
if (!config || !internal) throw new Error('brokers have settings')
const env = { now: 1_000, config, topics, internal }

const from = (body: Body): Message => ({ name: `${body.api} consumer-1>broker-3 #1` as never, about: [], from: 'consumer-1', to: 'broker-3', connection: 'consumer-1>broker-3 #2', sentAt: 994, body })
const told = (self: Broker, ...bodies: readonly Body[]) => {
  let after = self
  const answers: Body[] = []
  for (const body of bodies) {
    const turn = handleBroker(after, { kind: 'message', message: from(body) }, env)
    after = turn.self
    answers.push(...turn.commands.flatMap((c) => (c.do === 'answer' ? [c.body] : [])))
  }
  return { after, answers }
}
const commit = (offset: number): Body => ({ api: 'OffsetCommit', group: 'group-1', offsets: [{ partition: P, offset }] })
const fetch: Body = { api: 'OffsetFetch', group: 'group-1', partitions: [P, 'orders-7'] }

describe('the group coordinator', () => {
  test('is the leader of the log of committed offsets: broker 3, and any broker says so', () => {
    for (const id of ['broker-1', 'broker-2', 'broker-3'])
      expect(told(brokerAtStart(id), { api: 'FindCoordinator', group: 'group-1' }).answers).toEqual([{ api: 'FindCoordinatorResponse', error: 'NONE', coordinator: 3 }])
  })

  test('of fewer brokers is the highest', () => {
    expect(all(labRun({ records: 1, brokers: 2, reader: null, commit: 'after', topic: { 'min.insync.replicas': '1' } }), 'offset-stored').map((e) => e.node)).toEqual(['broker-2'])
  })

  test('answers a commit when its log is replicated, and not before', () => {
    expect(told(brokerAtStart('broker-3'), commit(1)).answers).toEqual([])
    const trace = labRun({ records: 1, reader: null, commit: 'after' })
    const [stored] = all(trace, 'offset-stored')
    expect(all(trace, 'offsets-committed').map((e) => e.at - (stored?.at ?? 0))).toEqual([2 + 2 + 6])
  })

  test('a broker that does not coordinate says so', () => {
    expect(told(brokerAtStart('broker-1'), commit(1)).answers).toEqual([{ api: 'OffsetCommitResponse', error: 'NOT_COORDINATOR' }])
    expect(told(brokerAtStart('broker-1'), fetch).answers).toEqual([{ api: 'OffsetFetchResponse', error: 'NOT_COORDINATOR', offsets: [] }])
  })

  test('whose log does not get replicated answers after offsets.commit.timeout.ms that it is not available', () => {
    const { after } = told(brokerAtStart('broker-3'), commit(1))
    const turn = handleBroker(after, { kind: 'timer', key: '', timer: { timer: 'offsets-expiry', connection: 'consumer-1>broker-3 #2' } }, { ...env, now: 6_000 })
    expect(turn.commands.flatMap((c) => (c.do === 'answer' ? [c.body] : []))).toEqual([{ api: 'OffsetCommitResponse', error: 'COORDINATOR_NOT_AVAILABLE' }])
  })

  test('that is replaced answers what waits there', () => {
    const { after } = told(brokerAtStart('broker-3'), commit(1))
    const partitions = [{ partition: OFFSETS_PARTITION, replicas: [3, 1, 2], isr: [1, 2], leader: 1, leaderEpoch: 1, partitionEpoch: 1 }]
    const cluster = { partitions, eligible: { 1: 0, 2: 0 } }
    const turn = handleBroker(after, { kind: 'message', message: { ...from({ api: 'MetadataUpdate', cluster }), from: 'controller-1', connection: null } }, env)
    expect(turn.commands.flatMap((c) => (c.do === 'answer' && c.body.api === 'OffsetCommitResponse' ? [c.body.error] : []))).toEqual(['NOT_COORDINATOR'])
  })

  test('says what is committed: 0 for a group of the Lab, -1 where nothing is', () => {
    expect(told(brokerAtStart('broker-3'), fetch).answers).toEqual([{ api: 'OffsetFetchResponse', error: 'NONE', offsets: [{ partition: P, offset: 0 }, { partition: 'orders-7', offset: -1 }] }])
  })
})

describe('CGR-09: what is committed', () => {
  test('is the last that was told, also when it goes backwards', () => {
    const { after } = told(brokerAtStart('broker-3'), commit(5))
    const again = handleBroker(after, { kind: 'message', message: { ...from(commit(2)), connection: 'other>broker-3 #1' } }, env).self
    const { log } = again.durable.partitions[OFFSETS_PARTITION]!
    expect(committedOffsets(log, log.logEndOffset, 'group-1', [P])).toEqual([{ partition: P, offset: 2 }])
    expect(committedOffsets(log, 2, 'group-1', [P])).toEqual([{ partition: P, offset: 5 }])
    expect(committedOffsets(log, log.logEndOffset, 'another', [P])).toEqual([{ partition: P, offset: -1 }])
  })
})

test('partitions of the cluster’s own are in no metadata for clients and in no event', () => {
  const { answers } = told(brokerAtStart('broker-1'), { api: 'Metadata' })
  expect(answers).toEqual([{ api: 'MetadataResponse', partitions: [{ partition: P, leader: 1, leaderEpoch: 0 }] }])
  const trace = labRun({ records: 2, reader: 'card', commit: 'after' })
  expect(trace.steps.flatMap((s) => s.events.filter((e) => 'partition' in e && e.partition === OFFSETS_PARTITION))).toEqual([])
})
