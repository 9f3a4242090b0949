/** What a node is at the playhead, as stretches of time: what stands under the name of its lane. */
import type { RoleWords } from '../words/en/lanes.ts'
import { brokerNumber, type NodeId, type TopicPartition } from './fromEngine.ts'
import { isrAt, type Leaders, leaderAt } from './leaders.ts'
import { compareMoments, isDone, type Moment, START } from './moment.ts'
import { type CrashMark, isDown } from './outages.ts'
import { ofKind, type Timed } from './timed.ts'
import { isWithin, type Troubles } from './troubles.ts'

export interface Role extends RoleWords {
  readonly from: Moment
}

/** What roles are made of. */
export interface Facts {
  readonly crashes: readonly CrashMark[]
  readonly leaders: Leaders
  readonly troubles: Troubles
}

export const role = (name: RoleWords['role'], from: Moment = START, more: Partial<Role> = {}): Role => ({
  from,
  role: name,
  producerId: null,
  broker: null,
  epoch: null,
  ...more,
})

const isSame = (a: Role, b: Role): boolean =>
  a.role === b.role && a.producerId === b.producerId && a.broker === b.broker && a.epoch === b.epoch

/** What is said at each of these moments; equal ones in a row are one. */
const stretchesOf = (moments: readonly (Moment | null)[], at: (moment: Moment) => Role): readonly Role[] => {
  const sorted = [START, ...moments.filter((one) => one !== null)].sort(compareMoments)
  const roles: Role[] = []
  for (const moment of sorted) {
    const now = { ...at(moment), from: moment }
    const last = roles.at(-1)
    if (last !== undefined && compareMoments(last.from, moment) === 0) roles.pop()
    const before = roles.at(-1)
    if (before === undefined || !isSame(before, now)) roles.push(now)
  }
  return roles
}

/** Down from a crash to the restart, paused while it stands still; what it was before, otherwise. */
export const withOutages = (facts: Facts, node: NodeId, usual: readonly Role[]): readonly Role[] => {
  const crashes = facts.crashes.filter((one) => one.node === node)
  const pauses = facts.troubles.pauses.filter((one) => one.node === node)
  const at = (moment: Moment): Role => {
    if (isDown(crashes, node, moment)) return role('down')
    if (pauses.some((one) => isWithin(one, moment))) return role('paused')
    const own = usual.findLast((one) => isDone(one.from, moment)) ?? role('shop')
    // A producer's id dies with its process.
    const isForgotten = crashes.some(({ back }) => back !== null && isDone(back, moment) && isDone(own.from, back))
    return isForgotten ? { ...own, producerId: null } : own
  }
  const changes = [...crashes.flatMap((one) => [one.moment, one.back]), ...pauses.flatMap((p) => [p.moment, p.until])]
  return stretchesOf([...usual.map((one) => one.from), ...changes], at)
}

const changesOf = ({ leaders }: Facts, partition: TopicPartition): readonly (Moment | null)[] => [
  ...leaders.reigns.filter((r) => r.partition === partition).flatMap((r) => [r.from, r.until, r.superseded]),
  ...leaders.isrs.filter((one) => one.partition === partition).map((one) => one.from),
  ...leaders.offline.filter((one) => one.partition === partition).flatMap((one) => [one.from, one.until]),
]

/** A replica: leader, in sync or not; down and paused go before. */
export const replicaRoles = (facts: Facts, node: NodeId, partition: TopicPartition): readonly Role[] => {
  const { leaders } = facts
  const own = leaders.reigns.filter((reign) => reign.partition === partition && reign.node === node)
  const at = (moment: Moment): Role => {
    const reign = own.find((one) => isWithin({ moment: one.from, until: one.until }, moment))
    if (reign?.superseded && isDone(reign.superseded, moment)) return role('old leader')
    if (reign !== undefined) return role('leader', START, { epoch: epochSaid(facts, partition, moment, reign.epoch) })
    return role(isrAt(leaders, partition, moment).includes(brokerNumber(node)) ? 'in sync' : 'out of sync')
  }
  return withOutages(facts, node, stretchesOf(changesOf(facts, partition), at))
}

/** Epoch 0 goes without saying while there is no other. */
const epochSaid = ({ leaders }: Facts, partition: TopicPartition, at: Moment, epoch: number): number | null =>
  epoch > 0 || (leaderAt(leaders, partition, at)?.epoch ?? 0) > 0 ? epoch : null

/** A partition: who leads it. */
export const partitionRoles = (facts: Facts, partition: TopicPartition): readonly Role[] => {
  const { leaders, crashes } = facts
  const at = (moment: Moment): Role => {
    if (
      leaders.offline.some(
        (one) => one.partition === partition && isWithin({ moment: one.from, until: one.until }, moment),
      )
    )
      return role('no leader')
    const reign = leaderAt(leaders, partition, moment)
    if (reign === null) return role('no leader')
    const broker = brokerNumber(reign.node)
    if (isDown(crashes, reign.node, moment)) return role('down', START, { broker })
    return role('leader', START, { broker, epoch: epochSaid(facts, partition, moment, reign.epoch) })
  }
  const downs = crashes.flatMap((one) => [one.moment, one.back])
  return stretchesOf([...changesOf(facts, partition), ...downs], at)
}

export const producerRoles = (events: readonly Timed[], facts: Facts, node: NodeId): readonly Role[] => {
  const told = ofKind(events, 'producer-id-received', 'epoch-bumped').filter(({ event }) => event.node === node)
  const first = ofKind(events, 'batch-sent').find(({ event }) => event.node === node)?.event.stamp?.producerId ?? null
  // Warm: the id was handed out before the run began, unless it is asked for first.
  const begins = role('shop', START, {
    producerId: told[0]?.event.kind === 'producer-id-received' && told[0].event.producerId === first ? null : first,
  })
  const roles = [begins, ...told.map(({ event, moment }) => role('shop', moment, { producerId: event.producerId }))]
  return withOutages(facts, node, roles)
}
