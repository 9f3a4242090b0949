import type { Command, Env, Input, Message, Turn } from '../model/kinds.ts'
import { brokerNode, brokerNumber, isInternal, topicOf, type BrokerEpoch, type BrokerNumber, type TopicPartition } from '../model/names.ts'
import type { ClusterState, Controller, Registration } from '../model/controller.ts'
import type { Body } from '../model/message.ts'
import { timerKey } from '../model/timer.ts'
import { electLeader, type Trigger } from './electLeader.ts'
import { refusalOf } from './refusal.ts'

export interface ControllerEnv extends Env<null> {
  readonly minIsr: (partition: TopicPartition) => number
  readonly uncleanElection: (topic: string) => boolean
  /** Feature `eligible.leader.replicas.version` is 1 (ELR-02), as on new clusters; 0 is what an upgraded one has (ELR-01). */
  readonly elrEnabled: boolean
}

type State = Controller['durable']
/** What lies on the controller's desk while one input is handled. */
interface Desk {
  readonly id: string
  readonly env: ControllerEnv
  state: State
  readonly commands: Command[]
}

/** The controller: registers brokers, fences those it has not heard of, elects leaders, commits ISRs (KR-01…05). */
export const handleController = (self: Controller, input: Input, env: ControllerEnv): Turn<Controller> => {
  const desk: Desk = { id: self.id, env, state: self.durable, commands: [] }
  receive(desk, input)
  return { self: desk.state === self.durable ? self : { ...self, durable: desk.state }, commands: desk.commands }
}

const receive = (desk: Desk, input: Input): void => {
  if (input.kind === 'timer' && input.timer.timer === 'session') return endSession(desk, brokerNumber(input.timer.broker))
  if (input.kind === 'timer' && input.timer.timer === 'unfence') return unfence(desk, brokerNumber(input.timer.broker))
  if (input.kind === 'message' && input.message.body.api === 'AlterPartition') return alterPartition(desk, input.message, input.message.body)
  if (input.kind === 'message' && input.message.body.api === 'ControlledShutdown') return shutDown(desk, input.message)
  if (input.kind === 'call' && input.call.call === 'bootstrap') {
    desk.commands.push({ do: 'call', to: input.from, call: { call: 'metadata', cluster: clusterState(desk) } })
    return
  }
  if (input.kind === 'call' && input.call.call === 'heartbeat') return hearAgain(desk, brokerNumber(input.from))
  if (input.kind === 'call' && input.call.call === 'register') register(desk, brokerNumber(input.from), input.call)
}

/** Of a partition of the cluster's own nothing is told (model.md section 7). */
const note = (desk: Desk, event: Extract<Command, { do: 'note' }>['event']): void => {
  if (!('partition' in event && isInternal(event.partition))) desk.commands.push({ do: 'note', event })
}

const putBroker = (desk: Desk, broker: BrokerNumber, change: Partial<State['brokers'][number]>): void => {
  const before = desk.state.brokers[broker] ?? { epoch: 0, fenced: true, shuttingDown: false, waits: null }
  desk.state = { ...desk.state, brokers: { ...desk.state.brokers, [broker]: { ...before, ...change } } }
}

const isEligible = (desk: Desk, broker: BrokerNumber): boolean => {
  const known = desk.state.brokers[broker]
  return known !== undefined && !known.fenced && !known.shuttingDown
}

/** KR-03: fencing removes the broker from every ISR and elects new leaders in the same step. */
const endSession = (desk: Desk, broker: BrokerNumber): void => {
  const known = desk.state.brokers[broker]
  if (!known || known.fenced) return
  putBroker(desk, broker, { fenced: true, waits: null })
  note(desk, { kind: 'broker-fenced', node: desk.id, broker: brokerNode(broker) })
  leaveIsrs(desk, broker, [])
  publish(desk, null)
  if (known.waits !== null) admit(desk, broker, known.waits, 'after a crash')
}

/** KR-04: refused while its old session is still valid. */
const register = (desk: Desk, broker: BrokerNumber, { clean, brokerEpoch }: { readonly clean: boolean; readonly brokerEpoch: BrokerEpoch }): void => {
  const known = desk.state.brokers[broker]
  if (known?.epoch === brokerEpoch && !known.fenced) tellRegistered(desk, broker)
  else if (known && !known.fenced && !known.shuttingDown) {
    putBroker(desk, broker, { waits: brokerEpoch })
    note(desk, { kind: 'registration-refused', node: desk.id, broker: brokerNode(broker) })
  } else admit(desk, broker, brokerEpoch, clean ? 'after a shutdown' : 'after a crash')
}

/** How long a fenced broker takes to catch up with the metadata log before it is unfenced; until then it does not know (LEAD-10). */
const CATCH_UP = 500

/** A heartbeat of a session that lives keeps it; a broker that was fenced meanwhile is unfenced, its process being the same. */
const hearAgain = (desk: Desk, broker: BrokerNumber): void => {
  const node = brokerNode(broker)
  const unfence = { timer: 'unfence' as const, broker: node }
  if (!desk.state.brokers[broker]?.fenced) {
    desk.commands.push({ do: 'cancel-timer', key: timerKey({ timer: 'session', broker: node }) })
    // What was decided while it did not hear.
    desk.commands.push({ do: 'send', to: node, connection: null, about: [], body: { api: 'MetadataUpdate', cluster: clusterState(desk) } })
  }
  else desk.commands.push({ do: 'set-timer', key: timerKey(unfence), name: `unfence ${node}`, at: desk.env.now + CATCH_UP, timer: unfence })
}

/** ELR-04: after an unclean shutdown it leaves ISR and ELR; KR-05: only partitions without a leader are elected at once. */
const admit = (desk: Desk, broker: BrokerNumber, epoch: BrokerEpoch, as: 'the same process' | 'after a shutdown' | 'after a crash'): void => {
  if (as === 'after a crash') leaveIsrs(desk, broker, [broker])
  putBroker(desk, broker, { epoch, fenced: false, shuttingDown: false, waits: null })
  note(desk, { kind: 'broker-unfenced', node: desk.id, broker: brokerNode(broker) })
  for (const p of Object.values(desk.state.partitions)) if (p.leader === null) change(desk, p, p.isr, [])
  desk.commands.push({ do: 'cancel-timer', key: timerKey({ timer: 'unfence', broker: brokerNode(broker) }) })
  tellRegistered(desk, broker)
  publish(desk, broker)
}

const unfence = (desk: Desk, broker: BrokerNumber): void => admit(desk, broker, desk.state.brokers[broker]?.epoch ?? 0, 'the same process')

const tellRegistered = (desk: Desk, broker: BrokerNumber): void => {
  const brokerEpoch = desk.state.brokers[broker]?.epoch ?? 0
  desk.commands.push({ do: 'call', to: brokerNode(broker), call: { call: 'registered', brokerEpoch, cluster: clusterState(desk) }, remote: true })
}

/** KR-02: leaderships move and all ISRs are left before the process stops. */
const shutDown = (desk: Desk, request: Message): void => {
  const broker = brokerNumber(request.from)
  putBroker(desk, broker, { shuttingDown: true })
  note(desk, { kind: 'broker-shutting-down', node: desk.id, broker: brokerNode(broker) })
  leaveIsrs(desk, broker, [])
  publish(desk, null)
  desk.commands.push({ do: 'answer', request, body: { api: 'ControlledShutdownResponse' } })
}

const leaveIsrs = (desk: Desk, broker: BrokerNumber, uncleanShutdown: readonly BrokerNumber[]): void => {
  for (const p of Object.values(desk.state.partitions)) {
    if (!p.isr.includes(broker) && p.leader !== broker && !p.elr.includes(broker)) continue
    change(desk, p, p.isr.filter((b) => b !== broker), uncleanShutdown)
  }
}

const triggerFor = (desk: Desk, { partition }: Registration, targetIsr: readonly BrokerNumber[], uncleanShutdown: readonly BrokerNumber[]): Trigger => ({
  targetIsr,
  election: desk.env.uncleanElection(topicOf(partition)) ? 'UNCLEAN' : 'ONLINE',
  isAlive: (b) => isEligible(desk, b),
  minIsr: desk.env.minIsr(partition),
  elrEnabled: desk.env.elrEnabled,
  lastKnownLeaderEnabled: true,
  uncleanShutdown,
})

/** LEAD-04, ISR-R07: a new leader raises the leader epoch, any change the partition epoch. */
const change = (desk: Desk, before: Registration, targetIsr: readonly BrokerNumber[], uncleanShutdown: readonly BrokerNumber[]): void => {
  const elected = electLeader(before, triggerFor(desk, before, targetIsr, uncleanShutdown))
  const { leader, isr, elr, lastKnownElr, unclean } = elected
  const isMoved = leader !== before.leader
  const isSame = !isMoved && sameSet(isr, before.isr) && sameSet(elr, before.elr) && sameSet(lastKnownElr, before.lastKnownElr)
  if (isSame) return
  const after: Registration = {
    ...before,
    leader,
    isr,
    elr,
    lastKnownElr,
    leaderEpoch: before.leaderEpoch + (isMoved ? 1 : 0),
    partitionEpoch: before.partitionEpoch + 1,
    recovering: unclean || (before.recovering && !isMoved),
  }
  desk.state = { ...desk.state, partitions: { ...desk.state.partitions, [before.partition]: after } }
  noteChange(desk, after, isMoved, unclean, !sameSet(isr, before.isr))
}

const noteChange = (desk: Desk, { partition, leader, leaderEpoch, isr, elr }: Registration, isMoved: boolean, unclean: boolean, isIsrChanged: boolean): void => {
  if (isIsrChanged) note(desk, { kind: 'isr-changed', node: desk.id, partition, isr, elr })
  if (isMoved) note(desk, { kind: 'leader-elected', node: desk.id, partition, leader: leader === null ? null : brokerNode(leader), leaderEpoch, isr, unclean })
}

const sameSet = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x) => b.includes(x))

const clusterState = ({ state }: Desk): ClusterState => ({
  partitions: Object.values(state.partitions).map(({ partition, replicas, isr, leader, leaderEpoch, partitionEpoch }) => ({ partition, replicas, isr, leader, leaderEpoch, partitionEpoch })),
  eligible: Object.fromEntries(Object.entries(state.brokers).flatMap(([b, known]) => (!known.fenced && !known.shuttingDown ? [[b, known.epoch]] : []))),
})

/** Every live broker reads the decision one link later. */
const publish = (desk: Desk, except: BrokerNumber | null): void => {
  for (const [number, known] of Object.entries(desk.state.brokers)) {
    if (known.fenced || Number(number) === except) continue
    desk.commands.push({ do: 'send', to: brokerNode(Number(number)), connection: null, about: [], body: { api: 'MetadataUpdate', cluster: clusterState(desk) } })
  }
}

/** ISR-R05…R07: a leader asks for another ISR. */
const alterPartition = (desk: Desk, request: Message, body: Extract<Body, { api: 'AlterPartition' }>): void => {
  const known = desk.state.partitions[body.partition]
  const error = refusalOf(known, brokerNumber(request.from), body, (b) => isEligible(desk, b))
  if (error || !known) {
    note(desk, { kind: 'isr-change-refused', node: desk.id, partition: body.partition, error: error ?? 'INVALID_REQUEST' })
    desk.commands.push({ do: 'answer', request, body: { api: 'AlterPartitionResponse', partition: body.partition, error: error ?? 'INVALID_REQUEST' } })
    return
  }
  change(desk, known, body.isr, [])
  publish(desk, null)
}
