import type { Fault, Millis } from '../../engine/index.ts'
import type { Timeline } from '../../timeline/index.ts'
import { faultWords } from '../../words/en/ui.ts'
import { atTime, capital, faultTitle, namesFor, sayUnused } from '../../words/index.ts'
import { aimOf } from '../doors.ts'
import { unusedSentence } from './faultMenu.ts'

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

export const faultList = ({ pins, trace }: Timeline): readonly FaultLine[] => {
  const names = namesFor(Object.keys(trace.end.nodes))
  return pins.map((pin) => ({
    index: pin.index,
    fault: pin.fault,
    title: capital(faultTitle(pin.fault, names)),
    aim: aimOf(pin.fault),
    at: pin.moment?.at ?? null,
    when: pin.moment ? atTime(pin.moment.at) : '',
    unused: pin.used
      ? null
      : (unusedSentence(trace, pin.fault) ?? faultWords.changesNothing(sayUnused(pin.fault, 'name-never-came', names))),
  }))
}
