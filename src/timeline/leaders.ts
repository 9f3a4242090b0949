/**
 * Who led which partition, when and under which epoch, and who was in sync.
 *
 *   broker-1 ━━ epoch 0 ━━✕
 *   broker-2 ───────────────────▎leader ━━ epoch 1 ━━      a reign begins when the broker itself takes office
 *   ISR      1 2 3          │ 2 3          │ 1 2 3         and ends when it hears of another, or dies
 */
import { type BrokerNumber, brokerNode, type NodeId, placed, type Setup, type TopicPartition } from './fromEngine.ts'
import { compareMoments, earlier, isDone, type Moment, START } from './moment.ts'
import type { CrashMark } from './outages.ts'
import { ofKind, type Timed } from './timed.ts'

export interface Reign {
  readonly id: string
  readonly partition: TopicPartition
  readonly node: NodeId
  readonly epoch: number
  readonly from: Moment
  /** Until it follows another, or is gone. */
  readonly until: Moment | null
  readonly endsBy: 'follows' | 'gone' | null
  /** Another leads under a higher epoch, and it may not have heard of that. */
  readonly superseded: Moment | null
  /** False for the leader a run begins with. */
  readonly elected: boolean
  readonly unclean: boolean
}
export interface IsrSpan {
  readonly partition: TopicPartition
  readonly from: Moment
  readonly isr: readonly BrokerNumber[]
}
/** Nobody may lead. */
export interface OfflineSpan {
  readonly id: string
  readonly partition: TopicPartition
  readonly from: Moment
  readonly until: Moment | null
}
export interface Leaders {
  readonly reigns: readonly Reign[]
  readonly isrs: readonly IsrSpan[]
  readonly offline: readonly OfflineSpan[]
}

type Begun = Pick<Reign, 'partition' | 'node' | 'epoch' | 'from' | 'elected' | 'unclean'>

const begun = (events: readonly Timed[], setup: Setup): readonly Begun[] => {
  const unclean = ofKind(events, 'leader-elected').filter(({ event }) => event.unclean)
  const first = placed(setup).map(({ partition, leader }) => ({
    partition,
    node: brokerNode(leader),
    epoch: 0,
    from: START,
    elected: false,
    unclean: false,
  }))
  const taken = ofKind(events, 'leadership-taken').map(({ event: { partition, node, leaderEpoch }, moment }) => ({
    partition,
    node,
    epoch: leaderEpoch,
    from: moment,
    elected: true,
    unclean: unclean.some(({ event }) => event.partition === partition && event.leaderEpoch === leaderEpoch),
  }))
  return [...first, ...taken]
}

const endOfReign = (
  reign: Begun,
  events: readonly Timed[],
  gone: readonly CrashMark[],
): Pick<Reign, 'until' | 'endsBy'> => {
  const isAfter = (at: Moment): boolean => compareMoments(at, reign.from) > 0
  const follows = ofKind(events, 'follows').find(
    ({ event, moment }) => event.node === reign.node && event.partition === reign.partition && isAfter(moment),
  )?.moment
  const outage = gone.find(({ node, moment }) => node === reign.node && isAfter(moment))?.moment
  if (outage === undefined) return { until: follows ?? null, endsBy: follows === undefined ? null : 'follows' }
  if (follows === undefined) return { until: outage, endsBy: 'gone' }
  const until = earlier(follows, outage)
  return { until, endsBy: until === outage ? 'gone' : 'follows' }
}

const offlineSpans = (events: readonly Timed[], reigns: readonly Reign[]): readonly OfflineSpan[] =>
  ofKind(events, 'leader-elected')
    .filter(({ event }) => event.leader === null)
    .map(({ event: { partition, leaderEpoch }, moment }) => ({
      id: `offline ${partition} ${leaderEpoch}`,
      partition,
      from: moment,
      until: reigns.find((one) => one.partition === partition && one.epoch > leaderEpoch)?.from ?? null,
    }))

export const leaders = (events: readonly Timed[], setup: Setup, gone: readonly CrashMark[]): Leaders => {
  const all = begun(events, setup)
  const reigns = all.map((reign): Reign => {
    const next = all.find(
      (other) => other.partition === reign.partition && other.node !== reign.node && other.epoch > reign.epoch,
    )
    return {
      ...reign,
      ...endOfReign(reign, events, gone),
      id: `lead ${reign.node} ${reign.partition} ${reign.epoch}`,
      superseded: next?.from ?? null,
    }
  })
  const isrs = [
    ...placed(setup).map(({ partition, isr }): IsrSpan => ({ partition, isr, from: START })),
    ...ofKind(events, 'isr-changed').map(
      ({ event: { partition, isr }, moment }): IsrSpan => ({ partition, isr, from: moment }),
    ),
  ]
  return { reigns, isrs, offline: offlineSpans(events, reigns) }
}

/** The last that took office, whether it is still there or not. */
export const leaderAt = ({ reigns }: Leaders, partition: TopicPartition, at: Moment): Reign | null =>
  reigns
    .filter((reign) => reign.partition === partition && isDone(reign.from, at))
    .reduce<Reign | null>((so, reign) => (so === null || reign.epoch > so.epoch ? reign : so), null)

export const isrAt = ({ isrs }: Leaders, partition: TopicPartition, at: Moment): readonly BrokerNumber[] =>
  isrs.findLast((span) => span.partition === partition && isDone(span.from, at))?.isr ?? []

/** `broker-1 orders-0 15536`: where and when a leader hears that it is none any more. */
export const demotionsOf = ({ reigns }: Leaders): ReadonlySet<string> =>
  new Set(
    reigns.flatMap(({ node, partition, endsBy, until }) =>
      endsBy === 'follows' && until !== null ? [demotionKey(node, partition, until)] : [],
    ),
  )
export const demotionKey = (node: NodeId, partition: TopicPartition, { at, tie }: Moment): string =>
  `${node} ${partition} ${at}.${tie}`
