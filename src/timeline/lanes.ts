/**
 * Which lanes a run has, in order, and what each is at the playhead.
 *
 *   Application   only if it acts apart from its producer
 *   Producer      shop, PID 7
 *   ┌ orders-0 ─────────────
 *   │ Broker 1    leader          one partition: a lane per replica
 *   │ Broker 2    in sync         several: a lane per partition, with its leader
 *   └───────────────────────
 *   Consumer, Card service
 */
import { brokerNode, type NodeId, type Setup, type TopicPartition, topicPartition } from './fromEngine.ts'
import type { CrashMark } from './marks.ts'
import { compareMoments, isDone, type Moment, START } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export type LaneKind = 'application' | 'producer' | 'replica' | 'partition' | 'consumer' | 'outside'
export type RoleName = 'leader' | 'in sync' | 'catching up' | 'down' | 'shop' | 'reader' | 'outside'

export interface Role {
  readonly from: Moment
  readonly role: RoleName
  /** A producer's id, where it has one. */
  readonly producerId: number | null
  /** With several partitions: the leader of the lane's partition. */
  readonly broker: number | null
}
export interface Lane {
  readonly id: string
  readonly kind: LaneKind
  readonly node: NodeId
  readonly partition: TopicPartition | null
  readonly leads: boolean
  readonly roles: readonly Role[]
}
export interface Lanes {
  readonly lanes: readonly Lane[]
  /** What stands over the cluster's tint: the partition, or the topic. */
  readonly clusterName: string
  readonly showReplicas: boolean
}

const role = (name: RoleName, from: Moment = START, more: Partial<Role> = {}): Role => ({
  from,
  role: name,
  producerId: null,
  broker: null,
  ...more,
})

/** Down from a crash to the restart; what it was before, otherwise. */
const withCrashes = (crashes: readonly CrashMark[], node: NodeId, roles: readonly Role[]): readonly Role[] => {
  const own = crashes.filter((crash) => crash.node === node)
  const isDown = (at: Moment): boolean =>
    own.some((crash) => isDone(crash.moment, at) && (crash.back === null || !isDone(crash.back, at)))
  const usual = (at: Moment): Role => roles.findLast((one) => isDone(one.from, at)) ?? role('shop')
  const changes = own.flatMap((crash) => [
    role('down', crash.moment),
    ...(crash.back === null ? [] : [{ ...usual(crash.back), from: crash.back, producerId: null }]),
  ])
  return [...roles.filter((one) => !isDown(one.from)), ...changes].sort((a, b) => compareMoments(a.from, b.from))
}

const producerRoles = (events: readonly Timed[], crashes: readonly CrashMark[], node: NodeId): readonly Role[] => {
  const told = ofKind(events, 'producer-id-received', 'epoch-bumped').filter(({ event }) => event.node === node)
  const first = ofKind(events, 'batch-sent').find(({ event }) => event.node === node)?.event.stamp?.producerId ?? null
  // Warm: the id was handed out before the run began, unless it is asked for first.
  const begins = role('shop', START, {
    producerId: told[0]?.event.kind === 'producer-id-received' && told[0].event.producerId === first ? null : first,
  })
  const roles = [begins, ...told.map(({ event, moment }) => role('shop', moment, { producerId: event.producerId }))]
  return withCrashes(crashes, node, roles)
}

/** The first of the replicas that is in sync. */
const leaderAtStart = (brokers: readonly number[], inSync: readonly number[] | undefined): number =>
  brokers.find((broker) => inSync?.includes(broker) ?? true) ?? brokers[0] ?? 1

const clusterLanes = (setup: Setup): Omit<Lanes, 'lanes'> & { readonly lanes: readonly Lane[] } => {
  const { topic } = setup.workload
  const replicas = setup.cluster.topics[topic]?.replicas ?? []
  const inSync = setup.cluster.isrAtStart
  const single = replicas.length <= 1
  if (!single)
    return {
      showReplicas: false,
      clusterName: topic,
      lanes: replicas.map((brokers, p) => {
        const leader = leaderAtStart(brokers, inSync)
        const partition = topicPartition(topic, p)
        return {
          id: partition,
          kind: 'partition',
          node: brokerNode(leader),
          partition,
          leads: true,
          roles: [role('leader', START, { broker: leader })],
        }
      }),
    }
  const brokers = replicas[0] ?? []
  const partition = topicPartition(topic, 0)
  return {
    showReplicas: true,
    clusterName: partition,
    lanes: [...brokers]
      .sort((a, b) => a - b)
      .map((broker) => {
        const leads = broker === leaderAtStart(brokers, inSync)
        const is: RoleName = leads
          ? 'leader'
          : inSync === undefined || inSync.includes(broker)
            ? 'in sync'
            : 'catching up'
        return {
          id: brokerNode(broker),
          kind: 'replica',
          node: brokerNode(broker),
          partition,
          leads,
          roles: [role(is)],
        }
      }),
  }
}

const plain = (kind: LaneKind, node: NodeId, roles: readonly Role[]): Lane => ({
  id: node,
  kind,
  node,
  partition: null,
  leads: false,
  roles,
})

export const lanes = (setup: Setup, events: readonly Timed[], crashes: readonly CrashMark[]): Lanes => {
  const cluster = clusterLanes(setup)
  const clients = Object.entries(setup.clients)
  const acting = new Set(
    ofKind(events, 'application-sends-again', 'application-gave-up').map(({ event }) => event.node),
  )
  const crashed = new Set(crashes.map((crash) => crash.node))
  const producers = clients.flatMap(([id, client]) => (client.kind === 'producer' ? [{ id, client }] : []))
  const readers = clients.flatMap(([id, client]) => (client.kind === 'consumer' ? [id] : []))
  const outside = [
    ...new Set(
      ofKind(events, 'message-sent').flatMap(({ event }) =>
        event.message.body.api === 'Call' ? [event.message.to] : [],
      ),
    ),
  ]
  const applications = producers
    .filter(({ id, client }) => acting.has(client.application) || crashed.has(id))
    .map(({ client }) => plain('application', client.application, [role('shop')]))
  return {
    clusterName: cluster.clusterName,
    showReplicas: cluster.showReplicas,
    lanes: [
      ...applications,
      ...producers.map(({ id }) => plain('producer', id, producerRoles(events, crashes, id))),
      ...cluster.lanes.map((lane) => ({ ...lane, roles: withCrashes(crashes, lane.node, lane.roles) })),
      ...readers.map((id) => plain('consumer', id, withCrashes(crashes, id, [role('reader')]))),
      ...outside.map((id) => plain('outside', id, [role('outside')])),
    ],
  }
}

/** The lane a node's end of a message lies on. */
export const laneOf = (all: readonly Lane[], node: NodeId, partition: TopicPartition | null): Lane | null =>
  all.find((lane) => lane.kind === 'partition' && lane.node === node && lane.partition === partition) ??
  all.find((lane) => lane.kind !== 'partition' && lane.node === node) ??
  null
