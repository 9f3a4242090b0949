import type { Fault, FaultKind, Plan } from '../engine/index.ts'
import { namesFor } from '../words/en/names.ts'
import { runTitles } from '../words/en/ui.ts'

const isAnswer = (fault: Fault): boolean => 'before' in fault.aim && /Response\b|Reply\b/.test(fault.aim.before)

const whose = ({ node = '' }: Fault): string => namesFor([node]).actor(node)

/** By what goes wrong; a new kind of fault does not compile without a title. */
const titles: { readonly [Kind in FaultKind]: (fault: Fault, acks: string) => string } = {
  silent: (fault) => (isAnswer(fault) ? runTitles.lostAnswer : runTitles.lostRequest),
  break: (_fault, acks) => (acks === '0' ? runTitles.fireAndForget : runTitles.broken),
  refuse: () => runTitles.refused,
  late: () => runTitles.late,
  'call-fails': () => runTitles.callFails,
  'reply-lost': () => runTitles.replyLost,
  twice: () => runTitles.twice,
  crash: (fault) => runTitles.crash(whose(fault)),
  pause: (fault) => runTitles.paused(whose(fault)),
  'cut-off': (fault) => runTitles.cutOff(whose(fault)),
  'falls-behind': (fault) => runTitles.fallsBehind(whose(fault)),
  shutdown: (fault) => runTitles.shutdown(whose(fault)),
}
const isTitled = (kind: string): kind is FaultKind => Object.hasOwn(titles, kind)

/** What stands in the top bar: a run is called after what goes wrong in it. */
export const runTitle = (plan: Plan, acks: string): string => {
  const [first, second] = plan
  if (first === undefined) return runTitles.quiet
  // A link may carry a kind that this version does not know.
  return second === undefined && isTitled(first.kind) ? titles[first.kind](first, acks) : runTitles.several(plan.length)
}
