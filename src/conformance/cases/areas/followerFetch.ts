import type { LeaderRole } from '../../../engine/index.ts'
import { LONG_AGO } from '../../../engine/kafka/broker/leader.ts'
import { latestEpoch } from '../../../engine/kafka/broker/leaderEpoch.ts'
import { readPartition } from '../../../engine/kafka/broker/readPartition.ts'
import { askFor, type Copy, takeAnswer } from '../../../engine/kafka/broker/round.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { type Fields, fieldsOf, NotModelled, number, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { diskOf, type Epoch, epochList, pairsOf } from './logShapes.ts'

interface Side {
  readonly disk: ReturnType<typeof diskOf>
  readonly leaderEpoch: number | null
  readonly hw: number
}

/** Without epochs everything in the log is of the epoch it speaks of. */
const side = wholly((f: Fields): Side => {
  const [leo, start, leaderEpoch] = [f.need('leo', number), f.maybe('logStartOffset', number, 0), f.maybe('leaderEpoch', number, null)]
  const own: readonly Epoch[] = leaderEpoch === null ? [] : [{ epoch: leaderEpoch, startOffset: start }]
  return { disk: diskOf(f.maybe('epochs', epochList, own), leo, start), leaderEpoch, hw: f.maybe('hw', number, 0) }
})

const givenLogs = wholly((f) => ({ follower: f.need('follower', side), leader: f.need('leader', side) }))

/** More rounds than any of these logs needs. */
const UNTIL_STEADY = 20

const roundsIn = (when: unknown): number => {
  const input = fieldsOf(when, 'when')
  const rounds = input.need('rounds', (value, where) => (value === 'until equal' || value === 'until steady' ? UNTIL_STEADY : typeof value === 'string' ? unknown(`${where} "${value}"`) : number(value, where)))
  input.nothingElse()
  return rounds
}
const unknown = (what: string): never => {
  throw new NotModelled(what)
}

/** Two logs, and a follower's rounds of fetching: ask, be answered, take it (LEAD-07, LEAD-08, HW-R07). */
export const followerFetch = ({ given, when, expected }: Case): Compared => {
  const { follower, leader } = givenLogs(given, 'given')
  const leaderEpoch = leader.leaderEpoch ?? latestEpoch(leader.disk.leaderEpochs)
  const role: LeaderRole = { role: 'leader', leaderEpoch, epochStartOffset: 0, partitionEpoch: 0, replicas: [1, 2], isr: [1, 2], pendingIsr: null, highWatermark: leader.hw, remotes: { 2: remote } }
  let copy: Copy = { disk: follower.disk, role: { role: 'follower', leader: 1, leaderEpoch: follower.leaderEpoch ?? leaderEpoch, highWatermark: follower.hw, fenced: false } }
  const did = { truncations: 0, appends: 0, error: 'NONE' as string }
  for (let round = roundsIn(when); round > 0 && !copy.role.fenced; round -= 1) {
    const asked = askFor('topic-0', copy)
    const after = takeAnswer(copy, asked, readPartition(role, leader.disk, asked, 2))
    copy = after
    if (after.did.kind === 'cut') did.truncations += 1
    if (after.did.kind === 'copied') did.appends += 1
    if (after.did.kind === 'failed') did.error = after.did.error
  }
  return compare(expected, { follower: reading(copy), ...did, fetching: !copy.role.fenced }, 'then')
}

const remote = { logEndOffset: -1, brokerEpoch: 0, caughtUpAt: 0, fetchedAt: LONG_AGO, leaderEndAtFetch: -1, toldHighWatermark: 0 }

const reading = ({ disk, role }: Copy) => ({
  leo: disk.log.logEndOffset,
  logStartOffset: disk.log.logStartOffset,
  hw: role.highWatermark,
  lastFetchedEpoch: latestEpoch(disk.leaderEpochs),
  epochs: pairsOf(disk.leaderEpochs),
  leaderEpoch: role.leaderEpoch,
  fetching: !role.fenced,
})
