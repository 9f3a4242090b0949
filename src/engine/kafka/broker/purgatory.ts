import type { ConnectionId } from '../../core/world.ts'
import type { PartitionProduceResult } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { TopicPartition } from '../model/names.ts'
import type { WaitingProduce } from '../model/broker.ts'
import type { SentRecord } from '../model/record.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import { leaderRole, note, update, type Desk } from './desk.ts'
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

export const isCovered = (desk: Desk, waiting: Pick<WaitingProduce, 'partitions'>): boolean =>
  waiting.partitions.every((p) => p.error !== 'NONE' || (leaderRole(desk, p.partition)?.highWatermark ?? -1) >= p.needs)

/** The high watermark of a partition has risen: answers what it covers. */
export const releaseProduces = (desk: Desk, partition: TopicPartition): void => {
  for (const waiting of desk.state.purgatory) {
    if (waiting.partitions.some((p) => p.partition === partition) && isCovered(desk, waiting)) {
      leave(desk, waiting)
      answerProduce(desk, waiting.request, waiting.partitions)
    }
  }
}

/** ACK-09: the broker has stopped leading; RET-10: it names who leads now. */
export const failProduces = (desk: Desk, partition: TopicPartition): void => {
  const now = desk.state.metadata[partition]
  const named = now && now.leader !== null ? { currentLeader: { leader: now.leader, leaderEpoch: now.leaderEpoch } } : {}
  for (const waiting of desk.state.purgatory) {
    if (!waiting.partitions.some((p) => p.partition === partition && p.error === 'NONE')) continue
    leave(desk, waiting)
    answerProduce(desk, waiting.request, waiting.partitions.map((p) => (p.partition === partition ? { ...p, error: 'NOT_LEADER_OR_FOLLOWER', baseOffset: -1, ...named } : p)))
  }
}

/** ACK-08: nothing is rolled back; the answer names the offset at which the record lies (MYTH-24). */
export const expireProduce = (desk: Desk, connection: ConnectionId): void => {
  const waiting = desk.state.purgatory.find((w) => (w.request.connection ?? '') === connection)
  if (!waiting) return
  leave(desk, waiting)
  const isOpen = (p: WaitingProduce['partitions'][number]): boolean => p.error === 'NONE' && (leaderRole(desk, p.partition)?.highWatermark ?? -1) < p.needs
  answerProduce(desk, waiting.request, waiting.partitions.map((p) => (isOpen(p) ? { ...p, error: 'REQUEST_TIMED_OUT' } : p)))
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
  respond(desk, request, {
    api: 'ProduceResponse',
    results: results.map(({ partition, error, baseOffset, currentLeader }) => ({ partition, error, baseOffset, ...(currentLeader ? { currentLeader } : {}) })),
  })
}
