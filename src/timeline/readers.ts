/**
 * How far a reader is at each moment: its position, which dies with its process, and what it knows to be committed.
 *
 *   consumer-1 ──[A][B]──────✕┄┄┄┄○──
 *   position 0   position 2        ?
 */
import type { NodeId, Offset, Setup, TopicPartition } from './fromEngine.ts'
import { topicPartition } from './fromEngine.ts'
import { compareMoments, type Moment, START } from './moment.ts'
import type { CrashMark } from './outages.ts'
import { ofKind, type Timed } from './timed.ts'

/** An offset per partition, in their order; null: it does not know, or has none. */
type PerPartition = readonly (Offset | null)[]

export interface HowFar {
  readonly from: Moment
  readonly positions: PerPartition
  readonly committed: PerPartition
}

interface Change {
  readonly moment: Moment
  readonly apply: (before: HowFar) => Omit<HowFar, 'from'>
}

const partitionsIn = ({ cluster, workload }: Setup): readonly TopicPartition[] =>
  (cluster.topics[workload.topic]?.replicas ?? []).map((_, p) => topicPartition(workload.topic, p))

export const howFar = (
  events: readonly Timed[],
  setup: Setup,
  crashes: readonly CrashMark[],
  node: NodeId,
): readonly HowFar[] => {
  const partitions = partitionsIn(setup)
  const nothing = partitions.map(() => null)
  const changes: Change[] = [
    ...positionChanges(events, node, partitions),
    // Where it reads is in its memory only.
    ...crashes
      .filter((one) => one.node === node)
      .map(({ moment }): Change => ({ moment, apply: (before) => ({ ...before, positions: nothing }) })),
  ]
  const begins: HowFar = { from: START, positions: partitions.map(() => 0), committed: nothing }
  return changes
    .sort((a, b) => compareMoments(a.moment, b.moment))
    .reduce<HowFar[]>(
      (all, { moment, apply }) => {
        const last = all.at(-1) ?? begins
        const next = { ...apply(last), from: moment }
        if (compareMoments(last.from, moment) === 0) all.pop()
        all.push(next)
        return all
      },
      [begins],
    )
}

const positionChanges = (
  events: readonly Timed[],
  node: NodeId,
  partitions: readonly TopicPartition[],
): readonly Change[] => {
  const at = (partition: TopicPartition, offset: Offset, moment: Moment): Change => ({
    moment,
    apply: (before) => ({
      ...before,
      positions: before.positions.map((old, p) => (partitions[p] === partition ? offset : old)),
    }),
  })
  return [
    ...ofKind(events, 'record-delivered').map(({ event, moment }) => ({
      event,
      change: at(event.partition, event.offset + 1, moment),
    })),
    ...ofKind(events, 'position-moved').map(({ event, moment }) => ({
      event,
      change: at(event.partition, event.to, moment),
    })),
  ].flatMap(({ event, change }) => (event.node === node ? [change] : []))
}
