import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { boolean, fieldsOf, NotModelled, number, oneOf } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { backoffMs, drainNodes, expired, isReadyNow, type Queued, retried, splitTooLarge } from './accumulatorBench.ts'

/** `isReady`, `backoff`, `drain` and expiry (model.md section 11). */
export const accumulator = ({ given, when, then }: Case): Compared => {
  const queued = givenQueue(given)
  const asked = fieldsOf(when, 'when')
  const [question] = Object.keys(QUESTIONS).filter((key) => asked.has(key))
  const ask = QUESTIONS[question ?? '']
  if (!ask) throw new NotModelled(`when ${JSON.stringify(when)}`)
  const reading = ask(queued, asked)
  asked.nothingElse()
  return compare(then, reading, 'then')
}

type Asked = ReturnType<typeof fieldsOf>

/** Named by what `when` holds. */
const QUESTIONS: Readonly<Record<string, (queued: Queued, asked: Asked) => object>> = {
  waitedMs: (queued, asked) => retried({ ...queued, waitedMs: asked.need('waitedMs', number) }),
  sinceReenqueueMs: (queued, asked) => retried({ ...queued, waitedMs: asked.need('sinceReenqueueMs', number) }),
  batchAgeMs: (queued, asked) => expired({ ...queued, waitedMs: asked.need('batchAgeMs', number) }),
  check: (queued, asked) => {
    asked.need('check', oneOf('ready'))
    return { ready: isReadyNow(queued) }
  },
  drain: (queued, asked) => (asked.need('drain', boolean) ? { batchesDrained: drainNodes(queued) } : {}),
  compute: (queued, asked) => {
    asked.need('compute', oneOf('backoffMs'))
    return { backoffMs: backoffMs(queued) }
  },
  splitAndReenqueue: (queued, asked) => (asked.need('splitAndReenqueue', boolean) ? splitTooLarge(queued) : {}),
}

const givenQueue = (given: unknown): Queued => {
  const f = fieldsOf(given, 'given')
  const queued: Queued = {
    lingerMs: f.maybe('lingerMs', number, 0),
    isFull: f.maybe('batchFull', boolean, false),
    attempts: f.maybe('attempts', number, 0),
    retryBackoffMs: f.maybe('retryBackoffMs', number, 100),
    retryBackoffMaxMs: f.maybe('retryBackoffMaxMs', number, 1_000),
    jitterFactor: f.maybe<number | null>('jitterFactor', number, null),
    isMuted: f.maybe('muted', boolean, false),
    deliveryTimeoutMs: f.maybe('deliveryTimeoutMs', number, 120_000),
    waitedMs: f.maybe('batchAgeMs', number, 0),
    ...leaderEpochs(f),
    partitions: f.maybe('partitionsWithFullBatch', number, 1),
    hasFullBatches: f.has('partitionsWithFullBatch'),
    sameLeader: f.maybe('sameLeader', boolean, true),
    requestFits: f.maybe<number | null>('maxRequestSizeFitsBatches', number, null),
    records: f.maybe('batchRecords', number, 1),
    isTooLarge: f.maybe('batchTooLarge', boolean, false),
  }
  f.nothingElse()
  return queued
}

/** Known epochs are told, or only whether the leader changed on some attempt and whether its epoch is known. */
const leaderEpochs = (f: Asked): Pick<Queued, 'leaderEpoch' | 'leaderEpochAtLastAttempt'> => {
  if (!f.maybe('leaderEpochKnown', boolean, true)) {
    f.maybe('leaderChangedOnAttempt', number, 0)
    return { leaderEpoch: -1, leaderEpochAtLastAttempt: null }
  }
  if (f.has('leaderChangedOnAttempt')) {
    const isThisOne = f.need('leaderChangedOnAttempt', number) === f.maybe('attempts', number, 0)
    return { leaderEpoch: 1, leaderEpochAtLastAttempt: isThisOne ? 0 : 1 }
  }
  const leaderEpoch = f.maybe('leaderEpoch', number, 0)
  return { leaderEpoch, leaderEpochAtLastAttempt: f.maybe<number | null>('leaderEpochAtLastAttempt', number, f.maybe('attempts', number, 0) > 0 ? leaderEpoch : null) }
}
