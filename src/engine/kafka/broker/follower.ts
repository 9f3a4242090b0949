import type { ConnectionId, NodeId } from '../../core/world.ts'
import type { Body, FetchedPartition, FetchPartition } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import { brokerNode, brokerNumber, type TopicPartition } from '../model/names.ts'
import type { FollowerRole } from '../model/broker.ts'
import type { LogBatch } from '../model/record.ts'
import { timerKey } from '../model/timer.ts'
import { diskOf, note, putDisk, putRole, update, type Desk } from './desk.ts'
import { planCheckpoint } from './highWatermark.ts'
import { forgetExpired } from './producerExpiry.ts'
import { askFor, type Round, takeAnswer } from './round.ts'

/** A follower takes what its leader sent and asks for what comes next; after an error it pauses (HW-R09). */
export const takeFetched = (desk: Desk, message: Message, body: Extract<Body, { api: 'FetchResponse' }>): void => {
  const leader = message.from
  update(desk, { fetching: { ...desk.state.fetching, [leader]: Math.max(0, (desk.state.fetching[leader] ?? 1) - 1) } })
  const rounds = body.partitions.map((fetched) => take(desk, message, fetched, body.asked.find((p) => p.partition === fetched.partition)))
  if (rounds.includes('failed')) askLater(desk, leader)
  else if ((desk.state.fetching[leader] ?? 0) === 0) fetchNext(desk, leader)
}

const take = (desk: Desk, message: Message, fetched: FetchedPartition, asked: FetchPartition | undefined): Round['did']['kind'] => {
  const { partition } = fetched
  const before = desk.state.roles[partition]
  if (before?.role !== 'follower' || before.leader !== brokerNumber(message.from) || !asked) return 'nothing'
  if (fetched.batches.length > 0) forgetExpired(desk, partition)
  const { disk, role, did } = takeAnswer({ disk: diskOf(desk, partition), role: before }, asked, fetched)
  putDisk(desk, partition, disk)
  if (did.kind === 'copied') noteCopies(desk, message, partition, did.batches)
  if (did.kind === 'cut' && did.removed.length > 0) noteCut(desk, partition, did, role)
  putFollower(desk, partition, before, role, did.kind)
  return did.kind
}

const noteCopies = (desk: Desk, { name }: Message, partition: TopicPartition, batches: readonly LogBatch[]): void => {
  for (const { records, baseOffset, leaderEpoch, lastOffset } of batches) {
    note(desk, { kind: 'batch-replicated', node: desk.id, partition, records, baseOffset, leaderEpoch, logEndOffset: lastOffset + 1, message: name })
  }
}

/** LEAD-07: what the new leader does not have is cut, acked or not. */
const noteCut = (desk: Desk, partition: TopicPartition, { to, removed }: Extract<Round['did'], { kind: 'cut' }>, { highWatermark }: FollowerRole): void => {
  const gone = removed.map(({ records, baseOffset, leaderEpoch }) => ({ records, baseOffset, leaderEpoch }))
  note(desk, { kind: 'log-truncated', node: desk.id, partition, to, removed: gone, highWatermark })
}

const putFollower = (desk: Desk, partition: TopicPartition, before: FollowerRole, after: FollowerRole, did: Round['did']['kind']): void => {
  const { highWatermark } = after
  if (highWatermark !== before.highWatermark || after.fenced !== before.fenced) putRole(desk, partition, after)
  if (highWatermark > before.highWatermark) note(desk, { kind: 'high-watermark-advanced', node: desk.id, partition, highWatermark, role: 'follower' })
  if (highWatermark !== before.highWatermark && did !== 'cut') planCheckpoint(desk)
}

/** Asks one leader for every partition followed there, from its own log end. */
const fetchNext = (desk: Desk, leader: NodeId): void => {
  const connection = desk.state.links[leader]
  const partitions = followedFrom(desk, leader)
  if (connection === undefined || partitions.length === 0 || desk.state.idle) return
  update(desk, { fetching: { ...desk.state.fetching, [leader]: (desk.state.fetching[leader] ?? 0) + 1 } })
  desk.commands.push({ do: 'send', to: leader, connection, about: [], body: { api: 'Fetch', replica: brokerNumber(desk.id), brokerEpoch: desk.state.brokerEpoch, partitions } })
}

/** HW-R09: `replica.fetch.backoff.ms`. */
const askLater = (desk: Desk, leader: NodeId): void => {
  const timer = { timer: 'refetch' as const, broker: leader }
  desk.commands.push({ do: 'set-timer', key: timerKey(timer), name: `refetch ${desk.id}>${leader}`, at: desk.env.now + desk.env.config['replica.fetch.backoff.ms'], timer, background: true })
}

/** Leaders that are followed are fetched from; one without a connection is dialled (brokers reach each other at once, see README). */
export const followLeaders = (desk: Desk, changed: readonly NodeId[]): void => {
  if (desk.state.idle) return
  const leaders = new Set(Object.values(desk.state.roles).flatMap((r) => (r.role === 'follower' && r.leader !== null ? [brokerNode(r.leader)] : [])))
  for (const leader of leaders) {
    if (desk.state.links[leader] === undefined) dial(desk, leader)
    else if ((desk.state.fetching[leader] ?? 0) === 0 || changed.includes(leader)) fetchNext(desk, leader)
  }
}

/** A leader that does not take the connection is tried again, as after an error. */
const dial = (desk: Desk, leader: NodeId): void => {
  desk.commands.push({ do: 'connect', to: leader, instantly: true })
  askLater(desk, leader)
}

export const takeLink = (desk: Desk, leader: NodeId, connection: ConnectionId): void => {
  update(desk, { links: { ...desk.state.links, [leader]: connection }, fetching: { ...desk.state.fetching, [leader]: 0 } })
  desk.commands.push({ do: 'cancel-timer', key: timerKey({ timer: 'refetch', broker: leader }) })
  fetchNext(desk, leader)
}

/** Its connection to a leader has ended. */
export const dialLater = (desk: Desk, leader: NodeId): void => {
  if (follows(desk, leader)) askLater(desk, leader)
}

/** The pause after an error is over. */
export const fetchAgain = (desk: Desk, leader: NodeId): void => {
  if (desk.state.idle || !follows(desk, leader)) return
  if (desk.state.links[leader] === undefined) dial(desk, leader)
  else if ((desk.state.fetching[leader] ?? 0) === 0) fetchNext(desk, leader)
}

const follows = (desk: Desk, leader: NodeId): boolean => Object.values(desk.state.roles).some((r) => r.role === 'follower' && r.leader !== null && brokerNode(r.leader) === leader)

export const followedFrom = (desk: Pick<Desk, 'state' | 'durable'>, leader: NodeId): readonly FetchPartition[] =>
  Object.entries(desk.state.roles).flatMap(([partition, role]) => {
    const disk = desk.durable.partitions[partition]
    if (role.role !== 'follower' || role.fenced || role.leader === null || brokerNode(role.leader) !== leader || !disk) return []
    return [askFor(partition, { disk, role })]
  })
