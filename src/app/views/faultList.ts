import type { Fault, Millis } from '../../engine/index.ts'
import { type Cursor, isDone, type Timeline } from '../../timeline/index.ts'
import { faultWords } from '../../words/en/ui.ts'
import { atTime, capital, faultTitle, namesFor, sayUnused } from '../../words/index.ts'
import { aimOf } from '../doors.ts'
import { unusedSentence } from './faultMenu.ts'

type Pin = Timeline['pins'][number]

export interface FaultLine {
  readonly index: number
  readonly fault: Fault
  /** What it is, and what it is aimed at, in words. */
  readonly title: string
  /** The name it is aimed at, as the engine writes it. */
  readonly aim: string
  readonly at: Millis | null
  readonly when: string
  /** Why it changes nothing; null when it struck. */
  readonly unused: string | null
}

/** Whether it may be told when it strikes. `until`: what lies behind it is hidden, and so is that a fault never strikes. */
export const isTold = ({ used, moment }: Pin, until: Cursor | null): boolean =>
  until === null || (used && moment !== null && isDone(moment, until))

export const faultList = ({ pins, trace }: Timeline, until: Cursor | null): readonly FaultLine[] => {
  const names = namesFor(Object.keys(trace.end.nodes))
  const why = (fault: Fault): string =>
    unusedSentence(trace, fault) ?? faultWords.changesNothing(sayUnused(fault, 'name-never-came', names))
  return pins.map((pin) => {
    const moment = isTold(pin, until) ? pin.moment : null
    return {
      index: pin.index,
      fault: pin.fault,
      title: capital(faultTitle(pin.fault, names)),
      aim: aimOf(pin.fault),
      at: moment?.at ?? null,
      when: moment ? atTime(moment.at) : '',
      unused: pin.used || until !== null ? null : why(pin.fault),
    }
  })
}
