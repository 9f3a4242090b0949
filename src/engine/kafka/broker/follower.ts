import type { NodeId } from '../../core/world.ts'
import type { Body, FetchedPartition, FetchPartition } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import { brokerNode, brokerNumber, type Offset, type TopicPartition } from '../model/names.ts'
import type { FollowerRole } from '../model/broker.ts'
import { timerKey } from '../model/timer.ts'
import { layDown } from './checkAndAppend.ts'
import { diskOf, note, putDisk, putRole, update, type Desk } from './desk.ts'
import { planCheckpoint } from './highWatermark.ts'
import { noteEpoch, truncationPoint } from './leaderEpoch.ts'
import { batchesOf, boundedHighWatermark, lastEpoch } from './log.ts'
import { forgetExpired } from './producerExpiry.ts'
import { truncateTo } from './producerSnapshot.ts'

/** A follower takes what its leader sent and asks for what comes next; after an error it pauses (HW-R09, LEAD-08). */
export const takeFetched = (desk: Desk, message: Message, body: Extract<Body, { api: 'FetchResponse' }>): void => {
  const leader = message.from
  update(desk, { fetching: { ...desk.state.fetching, [leader]: Math.max(0, (desk.state.fetching[leader] ?? 1) - 1) } })
  for (const fetched of body.partitions) take(desk, message, fetched)
  if (body.partitions.some((p) => p.error !== 'NONE' && p.error !== 'OFFSET_OUT_OF_RANGE')) pause(desk, leader)
  else if ((desk.state.fetching[leader] ?? 0) === 0) fetchNext(desk, leader)
}

const take = (desk: Desk, message: Message, fetched: FetchedPartition): void => {
  const { partition, error, diverging } = fetched
  const role = desk.state.roles[partition]
  if (role?.role !== 'follower' || role.leader !== brokerNumber(message.from)) return
  const { leaderEpochs, log } = diskOf(desk, partition)
  if (diverging) return cut(desk, partition, role, truncationPoint(leaderEpochs, log.logEndOffset, diverging))
  if (error === 'OFFSET_OUT_OF_RANGE') return cut(desk, partition, role, Math.max(0, Math.min(log.logEndOffset, fetched.highWatermark)))
  if (error === 'NONE') replicate(desk, message, fetched, role)
}

/** BLOG-11: a follower checks no sequence. HW-R07: its high watermark is the value in the answer, as far as its own log reaches. */
const replicate = (desk: Desk, message: Message, { partition, batches, highWatermark }: FetchedPartition, role: FollowerRole): void => {
  if (batches.length > 0) forgetExpired(desk, partition)
  for (const batch of batches) {
    const disk = diskOf(desk, partition)
    if (batch.baseOffset !== disk.log.logEndOffset) continue
    putDisk(desk, partition, { ...layDown(disk, batch), leaderEpochs: noteEpoch(disk.leaderEpochs, batch.leaderEpoch, batch.baseOffset) })
    const { records, baseOffset, leaderEpoch } = batch
    const { logEndOffset } = diskOf(desk, partition).log
    note(desk, { kind: 'batch-replicated', node: desk.id, partition, records, baseOffset, leaderEpoch, logEndOffset, message: message.name })
  }
  const known = boundedHighWatermark(diskOf(desk, partition).log, highWatermark)
  if (known === role.highWatermark) return
  putRole(desk, partition, { ...role, highWatermark: known })
  if (known > role.highWatermark) note(desk, { kind: 'high-watermark-advanced', node: desk.id, partition, highWatermark: known, role: 'follower' })
  planCheckpoint(desk)
}

/** LEAD-07: what the new leader does not have is cut, acked or not. */
const cut = (desk: Desk, partition: TopicPartition, role: FollowerRole, to: Offset): void => {
  const before = diskOf(desk, partition)
  const removed = batchesOf(before.log).filter((b) => b.lastOffset >= to)
  putDisk(desk, partition, truncateTo(before, to))
  if (role.highWatermark > to) putRole(desk, partition, { ...role, highWatermark: to })
  const gone = removed.map(({ records, baseOffset, leaderEpoch }) => ({ records, baseOffset, leaderEpoch }))
  note(desk, { kind: 'log-truncated', node: desk.id, partition, to, removed: gone, highWatermark: Math.min(role.highWatermark, to) })
}

/** Asks one leader for every partition followed there, from its own log end. */
export const fetchNext = (desk: Desk, leader: NodeId): void => {
  const connection = desk.state.links[leader]
  const partitions = followedFrom(desk, leader)
  if (connection === undefined || partitions.length === 0 || desk.state.idle) return
  update(desk, { fetching: { ...desk.state.fetching, [leader]: (desk.state.fetching[leader] ?? 0) + 1 } })
  desk.commands.push({ do: 'send', to: leader, connection, about: [], body: { api: 'Fetch', replica: brokerNumber(desk.id), partitions } })
}

/** HW-R09: `replica.fetch.backoff.ms` */
const pause = (desk: Desk, leader: NodeId): void => {
  const timer = { timer: 'refetch' as const, broker: leader }
  desk.commands.push({ do: 'set-timer', key: timerKey(timer), name: `refetch ${desk.id}>${leader}`, at: desk.env.now + desk.env.config['replica.fetch.backoff.ms'], timer, background: true })
}

/** Leaders that are followed are fetched from; one without a connection is dialled (brokers reach each other at once, see README). */
export const followLeaders = (desk: Desk, changed: readonly NodeId[]): void => {
  if (desk.state.idle) return
  const leaders = new Set(Object.values(desk.state.roles).flatMap((r) => (r.role === 'follower' && r.leader !== null ? [brokerNode(r.leader)] : [])))
  for (const leader of leaders) {
    if (desk.state.links[leader] === undefined) desk.commands.push({ do: 'connect', to: leader, instantly: true })
    else if ((desk.state.fetching[leader] ?? 0) === 0 || changed.includes(leader)) fetchNext(desk, leader)
  }
}

export const followedFrom = (desk: Pick<Desk, 'state' | 'durable'>, leader: NodeId): readonly FetchPartition[] =>
  Object.entries(desk.state.roles).flatMap(([partition, role]) => {
    const disk = desk.durable.partitions[partition]
    if (role.role !== 'follower' || role.leader === null || brokerNode(role.leader) !== leader || !disk) return []
    return [{ partition, fetchOffset: disk.log.logEndOffset, leaderEpoch: role.leaderEpoch, lastFetchedEpoch: lastEpoch(disk.log) }]
  })
