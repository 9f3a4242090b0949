/** Of the steps that are done, the last one that says something worth a card, and the marks it belongs to. */

import { LONGEST_GAP } from './folds.ts'
import type { EventKind } from './fromEngine.ts'
import { watermarkId } from './logStrips.ts'
import { type Cursor, isDone } from './moment.ts'
import { isMarkedOfCluster, marksOfCluster, WORTH_OF_CLUSTER } from './narratorOfCluster.ts'
import { marksOfReader } from './narratorOfReader.ts'
import { sentBatches } from './sends.ts'
import type { Timed } from './timed.ts'
import type { Timeline } from './timeline.ts'
import { batchKey } from './tries.ts'

/** Of the events of one step the highest is told; what has 0 is never told on a card. */
const WORTH: Readonly<Record<EventKind, number>> = {
  'message-sent': 0,
  'message-landed': 0,
  'message-lost': 9,
  'message-late': 9,
  'connection-opened': 0,
  'connection-refused': 1,
  'connection-silent': 0,
  'connection-ended': 2,
  'fault-struck': 1,
  'node-crashed': 10,
  'node-restarted': 5,
  'record-handed-over': 2,
  'batch-sent': 4,
  'batch-acked': 5,
  'batch-counted-as-sent': 3,
  'batch-will-be-retried': 6,
  'batch-failed': 9,
  'late-answer-ignored': 7,
  'request-timed-out': 8,
  'producer-id-received': 1,
  'epoch-bumped': 7,
  'sequence-unresolved': 0,
  'application-sends-again': 8,
  'application-gave-up': 8,
  'request-waits': 4,
  'batch-appended': 6,
  'batch-replicated': 0,
  'high-watermark-advanced': 5,
  'duplicate-recognised': 8,
  'batch-refused': 8,
  'produce-waits-for-replicas': 1,
  'produce-answered': 1,
  'fetch-parked': 0,
  'fetch-answered': 0,
  'connection-closed-instead': 8,
  'record-delivered': 4,
  'effect-called': 3,
  'effect-happened': 6,
  'effect-skipped': 9,
  'effect-failed': 8,
  'effect-call-failed': 5,
  'effect-in-doubt': 9,
  'effect-confirmed': 3,
  ...WORTH_OF_CLUSTER,
}

/** How much a card about it is worth; under 2 it is never told on one. */
export const worth = ({ event }: Timed): number => {
  if (event.kind === 'message-lost' && !event.aimedAt)
    return event.cause === 'silent' || event.cause === 'broken' ? 3 : 0
  if (event.kind === 'high-watermark-advanced' && event.role === 'follower') return 0
  if (event.kind === 'batch-sent' && event.attempt > 1) return 7
  return WORTH[event.kind]
}

export const TOLD_FROM = 2

/** Worth a card even while the run plays: what goes wrong, and what follows from it. */
export const isLoud = (timed: Timed): boolean => worth(timed) >= 7
/** While nothing happens the card stays with the loudest of what happened last: an election, not the fetch behind it. */
const LAST_WORDS = 4

/** The last telling step with something to say, and in it the event worth most. */
export const loudestAt = (timeline: Timeline, cursor: Cursor): Timed | null => {
  const said = timeline.telling.filter((timed) => isDone(timed.moment, cursor) && worth(timed) >= TOLD_FROM)
  const last = said.at(-1)
  if (last === undefined) return null
  const isIdle = cursor.at - last.moment.at > LONGEST_GAP
  const heard = said.filter(({ step, moment }) =>
    isIdle ? last.moment.at - moment.at <= LAST_WORDS : step === last.step,
  )
  return heard.reduce((loudest, timed) => (worth(timed) >= worth(loudest) ? timed : loudest))
}

/** Where its line ends when none of its marks is in view. */
export const barOf = ({ event }: Timed): readonly string[] => {
  const first = 'records' in event ? event.records[0] : undefined
  return first === undefined || typeof first === 'string' ? [] : [`bar ${batchKey([first])}`]
}

/** Which marks an event has in the picture. */
export const marksOf = (timeline: Timeline, timed: Timed): readonly string[] => {
  const { event } = timed
  if (isMarkedOfCluster(event)) return marksOfCluster(event, timed.moment)
  const ofReader = marksOfReader(event, timed.moment)
  if (ofReader !== null) return ofReader
  switch (event.kind) {
    case 'message-lost':
      return [`loss ${event.message}`, `message ${event.message}`]
    case 'message-late':
      return [`message ${event.message}`]
    case 'node-crashed':
      return [`crash ${event.node} ${timed.moment.at}`]
    case 'node-restarted':
      return timeline.marks.crashes.flatMap((crash) => (crash.node === event.node ? [`${crash.id} back`] : []))
    case 'record-handed-over':
      return [`handed ${batchKey(event.records)}`, ...chipsOf(timeline, timed)]
    case 'batch-sent':
      return chipsOf(timeline, timed)
    case 'batch-acked':
    case 'batch-will-be-retried':
      return [...arrivalsAt(timeline, timed), `end ${batchKey(event.records)}`]
    case 'batch-counted-as-sent':
    case 'batch-failed':
    case 'late-answer-ignored':
      return [`end ${batchKey(event.records)}`, ...arrivalsAt(timeline, timed)]
    case 'request-timed-out':
      return [`timeout ${event.node} ${timed.moment.at} ${event.connection}`]
    case 'application-sends-again':
    case 'application-gave-up':
      return [`decision ${event.node} ${timed.moment.at} ${event.records.map((sent) => sent.record).join()}`]
    case 'request-waits':
      return [`wait ${event.message}`]
    case 'batch-appended':
      return cellsOf(timeline, timed)
    case 'high-watermark-advanced':
      return [watermarkId(event.node, event.partition, event.highWatermark)]
    case 'duplicate-recognised':
    case 'batch-refused':
      return [`not-appended ${event.message}`]
    default:
      return arrivalsAt(timeline, timed)
  }
}

const cellsOf = (timeline: Timeline, { event, moment }: Timed): readonly string[] =>
  timeline.strips.cells.flatMap((cell) =>
    'node' in event && cell.node === event.node && cell.appended === moment ? [`cell ${cell.id}`] : [],
  )

const chipsOf = (timeline: Timeline, { event, step }: Timed): readonly string[] => {
  if (!('records' in event) || (event.kind !== 'batch-sent' && event.kind !== 'record-handed-over')) return []
  const moment = timeline.events.find((one) => one.step === step)?.moment
  const sends = sentBatches(timeline.events).filter(
    (sent) => sent.moment.at === moment?.at && sent.moment.tie === moment.tie,
  )
  const key = batchKey(event.records)
  return sends.filter((sent) => batchKey(sent.event.records) === key).map((sent) => `chip ${sent.message}`)
}

/** The message whose arrival was this step. */
const arrivalsAt = (timeline: Timeline, { step }: Timed): readonly string[] => {
  const name = timeline.trace.steps[step]?.name
  return name === null || name === undefined ? [] : [`message ${name}`]
}
