/** Rules of replication, of a change of leader and of readers made slightly wrong, one at a time, and who notices. */
import type * as Leader from '../engine/kafka/broker/leader.ts'
import type * as LeaderEpoch from '../engine/kafka/broker/leaderEpoch.ts'
import type * as ListOffsets from '../engine/kafka/broker/listOffsets.ts'
import type * as Log from '../engine/kafka/broker/log.ts'
import type * as ReadPartition from '../engine/kafka/broker/readPartition.ts'
import type * as Round from '../engine/kafka/broker/round.ts'
import type * as ElectLeader from '../engine/kafka/controller/electLeader.ts'
import { type Mutation, mutant } from './mutant.testing.ts'

export const mutationsOfFailOver: readonly Mutation[] = [
  mutant<typeof ElectLeader>({
    rule: 'the last eligible replica in assignment order is elected (LEAD-01)',
    file: 'controller/electLeader.ts',
    mutate: ({ electLeader }) => ({
      electLeader: (of, trigger) => electLeader({ ...of, replicas: of.replicas.toReversed() }, trigger),
    }),
    cases: ['ELE-01', 'ELE-07', 'ELE-13'],
    recordings: ['A7', 'A8', 'A18', 'A19'],
  }),
  mutant<typeof ElectLeader>({
    rule: 'an unclean leader keeps the ISR there was (LEAD-03)',
    file: 'controller/electLeader.ts',
    mutate: ({ electLeader }) => ({
      electLeader: (of, trigger) => {
        const elected = electLeader(of, trigger)
        return elected.unclean ? { ...elected, isr: [...new Set([...elected.isr, ...of.isr])] } : elected
      },
    }),
    cases: ['ELE-13', 'ELE-14'],
  }),
  mutant<typeof ElectLeader>({
    rule: 'below min.insync.replicas former members of the ISR are forgotten (ELR-02)',
    file: 'controller/electLeader.ts',
    mutate: ({ electLeader }) => ({
      electLeader: (of, trigger) => ({ ...electLeader(of, trigger), elr: [], lastKnownElr: [] }),
    }),
    cases: ['ELE-15'],
  }),
  mutant<typeof Leader>({
    rule: 'every fetch counts as one that caught up (ISR-R01)',
    file: 'broker/leader.ts',
    mutate: ({ onFetch }) => ({
      onFetch: (role, fetch, view) => {
        const after = onFetch(role, fetch, view)
        const remote = after.remotes[fetch.replica]
        if (!remote) return after
        return { ...after, remotes: { ...after.remotes, [fetch.replica]: { ...remote, caughtUpAt: view.now } } }
      },
    }),
    cases: ['ISR-10'],
  }),
  mutant<typeof Leader>({
    rule: 'a follower joins below the start of the leader’s epoch (ISR-R04)',
    file: 'broker/leader.ts',
    mutate: ({ onFetch }) => ({
      onFetch: (role, fetch, view) => ({
        ...onFetch({ ...role, epochStartOffset: 0 }, fetch, view),
        epochStartOffset: role.epochStartOffset,
      }),
    }),
    cases: ['ISR-01'],
  }),
  mutant<typeof Leader>({
    rule: 'a pending expansion does not count before it is committed (ISR-R05)',
    file: 'broker/leader.ts',
    mutate: () => ({ maximalIsr: (role) => role.isr }),
    cases: ['ISR-01', 'ISR-02', 'ISR-09'],
  }),
  mutant<typeof LeaderEpoch>({
    rule: 'a log that goes on past the end of its epoch fits (LEAD-07)',
    file: 'broker/leaderEpoch.ts',
    mutate: ({ compareWithLeader }) => ({
      compareWithLeader: (epochs, logEnd, lastFetchedEpoch, fetchOffset) => {
        const compared = compareWithLeader(epochs, logEnd, lastFetchedEpoch, fetchOffset)
        return typeof compared === 'object' && compared.epoch === lastFetchedEpoch ? 'fits' : compared
      },
    }),
    cases: ['DIV-02', 'DIV-05', 'DIV-11'],
    recordings: ['A7', 'A8', 'A14', 'A19'],
  }),
  mutant<typeof ReadPartition>({
    rule: 'a fetch under an older leader epoch is served (LEAD-08)',
    file: 'broker/readPartition.ts',
    mutate: ({ fencing }) => ({
      fencing: (role, asked) => fencing(role, role && asked !== null ? Math.max(asked, role.leaderEpoch) : asked),
    }),
    cases: ['LEP-03', 'LEP-07'],
  }),
  mutant<typeof Round>({
    rule: 'a follower takes batches newer than the epoch it asked under (LEAD-08)',
    file: 'broker/round.ts',
    mutate: ({ takeAnswer }) => ({
      takeAnswer: (copy, asked, answer) => takeAnswer(copy, { ...asked, leaderEpoch: Number.MAX_SAFE_INTEGER }, answer),
    }),
    cases: ['FOL-08'],
  }),
  mutant<typeof Round>({
    rule: 'a round that finds a difference takes the leader’s high watermark (LEAD-07)',
    file: 'broker/round.ts',
    mutate: ({ takeAnswer }) => ({
      takeAnswer: (copy, asked, answer) => {
        const round = takeAnswer(copy, asked, answer)
        if (round.did.kind !== 'cut') return round
        const highWatermark = Math.min(answer.highWatermark, round.disk.log.logEndOffset)
        return { ...round, role: { ...round.role, highWatermark } }
      },
    }),
    cases: ['FOL-01'],
  }),
  mutant<typeof Leader>({
    rule: 'a new leader begins with its log end as high watermark (HW-R08, LEAD-06)',
    file: 'broker/leader.ts',
    mutate: ({ takeOffice }) => ({
      takeOffice: (state, _highWatermark, view, before) => takeOffice(state, view.logEndOffset, view, before),
    }),
    cases: ['HW-08'],
  }),
  mutant<typeof Log>({
    rule: 'a reader reads to the log end (CON-01)',
    file: 'broker/log.ts',
    mutate: () => ({ readLimit: (log) => log.logEndOffset }),
    cases: ['LOG-12'],
    recordings: ['A20'],
  }),
  mutant<typeof ListOffsets>({
    rule: 'a new leader names a latest offset below the start of its epoch (LEAD-06)',
    file: 'broker/listOffsets.ts',
    mutate: ({ listOffset }) => ({
      listOffset: (role, log, which, reader) => listOffset({ ...role, epochStartOffset: 0 }, log, which, reader),
    }),
    cases: ['FAIL-04'],
  }),
]
