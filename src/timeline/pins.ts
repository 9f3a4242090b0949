/**
 * Faults in the ruler, each at the time it struck; a fault that never struck is a grey pin.
 *
 *   0 ms    10    20    30        60
 *   ───┴─────┴──▲──┴─────┴─────────┴──    ▲ struck at 22
 */
import type { Fault, KafkaTrace } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export interface Pin {
  readonly index: number
  readonly fault: Fault
  readonly used: boolean
  /** null: it never struck, and its time is not known. */
  readonly moment: Moment | null
}

const same = (a: Fault, b: Fault): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

export const pins = (trace: KafkaTrace, events: readonly Timed[]): readonly Pin[] => {
  const struck = [...ofKind(events, 'fault-struck')]
  return trace.plan.map((fault, index) => {
    const hit = struck.findIndex(({ event }) => same(event.fault, fault))
    const [found] = hit < 0 ? [] : struck.splice(hit, 1)
    if (found !== undefined) return { index, fault, used: true, moment: found.moment }
    return { index, fault, used: false, moment: 'at' in fault.aim ? { at: fault.aim.at, tie: 0 } : null }
  })
}
