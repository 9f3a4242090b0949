import { changeRole, openLeader, produce, stepDown, wait } from './leaderBench.ts'
import type { Scenario } from './scenario.ts'

/** Requests with acks=all that wait for replication, or would. */
export const answeredLater: readonly Scenario[] = [
  {
    id: 'PRO-02',
    given: { leader: true, isr: 2, minIsr: 1, followerCaughtUp: false },
    when: { produce: { acks: -1 }, then: 'demoted to follower while waiting' },
    play: () => {
      const leader = openLeader({ isr: [1, 2], minIsr: 1 })
      const { appended, waits } = produce(leader, { acks: -1, sequence: 0 })
      return { appended: appended && waits, error: stepDown(leader).error }
    },
  },
  {
    id: 'PRO-07',
    given: { leader: true, isr: 2, minIsr: 2, followerFetches: false, requestTimeoutMs: 30000 },
    when: { produce: { acks: -1 }, waitMs: 30000 },
    play: () => {
      const leader = openLeader({ isr: [1, 2], minIsr: 2 })
      const { appended } = produce(leader, { acks: -1, sequence: 0 })
      const early = wait(leader, 29_999)
      return { appended, error: early.error ?? wait(leader, 1).error }
    },
  },
  {
    id: 'PRO-08',
    given: { leader: true, isr: 2, minIsr: 2, then: 'ISR shrinks to 1 before the follower fetched the record' },
    when: { produce: { acks: -1 }, waitMs: 30000 },
    play: () => {
      const leader = openLeader({ isr: [1, 2], minIsr: 2 })
      const { appended } = produce(leader, { acks: -1, sequence: 0 })
      changeRole(leader, { isr: [1] })
      return { appended, error: wait(leader, 30_000).error }
    },
  },
  {
    id: 'PRO-09',
    given: { leader: true, highWatermarkReachedRequiredOffset: true, maximalIsr: 1, minIsr: 2 },
    when: { check: 'pending produce' },
    play: () => ({ error: checkedPending([1]) }),
  },
  {
    id: 'PRO-10',
    given: { leader: true, highWatermarkReachedRequiredOffset: true, maximalIsr: 2, minIsr: 2 },
    when: { check: 'pending produce' },
    play: () => ({ error: checkedPending([1, 2]) }),
  },
  {
    id: 'PRO-14',
    given: { leader: true, isr: 2, minIsr: 2, duplicateOfOffset: 7, highWatermark: 7 },
    when: { produce: { acks: -1 } },
    play: () => {
      const leader = openLeader({ isr: [1, 2], minIsr: 2, written: 8, highWatermark: 7 })
      const { appended } = produce(leader, { acks: -1, sequence: 7 })
      const [waiting] = leader.self.volatile.purgatory
      return { appended, waitsForHighWatermark: waiting?.partitions[0]?.needs ?? null }
    },
  },
]

/** A produce that waits is looked at again once the high watermark has reached it, with the ISR of that moment. */
const checkedPending = (isr: readonly number[]): string | null => {
  const leader = openLeader({ isr: [1, 2], minIsr: 2 })
  produce(leader, { acks: -1, sequence: 0 })
  changeRole(leader, { isr, highWatermark: 1 })
  return wait(leader, 30_000).error
}
