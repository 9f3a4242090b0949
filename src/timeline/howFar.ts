/**
 * How far a reader is at each moment: its position, which dies with its process, and what it knows to be committed.
 *
 *   consumer-1 ──[A][B]──────✕┄┄┄┄○──
 *   position 0   position 2        ?
 */
import type { NodeId, Offset, Setup, TopicPartition } from './fromEngine.ts'
import { groupOf, partitionsOf } from './fromEngine.ts'
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

export const howFar = (
  events: readonly Timed[],
  setup: Setup,
  crashes: readonly CrashMark[],
  node: NodeId,
): readonly HowFar[] => {
  const partitions = partitionsOf(setup)
  const nothing = partitions.map(() => null)
  const begun = partitions.map(() => 0)
  const changes = [
    ...readerChanges(events, node, partitions),
    // What it knows is in its memory only.
    ...crashes
      .filter((one) => one.node === node)
      .map(({ moment }): Change => ({ moment, apply: () => ({ positions: nothing, committed: nothing }) })),
  ]
  return follow({ from: START, positions: begun, committed: groupOf(setup, node) === null ? nothing : begun }, changes)
}

/** What the coordinator has stored, of one group: with several there is no room to say it. */
export const howFarStored = (events: readonly Timed[], setup: Setup): readonly HowFar[] => {
  const partitions = partitionsOf(setup)
  const stored = ofKind(events, 'offset-stored')
  if (new Set(stored.map(({ event }) => event.group)).size > 1) return []
  const changes = stored.map(({ event, moment }): Change => {
    const put = putOffset(partitions, event.partition, event.offset)
    return { moment, apply: (before) => ({ ...before, committed: put(before.committed) }) }
  })
  return follow({ from: START, positions: partitions.map(() => null), committed: partitions.map(() => 0) }, changes)
}

const follow = (begins: HowFar, changes: readonly Change[]): readonly HowFar[] =>
  [...changes]
    .sort((a, b) => compareMoments(a.moment, b.moment))
    .reduce<HowFar[]>(
      (all, { moment, apply }) => {
        const last = all.at(-1) ?? begins
        if (compareMoments(last.from, moment) === 0) all.pop()
        all.push({ ...apply(last), from: moment })
        return all
      },
      [begins],
    )

const putOffset =
  (partitions: readonly TopicPartition[], partition: TopicPartition, offset: Offset) =>
  (offsets: PerPartition): PerPartition =>
    offsets.map((old, p) => (partitions[p] === partition ? offset : old))

const readerChanges = (
  events: readonly Timed[],
  node: NodeId,
  partitions: readonly TopicPartition[],
): readonly Change[] =>
  ofKind(events, 'record-delivered', 'position-moved', 'position-found', 'offsets-committed').flatMap(
    ({ event, moment }): readonly Change[] => {
      if (event.node !== node) return []
      const to =
        event.kind === 'record-delivered' ? event.offset + 1 : event.kind === 'position-moved' ? event.to : event.offset
      const put = putOffset(partitions, event.partition, to)
      if (event.kind === 'offsets-committed')
        return [{ moment, apply: (before) => ({ ...before, committed: put(before.committed) }) }]
      const found = event.kind === 'position-found' && event.because === 'committed'
      return [
        {
          moment,
          apply: ({ positions, committed }) => ({
            positions: put(positions),
            committed: found ? put(committed) : committed,
          }),
        },
      ]
    },
  )
