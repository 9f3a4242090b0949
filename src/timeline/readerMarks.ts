/**
 * What a reader does about offsets, and what it cannot know, as ticks on its lane.
 *
 *   ──[A]──────▏committed 1────✕┄┄┄┄○──▏starts at 1──[B]──
 */
import { readerMarks as say } from '../words/en/marksOfReader.ts'
import type { NodeId } from './fromEngine.ts'
import { isDone, type Moment } from './moment.ts'
import type { CrashMark } from './outages.ts'
import { ofKind, type Timed } from './timed.ts'

export interface ReaderMark {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  readonly is: 'committed' | 'found' | 'trouble'
  readonly lines: readonly string[]
  /** In Kafka's spelling. */
  readonly code: string | null
  /** Of its kind on this lane, or before a crash of this reader. */
  readonly isLast: boolean
}

export const readerMarkId = (is: ReaderMark['is'], node: NodeId, { at, tie }: Moment): string =>
  `${is} ${node} ${at} ${tie}`

export const readerMarks = (events: readonly Timed[], crashes: readonly CrashMark[]): readonly ReaderMark[] => {
  const marks = [
    ...perStep(events, 'offsets-committed', 'committed', say.committed),
    ...perStep(events, 'position-found', 'found', say.startsAt),
    ...troubles(events),
  ]
  const isFollowed = (mark: Found): boolean => {
    const gone = crashes.find((one) => one.node === mark.node && isDone(mark.moment, one.moment))?.moment
    return marks.some(
      (one) =>
        one !== mark &&
        one.is === mark.is &&
        one.node === mark.node &&
        isDone(mark.moment, one.moment) &&
        (gone === undefined || isDone(one.moment, gone)),
    )
  }
  return marks.map((mark) => ({ ...mark, isLast: !isFollowed(mark) }))
}

type Found = Omit<ReaderMark, 'isLast'>

/** Several partitions in one step are one tick. */
const perStep = (
  events: readonly Timed[],
  kind: 'offsets-committed' | 'position-found',
  is: ReaderMark['is'],
  words: (offsets: readonly number[]) => string,
): readonly Found[] => {
  const found = ofKind(events, kind)
  const steps = [...new Set(found.map(({ step, event }) => `${step} ${event.node}`))]
  return steps.flatMap((key) => {
    const own = found.filter(({ step, event }) => `${step} ${event.node}` === key)
    const [first] = own
    if (first === undefined) return []
    const { moment, event } = first
    const offsets = own.map((one) => one.event.offset)
    return [
      { id: readerMarkId(is, event.node, moment), node: event.node, moment, is, lines: [words(offsets)], code: null },
    ]
  })
}

const troubles = (events: readonly Timed[]): readonly Found[] => {
  const found = ofKind(events, 'commit-failed', 'position-moved', 'reader-failed', 'effect-in-doubt').map(
    ({ event, moment }): Found => {
      const own = { id: readerMarkId('trouble', event.node, moment), node: event.node, moment, is: 'trouble' } as const
      if (event.kind === 'commit-failed') return { ...own, lines: [say.commitFailed], code: event.error }
      if (event.kind === 'effect-in-doubt') return { ...own, lines: [say.inDoubt(event.record)], code: null }
      if (event.kind === 'reader-failed') return { ...own, lines: [say.stops], code: event.exception }
      return { ...own, lines: [event.to < event.from ? say.goesBack(event.to) : say.goesOn(event.to)], code: null }
    },
  )
  // A reader of several partitions stops once.
  return found.filter((one, i) => found.findIndex((other) => other.id === one.id) === i)
}
