/**
 * Which lanes a run has, in order, and what each is at the playhead.
 *
 *   Application   only if it acts apart from its producer
 *   Producer      shop, PID 7
 *   ┌ orders-0 ─────────────
 *   │ Broker 1    leader          one partition: a lane per replica
 *   │ Broker 2    in sync         several: a lane per partition, with its leader
 *   │ Controller  KRaft           only if it decides something
 *   └───────────────────────
 *   Consumer, Card service
 */

import type { LaneKind } from '../words/en/lanes.ts'
import { type Acting, actingIn, mightAct, type Run } from './acting.ts'
import {
  brokerNode,
  isFrom,
  type NodeId,
  partitionsOf,
  placed,
  type Setup,
  type TopicPartition,
  topicPartition,
} from './fromEngine.ts'
import { type HowFar, howFar } from './howFar.ts'
import type { Reign } from './leaders.ts'
import { isDone, type Moment } from './moment.ts'
import { type Facts, partitionRoles, producerRoles, type Role, replicaRoles, role, withOutages } from './roles.ts'
import type { Timed } from './timed.ts'

interface Stretch {
  readonly from: Moment
  /** null: to the end of the run. */
  readonly until: Moment | null
}
export interface Lane {
  readonly id: string
  readonly kind: LaneKind
  readonly node: NodeId
  readonly partition: TopicPartition | null
  readonly leads: readonly Stretch[]
  readonly down: readonly Stretch[]
  /** Its process runs, and it does not fetch. */
  readonly lags: readonly Stretch[]
  readonly roles: readonly Role[]
  /** Of a reader: how far it is; of a coordinator: what it keeps. */
  readonly far: readonly HowFar[]
  /** Shown from Detail on. */
  readonly isNear?: boolean
}
export interface Lanes {
  readonly lanes: readonly Lane[]
  /** Whoever may come to act has one: what is shown while the future is hidden. */
  readonly whoever: readonly Lane[]
  /** What stands over the cluster's tint: the partition, or the topic. */
  readonly clusterName: string
  readonly showReplicas: boolean
}

const downOf = (facts: Facts, node: NodeId): readonly Stretch[] =>
  facts.crashes.filter((one) => one.node === node).map(({ moment, back }) => ({ from: moment, until: back }))

const plain = (facts: Facts, kind: LaneKind, node: NodeId, roles: readonly Role[]): Lane => ({
  id: node,
  kind,
  node,
  partition: null,
  leads: [],
  down: downOf(facts, node),
  lags: [],
  roles,
  far: [],
})

const replicaLane = (facts: Facts, node: NodeId, partition: TopicPartition): Lane => ({
  ...plain(facts, 'replica', node, replicaRoles(facts, node, partition)),
  partition,
  leads: facts.leaders.reigns.filter((reign) => reign.node === node && reign.partition === partition),
  lags: facts.troubles.lags.filter((one) => one.node === node).map(({ moment, until }) => ({ from: moment, until })),
})

/** From the death of a leader until the next one takes office, or it is back itself. */
const leaderless = (facts: Facts, reign: Reign, next: Reign | undefined): readonly Stretch[] => {
  if (reign.endsBy !== 'gone' || reign.until === null) return []
  const back = facts.crashes.find((one) => one.node === reign.node && one.moment === reign.until)?.back ?? null
  return [{ from: reign.until, until: next?.from ?? back }]
}

const partitionLane = (facts: Facts, node: NodeId, partition: TopicPartition): Lane => {
  const reigns = facts.leaders.reigns.filter((reign) => reign.partition === partition)
  return {
    ...plain(facts, 'partition', node, partitionRoles(facts, partition)),
    id: partition,
    partition,
    leads: reigns,
    down: reigns.flatMap((reign, i) => leaderless(facts, reign, reigns[i + 1])),
  }
}

const clusterLanes = (setup: Setup, facts: Facts): Omit<Lanes, 'whoever'> => {
  const { topic } = setup.workload
  const own = partitionsOf(setup)
  const begun = placed(setup).filter(({ partition }) => own.includes(partition))
  if (begun.length > 1)
    return {
      showReplicas: false,
      clusterName: topic,
      lanes: begun.map(({ leader, partition }) => partitionLane(facts, brokerNode(leader), partition)),
    }
  const partition = topicPartition(topic, 0)
  return {
    showReplicas: true,
    clusterName: partition,
    lanes: [...(begun[0]?.replicas ?? [])]
      .sort((a, b) => a - b)
      .map((broker) => replicaLane(facts, brokerNode(broker), partition)),
  }
}

export const lanes = (setup: Setup, events: readonly Timed[], facts: Facts, run: Run): Lanes => {
  const cluster = clusterLanes(setup, facts)
  const clients = Object.entries(setup.clients)
  const producers = clients.flatMap(([id, client]) => (client.kind === 'producer' ? [id] : []))
  const readers = clients.flatMap(([id, client]) => (client.kind === 'consumer' ? [id] : []))
  const inOrder = ({ applications, controllers, outside, coordinator }: Acting): readonly Lane[] => [
    ...applications.map((id) => plain(facts, 'application', id, [role('shop')])),
    ...producers.map((id) => plain(facts, 'producer', id, producerRoles(events, facts, id))),
    ...cluster.lanes,
    ...controllers.map((id) => plain(facts, 'controller', id, [role('controller')])),
    ...(coordinator === null ? [] : [coordinator]),
    ...readers.map((id) => ({
      ...plain(facts, 'consumer', id, withOutages(facts, id, [role('reader')])),
      far: howFar(events, setup, facts.crashes, id),
    })),
    ...outside.map((id) => plain(facts, 'outside', id, [role('outside')])),
  ]
  const acting = actingIn(setup, events, facts, run)
  return { ...cluster, lanes: inOrder(acting), whoever: inOrder(mightAct(acting, run)) }
}

/** Of a node itself, not of a role it has. */
const isOwn = ({ kind }: Lane): boolean => kind !== 'partition' && kind !== 'coordinator'

/** The lane a node's end of a message lies on. */
export const laneOf = (all: readonly Lane[], node: NodeId, partition: TopicPartition | null): Lane | null =>
  all.find((lane) => lane.kind === 'partition' && lane.partition === partition && isFrom('broker', node)) ??
  all.find((lane) => isOwn(lane) && lane.node === node) ??
  null

/** Where something that happens to a node itself is drawn: its lane, or those of the partitions it leads. */
export const lanesHit = (all: readonly Lane[], reigns: readonly Reign[], node: NodeId, at: Moment): readonly Lane[] => {
  const own = all.filter((lane) => isOwn(lane) && lane.node === node)
  if (own.length > 0) return own
  const led = reigns.filter(
    (reign) => reign.node === node && isDone(reign.from, at) && (reign.until === null || isDone(at, reign.until)),
  )
  return all.filter((lane) => lane.kind === 'partition' && led.some((reign) => reign.partition === lane.partition))
}
