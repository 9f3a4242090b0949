/**
 * Everything about a run that can be drawn, in times: no px, no browser, no cursor.
 *
 *   trace ─▶ timed events ─▶ messages, bars, cells, marks, pins, lanes ─▶ folds between telling moments
 */
import { type BeliefBar, beliefBars } from './beliefBars.ts'
import { endOf } from './cursor.ts'
import { type Delivery, deliveries } from './deliveries.ts'
import { type Busy, busySpans, type Fold, folds } from './folds.ts'
import type { KafkaTrace, Millis } from './fromEngine.ts'
import { type Lanes, lanes } from './lanes.ts'
import { demotionsOf, type Leaders, leaders } from './leaders.ts'
import { type LogStrips, logStrips } from './logStrips.ts'
import { type Marks, marks } from './marks.ts'
import { type MessageFact, messages } from './messages.ts'
import type { Cursor, Moment } from './moment.ts'
import { type Pin, pins } from './pins.ts'
import { type ReaderMark, readerMarks } from './readerMarks.ts'
import { type Receipt, receipts } from './receipts.ts'
import { quietEvents, tellingEvents, tellingMoments } from './telling.ts'
import { type Timed, timedEvents } from './timed.ts'
import { quietTries } from './tries.ts'

export interface Timeline {
  readonly trace: KafkaTrace
  readonly end: Cursor
  readonly events: readonly Timed[]
  readonly telling: readonly Timed[]
  /** Each once: where the arrow keys stop and the playhead snaps. */
  readonly moments: readonly Moment[]
  readonly busy: readonly Busy[]
  readonly folds: readonly Fold[]
  readonly lanes: Lanes
  readonly leaders: Leaders
  /** Those that are drawn; quiet ones are counted in the folds. */
  readonly messages: readonly MessageFact[]
  /** All of them, the quiet ones as well. */
  readonly sent: readonly MessageFact[]
  readonly bars: readonly BeliefBar[]
  readonly strips: LogStrips
  readonly deliveries: readonly Delivery[]
  readonly receipts: readonly Receipt[]
  readonly readerMarks: readonly ReaderMark[]
  readonly marks: Marks
  readonly pins: readonly Pin[]
}

export const timeline = (trace: KafkaTrace): Timeline => {
  const events = timedEvents(trace)
  const found = messages(events)
  const quiet = quietTries(events, found)
  const placed = marks(events, found, trace.steps)
  const led = leaders(events, trace.setup, placed.crashes)
  const deciding = [...new Set(placed.decisions.map((decision) => decision.node))]
  const facts = { crashes: placed.crashes, leaders: led, troubles: placed }
  const laid = lanes(trace.setup, events, facts, {
    controllers: deciding,
    sent: found,
    nodes: Object.values(trace.end.nodes),
  })
  const known = {
    facts: new Map(found.map((fact) => [fact.name as string, fact])),
    quiet,
    showReplicas: laid.showReplicas,
    demotions: demotionsOf(led),
  }
  const telling = tellingEvents(events, known)
  const moments = tellingMoments(telling)
  const busy = busySpans(moments.map((moment): Millis => moment.at))
  return {
    trace,
    end: endOf(trace),
    events,
    telling,
    moments,
    busy,
    folds: folds(busy, quietEvents(events, known)),
    lanes: laid,
    messages: found.filter((fact) => isDrawn(fact, laid) && !quiet.messages.has(fact.name)),
    sent: found,
    bars: beliefBars(events, quiet.tries),
    strips: logStrips(events, quiet.messages, trace.setup),
    leaders: led,
    deliveries: deliveries(events, found),
    receipts: receipts(events),
    readerMarks: readerMarks(events, placed.crashes),
    marks: placed,
    pins: pins(trace, events),
  }
}

/** Internal replication stands in the cross-section when the lanes are partitions. */
const isDrawn = (fact: MessageFact, { showReplicas }: Lanes): boolean =>
  fact.kind !== 'quiet' && (showReplicas || (fact.kind !== 'replication' && fact.kind !== 'replication-fetch'))

const blind = new WeakMap<Timeline, Timeline>()

/** The same run as somebody sees it who is not to know what comes: with lanes of all who may come to act. */
export const seenBlind = (timeline: Timeline): Timeline => {
  const { lanes: laid } = timeline
  const seen = blind.get(timeline) ?? { ...timeline, lanes: { ...laid, lanes: laid.whoever } }
  blind.set(timeline, seen)
  return seen
}
