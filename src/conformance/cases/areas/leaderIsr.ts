import type { LeaderRole } from '../../../engine/index.ts'
import { LONG_AGO, maximalIsr, onAlterPartition, onAppend, onFetch, onMetadata, outOfSync, isStale, checkIsr, takeOffice, type LeaderView } from '../../../engine/kafka/broker/leader.ts'
import { hasEnoughReplicas } from '../../../engine/kafka/broker/minIsr.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { boolean, type Fields, fieldsOf, listOf, NotModelled, number, objectAt, oneOf, text, wholly } from '../fields.ts'
import { type Compared, together } from '../verdict.ts'

/** A leader with its clock and its log end; what happened last, for what a case expects of it. */
interface State {
  readonly role: LeaderRole
  readonly view: LeaderView
  readonly error?: string
  readonly retried?: boolean
  readonly follower?: number
}

const sorted = (brokers: readonly number[]): readonly number[] => [...brokers].sort((a, b) => a - b)

/** Time 0 is the election; remote log ends are not known yet (README of the cases). */
const givenLeader = wholly((f): State => {
  const leader = f.need('leader', wholly((l) => ({ id: l.need('id', number), leo: l.maybe('leo', number, 0), hw: l.maybe('hw', number, 0), start: l.maybe('epochStartOffset', number, null) })))
  const [replicas, isr] = [f.need('replicas', listOf(number)), f.need('isr', listOf(number))]
  const [minIsr, lagMaxMs] = [f.maybe('minIsr', number, 1), f.maybe('replicaLagTimeMaxMs', number, 30_000)]
  const highWatermark = Math.min(f.maybe('checkpointedHw', number, leader.hw), leader.leo)
  const effective = Math.min(minIsr, replicas.length)
  const view: LeaderView = { own: leader.id, now: 0, logEndOffset: leader.leo, minIsr: effective, lagMaxMs, eligible: Object.fromEntries(replicas.map((b) => [b, 0])) }
  const role = takeOffice({ partition: 'topic-0', replicas, isr, leader: leader.id, leaderEpoch: 0, partitionEpoch: 0 }, highWatermark, view)
  return { view, role: { ...role, highWatermark, epochStartOffset: leader.start ?? role.epochStartOffset } }
})

/** A fetch of a process whose broker has registered anew since. */
const staleBrokerEpoch = -1

const EVENTS: Readonly<Record<string, (state: State, event: Fields) => State>> = {
  followerFetch: ({ role, view }, event) => {
    const replica = event.need('replica', number)
    const fetchOffset = event.need('offset', number)
    const brokerEpoch = event.maybe('staleBrokerEpoch', boolean, false) ? staleBrokerEpoch : 0
    if (isStale(replica, brokerEpoch, view.eligible)) return { role, view, follower: replica, error: 'NOT_LEADER_OR_FOLLOWER' }
    return { role: onFetch(role, { replica, fetchOffset, brokerEpoch }, view), view, follower: replica }
  },
  append: ({ role, view }, event) => {
    const later = { ...view, logEndOffset: view.logEndOffset + event.need('records', number) }
    return { role: onAppend(role, later), view: later }
  },
  advance: ({ role, view }, event) => ({ role, view: { ...view, now: view.now + event.need('ms', number) } }),
  isrCheck: ({ role, view }) => ({ role: checkIsr(role, view), view }),
  alterPartitionCommitted: ({ role, view }) => ({ view, role: onMetadata(role, { isr: role.pendingIsr?.isr ?? role.isr, partitionEpoch: role.partitionEpoch + 1 }, view) }),
  alterPartitionFailed: ({ role, view }, event) => {
    // An error that the engine has no name for is an unexpected one to it as well.
    const told = onAlterPartition(role, event.need('error', text) as Parameters<typeof onAlterPartition>[1])
    return { role: told.role, view, retried: told.retry }
  },
  brokerState: ({ role, view }, event) => {
    const broker = event.need('replica', number)
    const isOut = event.need('state', oneOf('fenced', 'shutdown', 'unfenced')) !== 'unfenced'
    const { [broker]: _, ...others } = view.eligible
    return { role, view: { ...view, eligible: isOut ? others : { ...others, [broker]: 0 } } }
  },
  metadata: ({ role, view }, event) => {
    const isr = event.need('isr', listOf(number))
    const leaderEpoch = event.maybe('leaderEpoch', number, role.leaderEpoch)
    const partitionEpoch = role.partitionEpoch + 1
    if (leaderEpoch === role.leaderEpoch) return { view, role: onMetadata(role, { isr, partitionEpoch }, view) }
    const state = { partition: 'topic-0', replicas: role.replicas, isr, leader: view.own, leaderEpoch, partitionEpoch }
    return { view, role: takeOffice(state, role.highWatermark, view, role) }
  },
  becomeLeader: ({ role, view }) => {
    const { replicas, isr, leaderEpoch, partitionEpoch, highWatermark } = role
    return { view, role: takeOffice({ partition: 'topic-0', replicas, isr, leader: view.own, leaderEpoch: leaderEpoch + 1, partitionEpoch }, highWatermark, view) }
  },
}

/** High watermark and ISR: the partition's own functions, one event after the other. */
export const leaderIsr = ({ given, when, expected }: Case): Compared => {
  const input = fieldsOf(when, 'when')
  const events = input.need('events', listOf(objectAt))
  input.nothingElse()
  let state = givenLeader(given, 'given')
  const expectations = events.map((value, i) => {
    const event = fieldsOf(value, `when.events[${i}]`)
    const name = event.need('do', text)
    const happen = EVENTS[name]
    if (!happen) throw new NotModelled(`event "${name}"`)
    state = happen(state, event)
    const expected = event.maybe('expect', objectAt, {})
    event.nothingElse()
    return compare(expected, reading(state, expected), `when.events[${i}].expect`)
  })
  return together([...expectations, compare(expected, reading(state, expected), 'then')])
}

const reading = ({ role, view, error, retried, follower }: State, expected: unknown) => {
  const of = Object.hasOwn(objectAt(expected, 'then'), 'follower') ? followerIn(role, view, follower) : undefined
  return {
    hw: role.highWatermark,
    isr: sorted(role.isr),
    maximalIsr: sorted(maximalIsr(role)),
    proposedIsr: role.pendingIsr ? sorted(role.pendingIsr.isr) : null,
    underMinIsr: !hasEnoughReplicas(role.isr, view.minIsr),
    atMinIsr: role.isr.length === view.minIsr,
    effectiveMinIsr: view.minIsr,
    outOfSync: sorted(outOfSync(role, view)),
    ...(error === undefined ? {} : { error }),
    ...(retried === undefined ? {} : { retried }),
    ...(of === undefined ? {} : { follower: of }),
  }
}

/** The follower that fetched last, else the only one there is. */
const followerIn = (role: LeaderRole, view: LeaderView, last: number | undefined) => {
  const [first] = role.replicas.filter((b) => b !== view.own)
  const remote = role.remotes[last ?? first ?? -1]
  return remote && { leo: remote.logEndOffset, lastCaughtUpMs: remote.caughtUpAt === LONG_AGO ? 0 : remote.caughtUpAt }
}
