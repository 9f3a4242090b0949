/**
 * The events of a trace, each with the moment it happened.
 *
 *   step 7 at 40   ●1 batch-acked, batch-sent
 *   step 8 at 40   ●2 batch-appended              moment { at: 40, tie: 2 }
 */
import type { Event, EventKind, EventOfKind, KafkaTrace } from './fromEngine.ts'
import type { Moment } from './moment.ts'

export interface Timed<E extends Event = Event> {
  readonly event: E
  readonly moment: Moment
  readonly step: number
}

export const momentOfStep = (trace: KafkaTrace, index: number): Moment => {
  const at = trace.steps[index]?.at ?? 0
  let first = index
  while (first > 0 && trace.steps[first - 1]?.at === at) first -= 1
  return { at, tie: index - first + 1 }
}

/** The moment of every step, by its number. */
export const momentsOfSteps = (steps: KafkaTrace['steps']): readonly Moment[] => {
  let at = -1
  let tie = 0
  return steps.map((step) => {
    tie = step.at === at ? tie + 1 : 1
    at = step.at
    return { at, tie }
  })
}

export const timedEvents = (trace: KafkaTrace): readonly Timed[] => {
  const moments = momentsOfSteps(trace.steps)
  return trace.steps.flatMap((step, index) => {
    const moment = moments[index] ?? { at: step.at, tie: 1 }
    return step.events.map((event) => ({ event, moment, step: index }))
  })
}

export const ofKind = <K extends EventKind>(
  events: readonly Timed[],
  ...kinds: readonly K[]
): readonly Timed<EventOfKind<K>>[] =>
  events.filter((timed): timed is Timed<EventOfKind<K>> => (kinds as readonly string[]).includes(timed.event.kind))
