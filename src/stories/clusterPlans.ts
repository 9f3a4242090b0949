import type { Fault, Plan } from '../engine/index.ts'
import { aimedBefore } from './story.ts'

/*
 * Faults of brokers as the stories use them, aimed at names: what is about to happen when the broker is hurt.
 */
const atNode = (kind: string, node: string, before: string, params: object): Fault => ({
  kind,
  node,
  aim: aimedBefore(before),
  ...params,
})

/** The leader dies with the record on its disk, before it wakes the fetches that wait for it. */
export const leaderDiesWith = (record: string, down = 20_000): Plan => [
  atNode('crash', 'broker-1', `wake[${record}] broker-1`, { down, disk: 'kept' }),
]
/** The leader dies in the millisecond in which the producer reads its nth answer. */
export const leaderDiesBehindAnswer = (record: string, disk: 'kept' | 'lost', nth = 1): Plan => [
  atNode('crash', 'broker-1', `ProduceResponse[${record}] broker-1>producer-1 #${nth}`, { down: 20_000, disk }),
]
/** The leader dies before it hears that the ISR has changed. */
export const leaderDiesBeforeNews = (disk: 'kept' | 'lost'): Plan => [
  atNode('crash', 'broker-1', 'MetadataUpdate controller-1>broker-1 #1', { down: 20_000, disk }),
]
/** Nothing passes between the leader and anybody, and nobody is told. */
export const leaderCutOffWith = (record: string): Plan => [
  atNode('cut-off', 'broker-1', `wake[${record}] broker-1`, {
    from: 'everyone',
    way: 'both',
    for: 20_000,
    noticed: 'no',
  }),
]
/** The leader stands still with the confirmations of its followers on the way. */
export const leaderFreezesBefore = (fetch: string): Plan => [atNode('pause', 'broker-1', fetch, { for: 15_000 })]
/** A follower stops fetching with a copy on the way to it. */
export const followerStopsBefore = (answer: string): Plan => [
  atNode('falls-behind', 'broker-3', answer, { for: 60_000 }),
]
/** Both followers stop fetching with the second record on the way to them. */
export const bothFollowersStop: Plan = [2, 3].map((number) =>
  atNode('falls-behind', `broker-${number}`, `FetchResponse@1 broker-1>broker-${number}`, { for: 60_000 }),
)
