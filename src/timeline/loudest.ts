/** Of what happens at once, what is told: by the worth of a card about it. */
import { TOLD_FROM, worth } from './narrator.ts'
import type { Timed } from './timed.ts'
import type { Timeline } from './timeline.ts'

/** Of several events the one worth most, of equals the last; what only leaves or lands is nobody's main event. */
export const loudestOf = (events: readonly Timed[]): Timed | null =>
  events
    .filter(({ event }) => event.kind !== 'message-sent' && event.kind !== 'message-landed')
    .reduce<Timed | null>((loudest, one) => (loudest === null || worth(one) >= worth(loudest) ? one : loudest), null)

/** What the narrator says as the run goes on: of each step with something to say, the event worth most. */
export const toldInOrder = ({ telling }: Timeline): readonly Timed[] => {
  const told: Timed[] = []
  for (const timed of telling) {
    if (worth(timed) < TOLD_FROM) continue
    const last = told.at(-1)
    if (last?.step !== timed.step) told.push(timed)
    else if (worth(timed) >= worth(last)) told[told.length - 1] = timed
  }
  return told
}
