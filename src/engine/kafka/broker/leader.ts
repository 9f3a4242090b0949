import type { Millis } from '../../core/world.ts'
import type { LeaderRole, RemoteReplica } from '../model/broker.ts'
import type { PartitionState } from '../model/controller.ts'
import type { ErrorCode } from '../model/error.ts'
import type { BrokerNumber, Offset } from '../model/names.ts'
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
  /** Neither fenced nor shutting down. */
  readonly eligible: readonly BrokerNumber[]
}

/** ISR-R05: a pending expansion counts at once, a pending shrink not until it is committed. */
export const maximalIsr = ({ isr, pendingIsr }: LeaderRole): readonly BrokerNumber[] => (pendingIsr?.change === 'expand' ? pendingIsr.isr : isr)

/** ISR-R01 */
export const isCaughtUp = (remote: RemoteReplica, { logEndOffset, now, lagMaxMs }: LeaderView): boolean =>
  remote.logEndOffset === logEndOffset || now - remote.caughtUpAt <= lagMaxMs

/** HW-R02: the log ends that count: of the maximal ISR, and of replicas outside it that have caught up and may join. */
const endsThatCount = (role: LeaderRole, view: LeaderView): readonly Offset[] => {
  const counts = (broker: BrokerNumber, remote: RemoteReplica): boolean =>
    maximalIsr(role).includes(broker) || (isCaughtUp(remote, view) && view.eligible.includes(broker))
  return Object.entries(role.remotes).flatMap(([b, remote]) => (counts(Number(b), remote) ? [remote.logEndOffset] : []))
}

export const advance = (role: LeaderRole, view: LeaderView): LeaderRole => {
  const highWatermark = nextHighWatermark(role.highWatermark, view.logEndOffset, endsThatCount(role, view), role.isr.length, view.minIsr)
  return highWatermark === role.highWatermark ? role : { ...role, highWatermark }
}

/**
 * HW-R01, ISR-R01, ISR-R04: a follower's fetch. Its offset is its log end; it may join the ISR once it has the high
 * watermark and the start of this leader's epoch, and nothing else is pending.
 */
export const onFetch = (role: LeaderRole, replica: BrokerNumber, fetchOffset: Offset, view: LeaderView): LeaderRole => {
  const before = role.remotes[replica]
  if (!before) return role
  const counted = { ...role, remotes: { ...role.remotes, [replica]: fetched(before, fetchOffset, view) } }
  const mayJoin = !role.isr.includes(replica) && view.eligible.includes(replica) && fetchOffset >= role.highWatermark && fetchOffset >= role.epochStartOffset
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
  if (role.pendingIsr) return role
  const out = outOfSync(role, view)
  return out.length === 0 ? role : { ...role, pendingIsr: { change: 'shrink', isr: role.isr.filter((b) => !out.includes(b)) } }
}

export const outOfSync = (role: LeaderRole, view: LeaderView): readonly BrokerNumber[] =>
  role.isr.filter((b) => {
    const remote = role.remotes[b]
    return b !== view.own && remote !== undefined && !isCaughtUp(remote, view)
  })

/** A follower of the ISR has not got everything yet: it is worth looking at the clock. */
export const isAnyBehind = (role: LeaderRole, view: LeaderView): boolean => role.isr.some((b) => b !== view.own && (role.remotes[b]?.logEndOffset ?? -1) < view.logEndOffset)

/** ISR-R05, HW-R03: what the controller has committed. */
export const onMetadata = (role: LeaderRole, state: Pick<PartitionState, 'isr' | 'partitionEpoch'>, view: LeaderView): LeaderRole =>
  advance({ ...role, isr: state.isr, partitionEpoch: state.partitionEpoch, pendingIsr: null }, view)

/** ISR-R06: `INELIGIBLE_REPLICA` resets what was asked, unexpected errors are tried again, the rest leave it pending until new metadata. */
export const onAlterPartition = (role: LeaderRole, error: ErrorCode): { readonly role: LeaderRole; readonly retry: boolean } => {
  if (error === 'INELIGIBLE_REPLICA') return { role: { ...role, pendingIsr: null }, retry: false }
  const isFinal = error === 'FENCED_LEADER_EPOCH' || error === 'INVALID_UPDATE_VERSION' || error === 'NOT_CONTROLLER' || error === 'INVALID_REQUEST'
  return { role, retry: !isFinal }
}

/** Before any run began, and longer than any lag that is allowed. */
export const LONG_AGO = -1_000_000_000

/** LEAD-05: a new leader keeps its whole log, begins its epoch at its end, and knows nothing of its followers. */
export const takeOffice = (state: PartitionState, highWatermark: Offset, view: LeaderView): LeaderRole => {
  const fresh = (b: BrokerNumber): RemoteReplica => ({
    logEndOffset: -1,
    caughtUpAt: state.isr.includes(b) ? view.now : LONG_AGO,
    fetchedAt: 0,
    leaderEndAtFetch: Number.MAX_SAFE_INTEGER,
    toldHighWatermark: 0,
  })
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
