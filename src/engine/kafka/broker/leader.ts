import type { Millis } from '../../core/world.ts'
import type { LeaderRole, RemoteReplica } from '../model/broker.ts'
import type { Eligible, PartitionState } from '../model/controller.ts'
import type { ErrorCode } from '../model/error.ts'
import type { BrokerEpoch, BrokerNumber, Offset } from '../model/names.ts'
import { nextHighWatermark } from './nextHighWatermark.ts'

/** What a leader's rules look at beside what it keeps of its followers. */
export interface LeaderView {
  readonly own: BrokerNumber
  readonly now: Millis
  readonly logEndOffset: Offset
  /** Effective `min.insync.replicas` (HW-R05). */
  readonly minIsr: number
  /** `replica.lag.time.max.ms` */
  readonly lagMaxMs: Millis
  /** Neither fenced nor shutting down, with the epoch of their registration. */
  readonly eligible: Eligible
}

/** HW-R02, ISR-R04: neither fenced nor shutting down, and the fetches that were counted came from the process that is registered now. */
const isEligible = (broker: BrokerNumber, remote: RemoteReplica, { eligible }: LeaderView): boolean => {
  const registered = eligible[broker]
  return registered !== undefined && remote.brokerEpoch === registered
}

/** A fetch of a process whose broker has registered anew since: it must not count. */
export const isStale = (replica: BrokerNumber, brokerEpoch: BrokerEpoch, eligible: Eligible): boolean => brokerEpoch < (eligible[replica] ?? brokerEpoch)

/** ISR-R05: a pending expansion counts at once, a pending shrink not until it is committed. */
export const maximalIsr = ({ isr, pendingIsr }: LeaderRole): readonly BrokerNumber[] => (pendingIsr?.change === 'expand' ? pendingIsr.isr : isr)

/** ISR-R01. ISR-R03: who sits at the log end is caught up, however long it has been silent. */
export const isCaughtUp = (remote: RemoteReplica, { logEndOffset, now, lagMaxMs }: LeaderView): boolean =>
  remote.logEndOffset === logEndOffset || now - remote.caughtUpAt <= lagMaxMs

/** HW-R02: the log ends that count: of the maximal ISR, and of replicas outside it that have caught up and may join. */
const endsThatCount = (role: LeaderRole, view: LeaderView): readonly Offset[] => {
  const counts = (broker: BrokerNumber, remote: RemoteReplica): boolean =>
    maximalIsr(role).includes(broker) || (isCaughtUp(remote, view) && isEligible(broker, remote, view))
  return Object.entries(role.remotes).flatMap(([b, remote]) => (counts(Number(b), remote) ? [remote.logEndOffset] : []))
}

export const advance = (role: LeaderRole, view: LeaderView): LeaderRole => {
  const highWatermark = nextHighWatermark(role.highWatermark, view.logEndOffset, endsThatCount(role, view), role.isr.length, view.minIsr)
  return highWatermark === role.highWatermark ? role : { ...role, highWatermark }
}

export interface FollowerFetch {
  readonly replica: BrokerNumber
  readonly fetchOffset: Offset
  readonly brokerEpoch: BrokerEpoch
}

/**
 * HW-R01, ISR-R01, ISR-R04: a follower's fetch. Its offset is its log end; it may join the ISR once it has the high
 * watermark and the start of this leader's epoch, and nothing else is pending.
 */
export const onFetch = (role: LeaderRole, { replica, fetchOffset, brokerEpoch }: FollowerFetch, view: LeaderView): LeaderRole => {
  const before = role.remotes[replica]
  if (!before) return role
  const after = { ...fetched(before, fetchOffset, view), brokerEpoch }
  const counted = { ...role, remotes: { ...role.remotes, [replica]: after } }
  const mayJoin = !role.isr.includes(replica) && isEligible(replica, after, view) && fetchOffset >= role.highWatermark && fetchOffset >= role.epochStartOffset
  const joining: LeaderRole = mayJoin && !role.pendingIsr ? { ...counted, pendingIsr: { change: 'expand', isr: [...role.isr, replica].sort((a, b) => a - b) } } : counted
  return before.logEndOffset === fetchOffset ? joining : advance(joining, view)
}

const fetched = (before: RemoteReplica, fetchOffset: Offset, { now, logEndOffset }: LeaderView): RemoteReplica => {
  const reached = fetchOffset >= logEndOffset ? now : fetchOffset >= before.leaderEndAtFetch ? before.fetchedAt : before.caughtUpAt
  return { ...before, logEndOffset: fetchOffset, caughtUpAt: Math.max(before.caughtUpAt, reached), fetchedAt: now, leaderEndAtFetch: logEndOffset }
}

/** HW-R03: a lone leader's append moves the high watermark at once. */
export const onAppend = (role: LeaderRole, view: LeaderView): LeaderRole => advance(role, view)

/** ISR-R01, ISR-R02: the periodic look at who has not caught up for too long. */
export const checkIsr = (role: LeaderRole, view: LeaderView): LeaderRole => {
  const out = outOfSync(role, view)
  return out.length === 0 ? role : { ...role, pendingIsr: { change: 'shrink', isr: role.isr.filter((b) => !out.includes(b)) } }
}

/** Nobody while a change is pending: one at a time (ISR-R05). */
export const outOfSync = (role: LeaderRole, view: LeaderView): readonly BrokerNumber[] => {
  if (role.pendingIsr) return []
  return role.isr.filter((b) => {
    const remote = role.remotes[b]
    return b !== view.own && remote !== undefined && !isCaughtUp(remote, view)
  })
}

/** A follower of the ISR has not got everything yet: it is worth looking at the clock. */
export const isAnyBehind = (role: LeaderRole, view: LeaderView): boolean => role.isr.some((b) => b !== view.own && (role.remotes[b]?.logEndOffset ?? -1) < view.logEndOffset)

/** ISR-R05, HW-R03: what the controller has committed. */
export const onMetadata = (role: LeaderRole, state: Pick<PartitionState, 'isr' | 'partitionEpoch'>, view: LeaderView): LeaderRole =>
  advance({ ...role, isr: state.isr, partitionEpoch: state.partitionEpoch, pendingIsr: null }, view)

const PENDING_UNTIL_NEWS: readonly ErrorCode[] = ['FENCED_LEADER_EPOCH', 'INVALID_UPDATE_VERSION', 'NOT_CONTROLLER', 'INVALID_REQUEST', 'UNKNOWN_TOPIC_OR_PARTITION', 'UNKNOWN_TOPIC_ID', 'NEW_LEADER_ELECTED']

/** ISR-R06: `INELIGIBLE_REPLICA` resets what was asked, unexpected errors are tried again, the rest leave it pending until new metadata. */
export const onAlterPartition = (role: LeaderRole, error: ErrorCode): { readonly role: LeaderRole; readonly retry: boolean } => {
  if (error === 'INELIGIBLE_REPLICA') return { role: { ...role, pendingIsr: null }, retry: false }
  return { role, retry: !PENDING_UNTIL_NEWS.includes(error) }
}

/** Before any run began, and longer than any lag that is allowed. */
export const LONG_AGO = -1_000_000_000

/**
 * LEAD-05: a new leader keeps its whole log, begins its epoch at its end, and knows nothing of its followers.
 * @param before its own former office, when it led under an older epoch: then it still knows their log ends
 */
export const takeOffice = (state: PartitionState, highWatermark: Offset, view: LeaderView, before: LeaderRole | null = null): LeaderRole => {
  const fresh = (b: BrokerNumber): RemoteReplica => {
    const since = state.isr.includes(b) ? view.now : LONG_AGO
    const known = before?.remotes[b]
    if (known) return { ...known, caughtUpAt: since, fetchedAt: since, leaderEndAtFetch: view.logEndOffset }
    return { logEndOffset: -1, brokerEpoch: null, caughtUpAt: since, fetchedAt: LONG_AGO, leaderEndAtFetch: -1, toldHighWatermark: 0 }
  }
  const role: LeaderRole = {
    role: 'leader',
    leaderEpoch: state.leaderEpoch,
    epochStartOffset: view.logEndOffset,
    partitionEpoch: state.partitionEpoch,
    replicas: state.replicas,
    isr: state.isr,
    pendingIsr: null,
    highWatermark,
    remotes: Object.fromEntries(state.replicas.filter((b) => b !== view.own).map((b) => [b, fresh(b)])),
  }
  return advance(role, view)
}
