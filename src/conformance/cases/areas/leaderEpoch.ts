import { fencing } from '../../../engine/kafka/broker/readPartition.ts'
import { beginEpoch, epochEnd } from '../../../engine/kafka/broker/leaderEpoch.ts'
import type { FollowerRole, LeaderRole } from '../../../engine/index.ts'
import { takeOffice } from '../../../engine/kafka/broker/leader.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { boolean, fieldsOf, type Fields, NotModelled, nullOr, number, oneOf, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { epochList, pairsOf } from './logShapes.ts'

const fetch = wholly((f) => {
  const from = f.need('from', oneOf('follower', 'consumer'))
  // A consumer that tells its rack may read from a follower; no reader of ours does.
  if (f.maybe('rackMetadata', boolean, false)) throw new NotModelled('a consumer that reads from followers')
  return { from, asked: f.need('currentLeaderEpoch', nullOr(number)) }
})

const roleOf = (kind: 'leader' | 'follower', leaderEpoch: number): LeaderRole | FollowerRole => {
  if (kind === 'follower') return { role: 'follower', leader: 2, leaderEpoch, highWatermark: 0, fenced: false }
  const view = { own: 1, now: 0, logEndOffset: 0, minIsr: 1, lagMaxMs: 30_000, eligible: { 1: 0 } }
  return takeOffice({ partition: 'topic-0', replicas: [1, 2], isr: [1, 2], leader: 1, leaderEpoch, partitionEpoch: 0 }, 0, view)
}

/** Fetches fenced by leader epoch, and the epochs a new leader writes down (LEAD-05, LEAD-08). */
export const leaderEpoch = ({ given, when, expected }: Case): Compared => {
  const [from, input] = [fieldsOf(given, 'given'), fieldsOf(when, 'when')]
  const got = input.has('becomeLeader') ? becomeLeader(from, input) : fetched(from, input)
  from.nothingElse()
  input.nothingElse()
  return compare(expected, got, 'then')
}

const fetched = (from: Fields, input: Fields) => {
  const role = roleOf(from.need('role', oneOf('leader', 'follower')), from.need('leaderEpoch', number))
  const error = fencing(role, input.need('fetch', fetch).asked)
  return error === null ? { outcome: 'ok' } : { outcome: 'error', error }
}

const becomeLeader = (from: Fields, input: Fields) => {
  from.need('role', oneOf('leader', 'follower'))
  const leo = from.need('leo', number)
  const asked = input.need('becomeLeader', wholly((f) => f.need('leaderEpoch', number)))
  const epochs = beginEpoch(from.need('epochs', epochList), asked, leo)
  return { epochs: pairsOf(epochs), [`endOffsetForEpoch${asked}`]: epochEnd(epochs, leo, asked)?.endOffset ?? null }
}
