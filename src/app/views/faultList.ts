import type { Fault, Millis } from '../../engine/index.ts'
import type { Timeline } from '../../timeline/index.ts'
import { capital, messageNamed, namesFor } from '../../words/en/names.ts'
import { atTime } from '../../words/en/time.ts'
import { faultWords } from '../../words/en/ui.ts'
import { aimOf } from '../doors.ts'
import { unusedSentence } from './faultMenu.ts'

export interface FaultLine {
  readonly index: number
  readonly fault: Fault
  readonly what: string
  /** What it is aimed at, in words. */
  readonly where: string
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
    what: faultWords.short[pin.fault.kind] ?? pin.fault.kind,
    where: capital(
      'before' in pin.fault.aim && pin.fault.node === undefined
        ? messageNamed(pin.fault.aim.before, names)
        : names.actor(pin.fault.node ?? ''),
    ),
    aim: aimOf(pin.fault),
    at: pin.moment?.at ?? null,
    when: pin.moment ? atTime(pin.moment.at) : '',
    unused: pin.used ? null : (unusedSentence(trace, pin.fault) ?? faultWords.unused['name-never-came'] ?? ''),
  }))
}
