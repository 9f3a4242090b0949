import { readPartition } from '../../../engine/kafka/broker/readPartition.ts'
import { takeOffice } from '../../../engine/kafka/broker/leader.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { number, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { diskOf, epochList } from './logShapes.ts'

const givenLeader = wholly((f) => {
  const [leo, leaderEpoch] = [f.need('leo', number), f.need('currentLeaderEpoch', number)]
  return { leaderEpoch, disk: diskOf(f.need('leaderEpochs', epochList), leo, f.maybe('logStartOffset', number, 0)) }
})
const fetch = wholly((f) => ({ lastFetchedEpoch: f.need('lastFetchedEpoch', number), fetchOffset: f.need('fetchOffset', number) }))
const whenFetched = wholly((f) => f.need('fetch', fetch))

/** What a leader tells a follower whose log may differ from its own (LEAD-07). */
export const fetchDivergence = ({ given, when, expected }: Case): Compared => {
  const { leaderEpoch, disk } = givenLeader(given, 'given')
  const view = { own: 1, now: 0, logEndOffset: disk.log.logEndOffset, minIsr: 1, lagMaxMs: 30_000, eligible: { 1: 0, 2: 0 } }
  const role = takeOffice({ partition: 'topic-0', replicas: [1, 2], isr: [1], leader: 1, leaderEpoch, partitionEpoch: 0 }, 0, view)
  const { error, batches, diverging } = readPartition(role, disk, { partition: 'topic-0', leaderEpoch, ...whenFetched(when, 'when') }, 2)
  return compare(
    expected,
    {
      outcome: error === 'NONE' ? 'ok' : 'error',
      ...(error === 'NONE' ? {} : { error }),
      divergingEpoch: diverging ?? null,
      records: batches.flatMap((b) => b.records).length,
    },
    'then',
  )
}
