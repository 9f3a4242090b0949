import type { Fault, Plan } from '../engine/index.ts'
import { namesFor } from '../words/en/names.ts'
import { runTitles } from '../words/en/ui.ts'

const isAnswer = (fault: Fault): boolean => 'before' in fault.aim && /Response\b|Reply\b/.test(fault.aim.before)

const whose = ({ node = '' }: Fault): string => namesFor([node]).actor(node)

/** What stands in the top bar: a run is called after what goes wrong in it. */
export const runTitle = (plan: Plan, acks: string): string => {
  const [first, second] = plan
  if (first === undefined) return runTitles.quiet
  if (second !== undefined) return runTitles.several(plan.length)
  switch (first.kind) {
    case 'silent':
      return isAnswer(first) ? runTitles.lostAnswer : runTitles.lostRequest
    case 'break':
      return acks === '0' ? runTitles.fireAndForget : runTitles.broken
    case 'refuse':
      return runTitles.refused
    case 'late':
      return runTitles.late
    case 'crash':
      return runTitles.crash(whose(first))
    case 'pause':
      return runTitles.paused(whose(first))
    case 'cut-off':
      return runTitles.cutOff(whose(first))
    case 'falls-behind':
      return runTitles.fallsBehind(whose(first))
    case 'shutdown':
      return runTitles.shutdown(whose(first))
    default:
      return runTitles.several(1)
  }
}
