/** Rules made slightly wrong, one at a time, and who notices. */
import type * as Accumulator from '../engine/kafka/producer/accumulator.ts'
import type * as Backoff from '../engine/kafka/clients/backoff.ts'
import type * as Desk from '../engine/kafka/producer/desk.ts'
import type * as Log from '../engine/kafka/broker/log.ts'
import type * as MinIsr from '../engine/kafka/broker/minIsr.ts'
import type * as NextHighWatermark from '../engine/kafka/broker/nextHighWatermark.ts'
import type * as Order from '../engine/kafka/producer/order.ts'
import type * as ProducerChecks from '../engine/kafka/config/producerChecks.ts'
import type * as ProducerExpiry from '../engine/kafka/broker/producerExpiry.ts'
import type * as ProducerSnapshot from '../engine/kafka/broker/producerSnapshot.ts'
import type * as ProducerState from '../engine/kafka/broker/producerState.ts'
import type * as Purgatory from '../engine/kafka/broker/purgatory.ts'
import type * as Requests from '../engine/kafka/broker/requests.ts'
import type * as Retry from '../engine/kafka/producer/retry.ts'
import type * as Sequence from '../engine/kafka/model/sequence.ts'
import type * as Sequences from '../engine/kafka/producer/sequences.ts'
import { type Mutation, mutant } from './mutant.testing.ts'

type Check = ReturnType<typeof ProducerState.checkSequence>
const inOrder: Check = { kind: 'in-order' }

export const mutations: readonly Mutation[] = [
  mutant<typeof ProducerState>({
    rule: 'the window holds six batches instead of five (BLOG-02)',
    file: 'broker/producerState.ts',
    mutate: ({ remember }) => ({
      remember: (entry, batch) => {
        const after = remember(entry, batch)
        const [oldest] = entry?.batches ?? []
        const isEvicted =
          after && oldest && after.producerEpoch === entry?.producerEpoch && !after.batches.includes(oldest)
        return isEvicted ? { ...after, batches: [oldest, ...after.batches] } : after
      },
    }),
    cases: ['BSEQ-20', 'BSEQ-25'],
  }),
  mutant<typeof ProducerState>({
    rule: 'a batch that leaves a gap is in order (BLOG-08)',
    file: 'broker/producerState.ts',
    mutate: ({ checkSequence }) => ({
      checkSequence: (entry, stamp, records) => {
        const check = checkSequence(entry, stamp, records)
        return check.kind === 'out-of-order' && stamp.baseSequence > check.expected ? inOrder : check
      },
    }),
    cases: ['BSEQ-03', 'BSEQ-18', 'BSEQ-34'],
    recordings: ['A5b', 'A11c'],
  }),
  mutant<typeof ProducerState>({
    rule: 'a duplicate is not recognised (BLOG-03)',
    file: 'broker/producerState.ts',
    mutate: ({ checkSequence, nextExpected }) => ({
      checkSequence: (entry, stamp, records) => {
        const check = checkSequence(entry, stamp, records)
        return check.kind === 'duplicate' && entry ? { kind: 'out-of-order', expected: nextExpected(entry) } : check
      },
    }),
    cases: ['BSEQ-21', 'BSEQ-26', 'BSEQ-28', 'PRO-14'],
    recordings: ['A2', 'A17'],
  }),
  mutant<typeof ProducerState>({
    rule: 'an older epoch is accepted (BLOG-06)',
    file: 'broker/producerState.ts',
    mutate: ({ checkSequence }) => ({
      checkSequence: (entry, stamp, records) => {
        const check = checkSequence(entry, stamp, records)
        return check.kind === 'old-epoch' ? inOrder : check
      },
    }),
    cases: ['BSEQ-05', 'BSEQ-06', 'BSEQ-07'],
  }),
  mutant<typeof Log>({
    rule: 'the high watermark may pass the log end (HW-R07)',
    file: 'broker/log.ts',
    mutate: () => ({ boundedHighWatermark: (log, wanted) => Math.max(log.logStartOffset, wanted) }),
    cases: ['LOG-03'],
  }),
  mutant<typeof NextHighWatermark>({
    rule: 'the high watermark does not wait for the followers (HW-R02)',
    file: 'broker/nextHighWatermark.ts',
    mutate: ({ nextHighWatermark }) => ({
      nextHighWatermark: (current, leaderEnd, _isrEnds, isrSize, minIsr) =>
        nextHighWatermark(current, leaderEnd, [leaderEnd], isrSize, minIsr),
    }),
    cases: ['PRO-02', 'PRO-07', 'PRO-08'],
  }),
  mutant<typeof NextHighWatermark>({
    rule: 'below min.insync.replicas the high watermark moves on (HW-R04)',
    file: 'broker/nextHighWatermark.ts',
    mutate: ({ nextHighWatermark }) => ({
      nextHighWatermark: (current, leaderEnd, isrEnds, isrSize) =>
        nextHighWatermark(current, leaderEnd, isrEnds, isrSize, 1),
    }),
    cases: ['PRO-05'],
  }),
  mutant<typeof MinIsr>({
    rule: 'one replica fewer than min.insync.replicas is enough (ACK-05)',
    file: 'broker/minIsr.ts',
    mutate: () => ({ hasEnoughReplicas: (isr, minIsr) => isr.length >= minIsr - 1 }),
    cases: ['PRO-03', 'PRO-04', 'PRO-09'],
  }),
  mutant<typeof Requests>({
    rule: 'a connection’s second request is looked at while the first waits (NET-01)',
    file: 'broker/requests.ts',
    mutate: ({ accept }) => ({
      accept: (desk, request) => {
        accept(desk, request)
        return true
      },
    }),
    recordings: ['A15', 'A15b'],
  }),
  mutant<typeof Desk>({
    rule: 'the delivery deadline is reached a millisecond late (TMO-01)',
    file: 'producer/desk.ts',
    mutate: ({ deliveryDeadline }) => ({
      hasReachedDeliveryTimeout: (desk, batch) => desk.env.now > deliveryDeadline(desk, batch),
    }),
    cases: ['ACC-29', 'CTR-24', 'CTR-26'],
  }),
  mutant<typeof Sequence>({
    rule: 'after 2147483647 comes 2147483648 (SEQ-01)',
    file: 'model/sequence.ts',
    mutate: () => ({ incrementSequence: (sequence, by) => sequence + by }),
    cases: ['CSEQ-03', 'CSEQ-04', 'BSEQ-42'],
  }),
  mutant<typeof Sequences>({
    rule: 'an answer for a lower batch lowers the last acked sequence (SEQ-07)',
    file: 'producer/sequences.ts',
    mutate: ({ acknowledge }) => ({
      acknowledge: (entry, key, lastSequence, lastOffset) => ({
        ...acknowledge(entry, key, lastSequence, lastOffset),
        lastAckedSequence: lastSequence,
      }),
    }),
    cases: ['CTR-08', 'CTR-13'],
  }),
  mutant<typeof Order>({
    rule: 'a retried batch does not wait for the lower ones (SEQ-05)',
    file: 'producer/order.ts',
    mutate: ({ mustStay }) => ({
      mustStay: (entry, head, isStale) => head.stamp === null && mustStay(entry, head, isStale),
    }),
    cases: ['CTR-07', 'CTR-16', 'CTR-38'],
  }),
  mutant<typeof Order>({
    rule: 'a new batch does not wait for batches of an older epoch (SEQ-04)',
    file: 'producer/order.ts',
    mutate: ({ mustStay }) => ({ mustStay: (entry, head) => mustStay(entry, head, false) }),
    cases: ['CSEQ-13'],
  }),
  mutant<typeof Order>({
    rule: 'with idempotence too, what comes back stands in front (SEQ-06)',
    file: 'producer/order.ts',
    mutate: () => ({ insertBySequence: (_stampOf, queue, key) => [key, ...queue] }),
    cases: ['CTR-38', 'CTR-39'],
  }),
  mutant<typeof Sequences>({
    rule: 'the batch after next counts as the next one (RET-05)',
    file: 'producer/sequences.ts',
    mutate: () => ({ isNextSequence: (entry, sequence) => sequence > (entry.lastAckedSequence ?? -1) }),
    cases: ['CTR-12', 'CTR-34', 'CTR-38'],
  }),
  mutant<typeof Sequences>({
    rule: 'an expired retry leaves nothing unresolved (TMO-06)',
    file: 'producer/sequences.ts',
    mutate: () => ({ markUnresolved: (entry) => entry }),
    cases: ['CTR-10', 'CTR-11', 'CTR-12', 'CSEQ-10'],
  }),
  mutant<typeof Sequences>({
    rule: 'a bump leaves unfinished batches with the numbers they had (SEQ-08)',
    file: 'producer/sequences.ts',
    mutate: ({ startAtBeginning }) => ({
      startAtBeginning: (...args) => ({ ...startAtBeginning(...args), stamps: [] }),
    }),
    cases: ['CTR-04', 'CTR-40', 'CSEQ-13'],
  }),
  mutant<typeof Retry>({
    rule: 'one retry more than allowed (RET-01, CFG-R08)',
    file: 'producer/retry.ts',
    mutate: ({ canRetry }) => ({
      canRetry: (desk, batch, error, logStartOffset) =>
        canRetry(desk, { ...batch, attempts: batch.attempts - 1 }, error, logStartOffset),
    }),
    cases: ['CTR-34'],
  }),
  mutant<typeof Backoff>({
    rule: 'the back-off does not double (RET-04)',
    file: 'clients/backoff.ts',
    mutate: ({ backoff }) => ({
      backoff: (initial, max, failures, factor) => backoff(initial, max, Math.min(1, failures), factor),
    }),
    cases: ['ACC-06', 'ACC-12', 'ACC-18'],
  }),
  mutant<typeof Accumulator>({
    rule: 'a newer leader epoch does not skip the back-off (RET-04)',
    file: 'producer/accumulator.ts',
    mutate: ({ backoffLeft }) => ({
      backoffLeft: (desk, batch) => backoffLeft(desk, { ...batch, leaderEpochAtAttempt: null }),
    }),
    cases: ['ACC-22'],
  }),
  mutant<typeof ProducerSnapshot>({
    rule: 'a snapshot keeps the whole window (BLOG-12)',
    file: 'broker/producerSnapshot.ts',
    mutate: () => ({ takeSnapshot: (disk) => ({ offset: disk.log.logEndOffset, producers: disk.producers }) }),
    cases: ['BST-01'],
  }),
  mutant<typeof ProducerExpiry>({
    rule: 'a producer expires only behind its time (BLOG-13)',
    file: 'broker/producerExpiry.ts',
    mutate: ({ expire }) => ({ expire: (producers, now, expirationMs) => expire(producers, now, expirationMs + 1) }),
    cases: ['BST-04'],
  }),
  mutant<typeof Purgatory>({
    rule: 'a duplicate is answered before the high watermark covers it (BLOG-05)',
    file: 'broker/purgatory.ts',
    mutate: () => ({ conclude: (_desk, partitions) => partitions }),
    cases: ['PRO-02', 'PRO-07', 'PRO-14'],
  }),
  mutant<typeof ProducerChecks>({
    rule: 'idempotence is never checked (CFG-R02 to R05)',
    file: 'config/producerChecks.ts',
    mutate: () => ({ checkIdempotence: (config) => ({ ok: true, config, quiet: [] }) }),
    cases: ['CFG-06', 'CFG-09', 'CFG-25'],
  }),
]
