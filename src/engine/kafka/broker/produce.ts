import type { ErrorCode } from '../model/error.ts'
import type { Body } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { LeaderRole, WaitingProduce } from '../model/broker.ts'
import type { RecordBatch } from '../model/record.ts'
import { checkAndAppend, type Appended } from './checkAndAppend.ts'
import { diskOf, effectiveMinIsr, leaderRole, note, putDisk, topicConfig, update, type Desk } from './desk.ts'
import { advanceHighWatermark } from './highWatermark.ts'
import { hasEnoughReplicas } from './minIsr.ts'
import { countParkedAsCaughtUp } from './parked.ts'
import { forgetExpired } from './producerExpiry.ts'
import { answerProduce, conclude, waitForReplicas } from './purgatory.ts'
import { finish } from './requests.ts'

type Produce = Extract<Body, { api: 'Produce' }>
type Outcome = WaitingProduce['partitions'][number]

/** One request: every partition is tried on its own; then the answer leaves, waits, or (acks=0) there is none. */
export const serveProduce = (desk: Desk, request: Message, body: Produce): void => {
  const refusal = takeRefusal(desk, request)
  const outcomes = body.batches.map((batch) => (refusal ? refuse(desk, request, batch, refusal, true) : tryAppend(desk, request, body, batch)))
  if (body.acks === 0) return concludeWithoutAnswer(desk, request, outcomes)
  for (const o of outcomes) if (o.error === 'NONE') advanceHighWatermark(desk, o.partition)
  // ACK-04: acks=1 is answered right after the leader's own append.
  const concluded = body.acks === -1 ? conclude(desk, outcomes) : outcomes
  if (concluded) answerProduce(desk, request, concluded)
  else waitForReplicas(desk, { request, expiresAt: desk.env.now + body.timeoutMs, partitions: outcomes })
}

/** A fault of the plan refuses this request, once. */
const takeRefusal = (desk: Desk, request: Message): ErrorCode | null => {
  const { [request.name]: code, ...others } = desk.state.refuse
  if (code === undefined) return null
  update(desk, { refuse: others })
  return code
}

/** ACK-10: what comes over a wire may be any number. */
const isValidAcks = (acks: number): boolean => acks === -1 || acks === 0 || acks === 1

/** BLOG-01: leadership → min ISR (acks=all) → size, format, duplicate, epoch, sequence → append. ACK-06: min ISR comes before the duplicate. */
const tryAppend = (desk: Desk, request: Message, { acks }: Produce, batch: RecordBatch): Outcome => {
  if (!isValidAcks(acks)) return refuse(desk, request, batch, 'INVALID_REQUIRED_ACKS', false)
  const role = leaderRole(desk, batch.partition)
  if (!role) return refuse(desk, request, batch, 'NOT_LEADER_OR_FOLLOWER', false)
  if (acks === -1 && !hasEnoughReplicas(role.isr, effectiveMinIsr(desk, batch.partition, role))) return refuse(desk, request, batch, 'NOT_ENOUGH_REPLICAS', false)
  forgetExpired(desk, batch.partition)
  const appended = checkAndAppend(diskOf(desk, batch.partition), batch, role.leaderEpoch, topicConfig(desk, batch.partition)['max.message.bytes'])
  switch (appended.kind) {
    case 'appended':
      return lay(desk, request, batch, role, appended)
    case 'duplicate':
      return recognise(desk, request, batch, role, acks, appended)
    case 'refused':
      return refuse(desk, request, batch, appended.error, false, appended.check)
  }
}

const lay = (desk: Desk, request: Message, batch: RecordBatch, role: LeaderRole, { disk, batch: laid }: Extract<Appended, { kind: 'appended' }>): Outcome => {
  const { partition, records } = batch
  countParkedAsCaughtUp(desk, partition)
  putDisk(desk, partition, disk)
  note(desk, {
    kind: 'batch-appended',
    node: desk.id,
    partition,
    records,
    baseOffset: laid.baseOffset,
    leaderEpoch: role.leaderEpoch,
    logEndOffset: disk.log.logEndOffset,
    stamp: batch.stamp,
    message: request.name,
  })
  // HW-R09: waking the fetches is a step of its own; a crash can fall between.
  const names = records.map((r) => r.record).join(',')
  desk.commands.push({ do: 'follow-up', key: `wake ${partition}`, name: `wake[${names}] ${desk.id}`, timer: { timer: 'wake', partition } })
  return { partition, records, error: 'NONE', baseOffset: laid.baseOffset, needs: laid.lastOffset + 1 }
}

/** BLOG-03: nothing is written; the answer is success with the original offset. */
const recognise = (desk: Desk, request: Message, batch: RecordBatch, role: LeaderRole, acks: Produce['acks'], { of }: Extract<Appended, { kind: 'duplicate' }>): Outcome => {
  const { partition, records, stamp } = batch
  const needs = of.lastOffset + 1
  if (stamp) {
    const waits = acks === -1 && role.highWatermark < needs
    note(desk, { kind: 'duplicate-recognised', node: desk.id, partition, records, baseOffset: of.baseOffset, stamp, message: request.name, waits })
  }
  return { partition, records, error: 'NONE', baseOffset: of.baseOffset, needs }
}

const refuse = (
  desk: Desk,
  request: Message,
  batch: RecordBatch,
  error: ErrorCode,
  byFault: boolean,
  check: Extract<Appended, { kind: 'refused' }>['check'] = null,
): Outcome => {
  const { partition, records, stamp } = batch
  const came = check && stamp ? { came: stamp } : {}
  const expected = check && stamp && 'expected' in check ? { expected: expectation(stamp.producerEpoch, check) } : {}
  note(desk, { kind: 'batch-refused', node: desk.id, partition, records, error, message: request.name, byFault, ...came, ...expected })
  return { partition, records, error, baseOffset: -1, needs: 0 }
}

const expectation = (producerEpoch: number, check: { readonly kind: string; readonly expected: number }): { producerEpoch: number; sequence: number | null } =>
  check.kind === 'old-epoch' ? { producerEpoch: check.expected, sequence: null } : { producerEpoch, sequence: check.expected }

/** ACK-03: with acks=0 a broker that cannot append sends nothing and closes the connection. */
const concludeWithoutAnswer = (desk: Desk, request: Message, outcomes: readonly Outcome[]): void => {
  for (const o of outcomes) if (o.error === 'NONE') advanceHighWatermark(desk, o.partition)
  const refused = outcomes.find((o) => o.error !== 'NONE')
  finish(desk, request)
  if (!refused || request.connection === null) return
  note(desk, { kind: 'connection-closed-instead', node: desk.id, partition: refused.partition, connection: request.connection, error: refused.error, records: refused.records })
  desk.commands.push({ do: 'close', connection: request.connection })
}
