import {
  type Acks,
  type Broker,
  labSetup,
  type LeaderRole,
  type Message,
  type PartitionOnDisk,
  type PendingName,
  type ProducerStamp,
  resolvedOf,
  type Setup,
  type Timer,
  worldAtStart,
} from '../../engine/index.ts'
import type { Command, Input } from '../../engine/index.ts'
import type { BrokerEnv } from '../../engine/kafka/broker/desk.ts'
import type { ClusterState } from '../../engine/kafka/model/controller.ts'
import { handleBroker } from '../../engine/kafka/broker/index.ts'

const PARTITION = 'orders-0'

/** What a broker does with one produce request, as far as a producer or a disk can tell. */
export interface Told {
  readonly error: string | null
  readonly closes: boolean
  readonly appended: boolean
  readonly highWatermark: number
  /** It answers later. */
  readonly waits: boolean
}

interface Given {
  readonly isr: readonly number[]
  readonly minIsr: number
  readonly isLeader?: boolean
  readonly highWatermark?: number
  /** Records of producer 7, one a batch, that lie in the log and in the broker's memory. */
  readonly written?: number
}

/** Broker 1 with its partition, one input at a time. */
export interface LeaderBench {
  self: Broker
  now: number
  readonly setup: Setup
  /** Timers it has set and not cancelled. */
  readonly timers: Map<string, { readonly at: number; readonly timer: Timer }>
}

export const openLeader = ({ isr, minIsr, isLeader = true, highWatermark = 0, written = 0 }: Given): LeaderBench => {
  const setup = labSetup({ topic: { 'min.insync.replicas': String(minIsr) } })
  const node = worldAtStart(setup).nodes['broker-1']
  if (node?.kind !== 'broker') throw new Error('invariant: the Lab has a broker 1')
  const bench: LeaderBench = { self: node, now: 0, setup, timers: new Map() }
  changeRole(bench, { isr, highWatermark })
  for (let sequence = 0; sequence < written; sequence += 1) produce(bench, { acks: 1, sequence })
  changeRole(bench, { highWatermark })
  if (!isLeader) putRoles(bench, { role: 'follower', leader: 2, leaderEpoch: 1, highWatermark, fenced: false })
  return bench
}

type Role = Broker['volatile']['roles'][string]

const putRoles = (bench: LeaderBench, role: Role): void => {
  bench.self = {
    ...bench.self,
    volatile: { ...bench.self.volatile, roles: { ...bench.self.volatile.roles, [PARTITION]: role } },
  }
}

export const changeRole = (bench: LeaderBench, change: Partial<LeaderRole>): void => {
  const role = bench.self.volatile.roles[PARTITION]
  if (role?.role === 'leader') putRoles(bench, { ...role, ...change })
}

const envOf = ({ setup, now }: LeaderBench): BrokerEnv => {
  const { broker, topics } = resolvedOf(setup)
  if (!broker) throw new Error('invariant: the Lab’s settings are good')
  return { now, config: broker, topics }
}

const diskOf = ({ self }: LeaderBench): PartitionOnDisk['log'] | undefined => self.durable.partitions[PARTITION]?.log

/** Hands one produce request of producer 7 to the broker. `sequence` null: without idempotence. */
export const produce = (
  bench: LeaderBench,
  { acks, sequence = null }: { readonly acks: number; readonly sequence?: number | null },
): Told => {
  const stamp: ProducerStamp | null =
    sequence === null ? null : { producerId: 7, producerEpoch: 0, baseSequence: sequence }
  const batch = {
    partition: PARTITION,
    records: [{ record: `r${sequence ?? 0}`, send: 1 }],
    stamp,
    bytes: 78,
    timestamp: bench.now,
  }
  const name = `Produce[r] producer-1>broker-1 #${bench.now}` as PendingName
  // What comes over a wire may be any number (ACK-10).
  const body = { api: 'Produce' as const, acks: acks as Acks, timeoutMs: 30_000, batches: [batch] }
  const message: Message = {
    name,
    about: [],
    from: 'producer-1',
    to: 'broker-1',
    connection: 'producer-1>broker-1 #1',
    sentAt: bench.now,
    body,
  }
  return hand(bench, { kind: 'message', message })
}

/** Time passes, and the timers that fall due fire. */
export const wait = (bench: LeaderBench, ms: number): Told => {
  bench.now += ms
  const due = [...bench.timers].filter(([, t]) => t.at <= bench.now)
  const told = due.map(([key, { timer }]) => hand(bench, { kind: 'timer', key, timer }))
  return told.find((t) => t.error !== null) ?? observed(bench, [], diskOf(bench)?.logEndOffset ?? 0)
}

const hand = (bench: LeaderBench, input: Input): Told => {
  const before = diskOf(bench)?.logEndOffset ?? 0
  const turn = handleBroker(bench.self, input, envOf(bench))
  bench.self = turn.self
  return observed(bench, turn.commands, before)
}

/** It learns that broker 2 leads now. */
export const stepDown = (bench: LeaderBench): Told => {
  const state = { partition: PARTITION, replicas: [1, 2, 3], isr: [2, 3], leader: 2, leaderEpoch: 1, partitionEpoch: 1 }
  const cluster: ClusterState = { partitions: [state], eligible: { 1: 0, 2: 0, 3: 0 } }
  const body = { api: 'MetadataUpdate' as const, cluster }
  return hand(bench, { kind: 'message', message: { name: 'MetadataUpdate controller-1>broker-1' as PendingName, about: [], from: 'controller-1', to: 'broker-1', connection: null, sentAt: bench.now, body } })
}

const observed = (bench: LeaderBench, commands: readonly Command[], before: number): Told => {
  for (const c of commands) {
    if (c.do === 'set-timer') bench.timers.set(c.key, { at: c.at, timer: c.timer })
    if (c.do === 'cancel-timer') bench.timers.delete(c.key)
  }
  const answer = commands.flatMap((c) =>
    c.do === 'answer' && c.body.api === 'ProduceResponse' ? c.body.results : [],
  )[0]
  const role = bench.self.volatile.roles[PARTITION]
  return {
    error: answer?.error ?? null,
    closes: commands.some((c) => c.do === 'close'),
    appended: (diskOf(bench)?.logEndOffset ?? 0) > before,
    highWatermark: role?.highWatermark ?? 0,
    waits: bench.self.volatile.purgatory.length > 0,
  }
}
