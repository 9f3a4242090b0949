import type { NodeId } from '../../core/world.ts'
import { isReady, leaderOf, queuedPartitions } from './accumulator.ts'
import { isIdempotent, linkTo, unanswered, update, type Desk } from './desk.ts'
import { drain, mute, unmute } from './drain.ts'
import { failExpired } from './expiry.ts'
import { abortBatches } from './finish.ts'
import { bumpEpochIfRequested, resolveSequences } from './identity.ts'
import { dial } from './links.ts'
import { pollOnly } from './poll.ts'
import { hasRoom, sendInitProducerId, sendMetadata, sendProduce } from './write.ts'

/**
 * ACC-R07, the order of one sender turn: resolve unresolved sequences → bump the epoch if requested → id request if
 * needed → find ready nodes → drain and assign sequences → mute → find expired batches → fail them → write the requests
 * → read answers. While an id is being asked for nothing else is sent (PID-01).
 */
export const senderTurn = (desk: Desk): void => {
  if (isIdempotent(desk)) {
    resolveSequences(desk)
    if (desk.state.identity.state === 'fatal') return abortAll(desk)
    bumpEpochIfRequested(desk)
    if (askForProducerId(desk)) {
      askForMetadata(desk)
      return pollOnly(desk)
    }
  }
  sendProducerData(desk)
  askForMetadata(desk)
  pollOnly(desk)
}

/** RET-09: all batches are aborted; what is sent later fails as well. */
const abortAll = (desk: Desk): void => {
  abortBatches(desk, 'KafkaException', 'Cannot execute transactional method because we are in an error state')
  pollOnly(desk)
}

const sendProducerData = (desk: Desk): void => {
  const drained = readyNodes(desk).map((broker) => ({ broker, batches: drain(desk, broker) }))
  mute(desk, drained.flatMap((d) => d.batches))
  failExpired(desk)
  for (const { broker, batches } of drained) {
    sendProduce(desk, broker, batches)
    if (desk.env.config.acks === 0) for (const batch of batches) unmute(desk, batch.partition)
  }
}

/** Leaders of ready partitions that can take a request; one that is not connected is dialled. */
const readyNodes = (desk: Desk): readonly NodeId[] => {
  const leaders = new Set<NodeId>()
  for (const partition of queuedPartitions(desk)) {
    const leader = leaderOf(desk, partition)
    if (leader === null) wantMetadata(desk)
    else if (isReady(desk, partition)) leaders.add(leader)
  }
  for (const leader of leaders) dial(desk, leader)
  return [...leaders].filter((leader) => hasRoom(desk, leader))
}

/** ACC-R06: its topic triggers a metadata request; once asked, the next answer says more. */
const wantMetadata = (desk: Desk): void => {
  if (!isAsking(desk, 'Metadata') && desk.env.now >= desk.state.metadataAskedAt + desk.env.config['retry.backoff.ms'] && !desk.state.metadataWanted) update(desk, { metadataWanted: true })
}

const isAsking = (desk: Desk, api: 'Metadata' | 'InitProducerId'): boolean => desk.env.brokers.some((b) => unanswered(desk, b).some((r) => r.api === api))

/** The lowest broker id that is connected; with none, the lowest one that may be dialled is. */
const broker = (desk: Desk): NodeId | null => {
  const connected = desk.env.brokers.find((b) => linkTo(desk, b).state === 'connected')
  if (connected !== undefined) return connected
  if (desk.env.brokers.some((b) => linkTo(desk, b).state === 'connecting')) return null
  const dialable = desk.env.brokers.find((b) => desk.env.now >= linkTo(desk, b).notBefore)
  if (dialable !== undefined) dial(desk, dialable)
  return null
}

const askForMetadata = (desk: Desk): void => {
  if (!desk.state.metadataWanted || isAsking(desk, 'Metadata')) return
  const to = broker(desk)
  if (to === null) return
  update(desk, { metadataWanted: false, metadataAskedAt: desk.env.now })
  sendMetadata(desk, to)
}

/** PID-01: an id is asked for before any record needs it. @returns whether the turn ends here */
const askForProducerId = (desk: Desk): boolean => {
  const { identity } = desk.state
  if (identity.state !== 'uninitialized') return false
  if (isAsking(desk, 'InitProducerId') || desk.env.now < identity.notBefore) return true
  const to = broker(desk)
  if (to !== null) sendInitProducerId(desk, to)
  return true
}
