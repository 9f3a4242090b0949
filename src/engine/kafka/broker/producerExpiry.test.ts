import { describe, expect, test } from 'vitest'
import { resolveBrokerConfig, resolveTopicConfig } from '../config/index.ts'
import type { PartitionOnDisk } from '../model/broker.ts'
import type { Desk } from './desk.ts'
import { emptyLog } from './log.ts'
import { forgetExpired } from './producerExpiry.ts'

const DAY = 86_400_000
const config = (() => {
  const resolved = resolveBrokerConfig({})
  if (resolved.outcome === 'error') throw new Error(resolved.problem.text)
  return resolved.effective
})()
const topic = resolveTopicConfig({}, {})

const disk: PartitionOnDisk = {
  log: emptyLog,
  producers: { 7: { producerId: 7, producerEpoch: 0, lastTimestamp: 50, batches: [] } },
  leaderEpochs: [],
  checkpoint: null,
}

const knownAt = (now: number, changes: Partial<typeof config> = {}): readonly string[] => {
  const desk: Desk = {
    id: 'broker-1',
    env: { now, config: { ...config, ...changes }, topics: topic.outcome === 'ok' ? { orders: topic.effective } : {} },
    durable: { partitions: { 'orders-0': disk }, nextProducerId: 8, starts: 0, cleanlyStopped: false },
    state: { roles: {}, queues: {}, purgatory: [], waitingOffsets: [], parked: [], links: {}, refuse: {}, metadata: {}, fetching: {}, eligible: {},
      brokerEpoch: 0, stopping: null, idle: false },
    commands: [],
  }
  forgetExpired(desk, 'orders-0')
  return Object.keys(desk.durable.partitions['orders-0']!.producers)
}

describe('expiry of producer state (BLOG-13)', () => {
  test('a producer whose last batch is a day old is forgotten by the next check', () => {
    expect(knownAt(DAY + 50)).toEqual(['7'])
    expect(knownAt(DAY + 600_000)).toEqual([])
  })

  test('the check runs every ten minutes, so the time alone does not do it', () => {
    expect(knownAt(599_999, { 'producer.id.expiration.ms': 1_000 })).toEqual(['7'])
    expect(knownAt(600_000, { 'producer.id.expiration.ms': 1_000 })).toEqual([])
  })

  test('before the first check nobody is forgotten', () => {
    expect(knownAt(10, { 'producer.id.expiration.ms': 1 })).toEqual(['7'])
  })
})
