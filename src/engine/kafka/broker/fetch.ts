import type { Body, FetchedPartition, FetchPartition } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { BrokerNumber } from '../model/names.ts'
import type { LeaderRole, ParkedFetch } from '../model/broker.ts'
import type { ErrorCode } from '../model/error.ts'
import { diskOf, leaderRole, note, putRole, type Desk } from './desk.ts'
import { putLeader, viewOf } from './highWatermark.ts'
import { onFetch } from './leader.ts'
import { divergence } from './leaderEpoch.ts'
import { readLimit, readLog } from './log.ts'
import { park } from './parked.ts'
import { respond } from './requests.ts'

type Fetch = Extract<Body, { api: 'Fetch' }>

/**
 * HW-R01, HW-R06: a follower's fetch offset is its log end; the leader stores it when the fetch arrives, *after* the read.
 * So a fetch that finds data on arrival carries the high watermark from before it was counted.
 */
export const serveFetch = (desk: Desk, request: Message, body: Fetch): void => {
  const fetch: ParkedFetch = { request, replica: body.replica, partitions: body.partitions, arrivedAt: desk.env.now }
  const found = fetch.partitions.map((p) => read(desk, p, body.replica))
  // LEAD-07: a round that finds the logs different counts for nothing.
  if (body.replica !== null) count(desk, body.replica, body.partitions.filter((_, i) => found[i]?.error === 'NONE' && !found[i]?.diverging))
  if (found.some(isWorthAnswering)) answerWith(desk, fetch, found)
  else park(desk, fetch)
}

const isWorthAnswering = (p: FetchedPartition): boolean => p.error !== 'NONE' || p.batches.length > 0 || p.diverging !== undefined

/** Something to bring, or an error to tell. */
export const hasNews = (desk: Desk, fetch: ParkedFetch): boolean => fetch.partitions.some((p) => isWorthAnswering(read(desk, p, fetch.replica)))

/** Answers a fetch that was woken or has waited long enough: with the high watermark of this moment. */
export const answerFetch = (desk: Desk, fetch: ParkedFetch): void => answerWith(desk, fetch, fetch.partitions.map((p) => read(desk, p, fetch.replica)))

/** CON-01: consumers read below the high watermark only, followers to the log end. CON-02: outside the log is an error. */
const read = (desk: Desk, asked: FetchPartition, replica: BrokerNumber | null): FetchedPartition => {
  const { partition } = asked
  const role = leaderRole(desk, partition)
  const fenced = fencing(role, asked)
  if (!role || fenced) return { partition, error: fenced ?? 'NOT_LEADER_OR_FOLLOWER', highWatermark: -1, batches: [] }
  const { log, leaderEpochs } = diskOf(desk, partition)
  const diverging = divergence(leaderEpochs, log.logEndOffset, asked.lastFetchedEpoch, asked.fetchOffset)
  if (diverging) return { partition, error: 'NONE', highWatermark: role.highWatermark, batches: [], diverging }
  const batches = readLog(log, asked.fetchOffset, readLimit(log, role.highWatermark, replica === null ? 'consumer' : 'follower'))
  return { partition, error: batches === null ? 'OFFSET_OUT_OF_RANGE' : 'NONE', highWatermark: role.highWatermark, batches: batches ?? [] }
}

/** LEAD-08: an older epoch than the leader's is fenced, a newer one not known yet. */
const fencing = (role: LeaderRole | null, { leaderEpoch }: FetchPartition): ErrorCode | null => {
  if (!role) return 'NOT_LEADER_OR_FOLLOWER'
  if (leaderEpoch < role.leaderEpoch) return 'FENCED_LEADER_EPOCH'
  return leaderEpoch > role.leaderEpoch ? 'UNKNOWN_LEADER_EPOCH' : null
}

const count = (desk: Desk, replica: BrokerNumber, partitions: readonly FetchPartition[]): void => {
  for (const { partition, fetchOffset } of partitions) {
    const role = leaderRole(desk, partition)
    if (role) putLeader(desk, partition, role, onFetch(role, replica, fetchOffset, viewOf(desk, partition, role)))
  }
}

const answerWith = (desk: Desk, fetch: ParkedFetch, found: readonly FetchedPartition[]): void => {
  const { request, replica } = fetch
  for (const p of found) {
    if (replica !== null) tell(desk, replica, p)
    const offset = fetch.partitions.find((f) => f.partition === p.partition)?.fetchOffset ?? 0
    const records = p.batches.flatMap((b) => b.records)
    note(desk, { kind: 'fetch-answered', node: desk.id, partition: p.partition, from: request.from, offset, records, highWatermark: p.highWatermark })
  }
  respond(desk, request, { api: 'FetchResponse', asked: fetch.partitions, partitions: found })
}

const tell = (desk: Desk, replica: BrokerNumber, { partition, highWatermark }: FetchedPartition): void => {
  const role = leaderRole(desk, partition)
  const remote = role?.remotes[replica]
  if (role && remote) putRole(desk, partition, { ...role, remotes: { ...role.remotes, [replica]: { ...remote, toldHighWatermark: highWatermark } } })
}
