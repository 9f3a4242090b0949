import { backoff } from '../../../engine/kafka/clients/backoff.ts'
import { hasLeaderChanged, isReady, newBatch } from '../../../engine/kafka/producer/accumulator.ts'
import { endRequest } from '../../../engine/kafka/producer/answers.ts'
import { type Desk, putBatch, putQueue, queueOf, update } from '../../../engine/kafka/producer/desk.ts'
import { drain } from '../../../engine/kafka/producer/drain.ts'
import { failExpired } from '../../../engine/kafka/producer/expiry.ts'
import { succeed } from '../../../engine/kafka/producer/finish.ts'
import { batchNamed, configWith, deskWith, partitionNamed } from './producerBench.ts'

/** One batch at the head of each partition's queue, created and last tried at time 0. */
export interface Queued {
  readonly lingerMs: number
  readonly isFull: boolean
  readonly attempts: number
  readonly retryBackoffMs: number
  readonly retryBackoffMaxMs: number
  readonly jitterFactor: number | null
  readonly isMuted: boolean
  readonly deliveryTimeoutMs: number
  readonly waitedMs: number
  /** -1: unknown. */
  readonly leaderEpoch: number
  readonly leaderEpochAtLastAttempt: number | null
  readonly partitions: number
  readonly hasFullBatches: boolean
  readonly sameLeader: boolean
  readonly requestFits: number | null
  readonly records: number
  readonly isTooLarge: boolean
}

const BATCH_BYTES = 1_000
const key = (partition: number): string => `p${partition}`

const openQueue = (q: Queued, jitter: number): Desk => {
  const numbers = Array.from({ length: q.partitions }, (_, i) => i)
  const config = configWith({
    'enable.idempotence': false,
    'linger.ms': q.lingerMs,
    'retry.backoff.ms': q.retryBackoffMs,
    'retry.backoff.max.ms': q.retryBackoffMaxMs,
    'delivery.timeout.ms': q.deliveryTimeoutMs,
    'max.request.size': q.requestFits === null ? 1_048_576 : q.requestFits * BATCH_BYTES,
    // What a batch holds is larger than this when it is said to be too large: that is what a split goes by.
    'batch.size': q.isTooLarge ? 1 : 16_384,
  })
  const leaderOf = (partition: string): number => (q.sameLeader ? 1 : Number(partition.split('-')[1]) + 1)
  const desk = deskWith({ config, identity: { state: 'none' }, partitions: numbers.map(partitionNamed), leaderEpoch: q.leaderEpoch, leaderOf, now: q.waitedMs, jitter })
  for (const n of numbers) {
    const records = Array.from({ length: q.records }, (_, i) => ({ record: `${key(n)}.${i}`, send: 1 }))
    const batch = newBatch(desk, records, partitionNamed(n), BATCH_BYTES, 0)
    const isClosed = q.isFull || q.hasFullBatches || q.attempts > 0
    putBatch(desk, { ...batch, key: key(n), attempts: q.attempts, closed: isClosed, everSent: q.attempts > 0, leaderEpochAtAttempt: q.leaderEpochAtLastAttempt })
    putQueue(desk, partitionNamed(n), [key(n)])
  }
  if (q.isMuted) update(desk, { muted: numbers.map(partitionNamed) })
  return desk
}

/** The random factor lies in [0.8, 1.2); what a case expects has to hold wherever it lies (RET-04). */
const FACTORS = [0.8, 1, 1.199]

/** The same answer whatever the jitter, or the word for it. */
const whateverTheJitter = <T>(q: Queued, ask: (desk: Desk) => T): T | 'depends on the jitter' => {
  const answers = (q.jitterFactor === null ? FACTORS : [q.jitterFactor]).map((factor) => ask(openQueue(q, factor)))
  const [first] = answers
  return first !== undefined && answers.every((a) => a === first) ? first : 'depends on the jitter'
}

const FIRST = partitionNamed(0)

export const isReadyNow = (q: Queued) => whateverTheJitter(q, (desk) => isReady(desk, FIRST))

/** A sender drains the nodes that are ready. */
const isDrained = (desk: Desk): boolean => isReady(desk, FIRST) && drain(desk, 'broker-1').some((b) => b.partition === FIRST)

export const retried = (q: Queued) => ({
  ready: isReadyNow(q),
  drained: whateverTheJitter(q, isDrained),
  attemptsWhenLeaderLastChanged: whateverTheJitter(q, (desk) => attemptsWhenLeaderLastChanged(desk, q)),
})

/**
 * The engine keeps the epoch of the last attempt rather than the attempt of the last epoch: they say the same. The epoch
 * is newer than at the last attempt, so it changed for this one; or it is not, so it was first seen at the last attempt
 * at the latest, which is where a case that tells no more begins.
 */
const attemptsWhenLeaderLastChanged = (desk: Desk, { attempts }: Queued): number =>
  hasLeaderChanged(desk, batchNamed(desk, key(0))) ? attempts : Math.max(0, attempts - 1)

export const expired = (q: Queued) => {
  const desk = openQueue(q, 1)
  failExpired(desk)
  return { expired: batchNamed(desk, key(0)).result !== null, ready: isReadyNow(q) }
}

/** How many batches one drain of the first leader takes, ready or not. */
export const drainNodes = (q: Queued) => whateverTheJitter(q, (desk) => drain(desk, 'broker-1').length)

export const backoffMs = (q: Queued): number => backoff(q.retryBackoffMs, q.retryBackoffMaxMs, q.attempts, q.jitterFactor ?? 1)

/** The batch is on the wire and refused as too large; then its parts are drained one after the other, and each is acked. */
export const splitTooLarge = (q: Queued) => {
  const desk = openQueue(q, 1)
  const [whole] = drain(desk, 'broker-1')
  if (!whole) return { batches: 0 }
  const request = { api: 'Produce' as const, connection: 'broker-1 #1', sentAt: 0, batches: [{ key: whole.key, partition: FIRST, stamp: null }] }
  endRequest(desk, request, (partition) => ({ kind: 'answered', logStartOffset: -1, result: { partition, error: q.isTooLarge ? 'MESSAGE_TOO_LARGE' : 'NONE', baseOffset: -1 } }))
  const parts = queueOf(desk, FIRST)
  ackOneByOne(desk)
  const results = parts.map((part) => batchNamed(desk, part).result)
  return {
    batches: parts.length,
    bothAcked: parts.length === 2 && results.every((r) => r?.kind === 'acked'),
    offsets: results.map((r) => (r?.kind === 'acked' ? r.baseOffset : null)),
  }
}

const ackOneByOne = (desk: Desk): void => {
  let offset = 0
  for (let [part] = drain(desk, 'broker-1'); part; [part] = drain(desk, 'broker-1')) {
    succeed(desk, part, offset, 'answered')
    offset += part.records.length
  }
}
