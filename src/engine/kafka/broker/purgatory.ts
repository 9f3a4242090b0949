import type { ConnectionId } from '../../core/world.ts'
import type { PartitionProduceResult } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { TopicPartition } from '../model/names.ts'
import type { WaitingProduce } from '../model/broker.ts'
import type { SentRecord } from '../model/record.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import { effectiveMinIsr, leaderRole, note, update, type Desk } from './desk.ts'
import { hasEnoughReplicas } from './minIsr.ts'
import { isHeard, respond } from './requests.ts'

const expiryOf = (request: Message): Timer => ({ timer: 'produce-expiry', connection: request.connection ?? '' })

/** ACK-05, BLOG-05: an append or a recognised duplicate with acks=all is answered when the high watermark covers it. */
export const waitForReplicas = (desk: Desk, waiting: WaitingProduce): void => {
  update(desk, { purgatory: [...desk.state.purgatory, waiting] })
  for (const p of waiting.partitions) {
    if (p.error === 'NONE') note(desk, { kind: 'produce-waits-for-replicas', node: desk.id, partition: p.partition, records: p.records, until: p.needs })
  }
  const { request, expiresAt } = waiting
  const name = `produce-expiry Produce[${request.about.join(',')}] ${desk.id}`
  desk.commands.push({ do: 'set-timer', key: timerKey(expiryOf(request)), name, at: expiresAt, timer: expiryOf(request) })
}

type Waiting = WaitingProduce['partitions'][number]

/**
 * What a waiting partition is answered now; null: it still waits. ACK-09: whoever is no longer the leader cannot promise
 * anything. ACK-07: the high watermark covers the batch, and only then is the ISR looked at once more.
 */
const concludeOne = (desk: Desk, waiting: Waiting): Waiting | null => {
  if (waiting.error !== 'NONE') return waiting
  const role = leaderRole(desk, waiting.partition)
  if (!role) return { ...waiting, error: 'NOT_LEADER_OR_FOLLOWER' }
  if (role.highWatermark < waiting.needs) return null
  return hasEnoughReplicas(role.isr, effectiveMinIsr(desk, waiting.partition, role)) ? waiting : { ...waiting, error: 'NOT_ENOUGH_REPLICAS_AFTER_APPEND' }
}

/** The answer to a request once none of its partitions waits any more, else null. */
export const conclude = (desk: Desk, partitions: readonly Waiting[]): readonly Waiting[] | null => {
  const concluded = partitions.flatMap((p) => concludeOne(desk, p) ?? [])
  return concluded.length === partitions.length ? concluded : null
}

/** The high watermark of a partition has risen, or its leader stepped down: answers what need not wait any longer. */
export const releaseProduces = (desk: Desk, partition: TopicPartition): void => {
  for (const waiting of desk.state.purgatory) {
    const concluded = waiting.partitions.some((p) => p.partition === partition) ? conclude(desk, waiting.partitions) : null
    if (!concluded) continue
    leave(desk, waiting)
    answerProduce(desk, waiting.request, concluded)
  }
}

/** ACK-08: nothing is rolled back; the answer names the offset at which the record lies (MYTH-24). */
export const expireProduce = (desk: Desk, connection: ConnectionId): void => {
  const waiting = desk.state.purgatory.find((w) => (w.request.connection ?? '') === connection)
  if (!waiting) return
  leave(desk, waiting)
  answerProduce(desk, waiting.request, waiting.partitions.map((p) => concludeOne(desk, p) ?? { ...p, error: 'REQUEST_TIMED_OUT' }))
}

const leave = (desk: Desk, waiting: WaitingProduce): void => {
  update(desk, { purgatory: desk.state.purgatory.filter((w) => w !== waiting) })
  desk.commands.push({ do: 'cancel-timer', key: timerKey(expiryOf(waiting.request)) })
}

interface Answered extends PartitionProduceResult {
  readonly records: readonly SentRecord[]
}

export const answerProduce = (desk: Desk, request: Message, results: readonly Answered[]): void => {
  if (isHeard(desk, request)) {
    for (const { partition, records, error, baseOffset } of results) {
      note(desk, { kind: 'produce-answered', node: desk.id, partition, records, error, baseOffset, message: request.name })
    }
  }
  respond(desk, request, { api: 'ProduceResponse', results: results.map((r) => resultOf(desk, r)) })
}

/** RET-10: a broker that does not lead the partition names who does, as far as it knows. */
const resultOf = (desk: Desk, { partition, error, baseOffset }: Answered): PartitionProduceResult => {
  const known = error === 'NOT_LEADER_OR_FOLLOWER' ? desk.state.metadata[partition] : undefined
  if (!known || known.leader === null) return { partition, error, baseOffset }
  return { partition, error, baseOffset, currentLeader: { leader: known.leader, leaderEpoch: known.leaderEpoch } }
}
