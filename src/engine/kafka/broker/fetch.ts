import type { Body, FetchedPartition, FetchPartition } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { BrokerEpoch, BrokerNumber } from '../model/names.ts'
import type { ParkedFetch } from '../model/broker.ts'
import { diskOf, leaderRole, note, putRole, type Desk } from './desk.ts'
import { putLeader, viewOf } from './highWatermark.ts'
import { isStale, onFetch } from './leader.ts'
import { park } from './parked.ts'
import { readPartition } from './readPartition.ts'
import { respond } from './requests.ts'

type Fetch = Extract<Body, { api: 'Fetch' }>

/**
 * HW-R01, HW-R06: a follower's fetch offset is its log end; the leader stores it when the fetch arrives, *after* the read.
 * So a fetch that finds data on arrival carries the high watermark from before it was counted.
 */
export const serveFetch = (desk: Desk, request: Message, body: Fetch): void => {
  const { replica, brokerEpoch, partitions } = body
  const fetch: ParkedFetch = { request, replica, brokerEpoch, partitions, arrivedAt: desk.env.now }
  const found = fetch.partitions.map((p) => read(desk, p, body))
  // LEAD-07: a round that finds the logs different counts for nothing.
  if (replica !== null) count(desk, replica, brokerEpoch, partitions.filter((_, i) => found[i]?.error === 'NONE' && !found[i]?.diverging))
  if (found.some(isWorthAnswering)) answerWith(desk, fetch, found)
  else park(desk, fetch)
}

const isWorthAnswering = (p: FetchedPartition): boolean => p.error !== 'NONE' || p.batches.length > 0 || p.diverging !== undefined

/** Something to bring, or an error to tell. */
export const hasNews = (desk: Desk, fetch: ParkedFetch): boolean => fetch.partitions.some((p) => isWorthAnswering(read(desk, p, askedIn(fetch))))

/** Answers a fetch that was woken or has waited long enough: with the high watermark of this moment. */
export const answerFetch = (desk: Desk, fetch: ParkedFetch): void => answerWith(desk, fetch, fetch.partitions.map((p) => read(desk, p, askedIn(fetch))))

type Asker = Pick<Fetch, 'replica' | 'brokerEpoch' | 'isolation'>

const askedIn = ({ request: { body }, replica, brokerEpoch }: ParkedFetch): Asker => (body.api === 'Fetch' ? body : { replica, brokerEpoch })

const read = (desk: Desk, asked: FetchPartition, from: Asker): FetchedPartition => {
  const { partition } = asked
  const role = desk.state.roles[partition]
  // ISR-R04: a fetch of a process that is gone counts for nothing.
  const stale = from.replica !== null && role?.role === 'leader' && isStale(from.replica, from.brokerEpoch, desk.state.eligible)
  if (stale) return { partition, error: 'NOT_LEADER_OR_FOLLOWER', highWatermark: -1, batches: [] }
  return readPartition(role, diskOf(desk, partition), asked, from.replica, from.isolation)
}

const count = (desk: Desk, replica: BrokerNumber, brokerEpoch: BrokerEpoch, partitions: readonly FetchPartition[]): void => {
  for (const { partition, fetchOffset } of partitions) {
    const role = leaderRole(desk, partition)
    if (role) putLeader(desk, partition, role, onFetch(role, { replica, fetchOffset, brokerEpoch }, viewOf(desk, partition, role)))
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
