/** The three commands: each from a trace to text. */
import { eventsOf, type KafkaTrace, type Ledger, ledger, verdict } from '../engine/index.ts'
import { cursorAt, namesOf, scene, svg, textTrace, timeline } from '../timeline/index.ts'
import { cliWords } from '../words/en/cli.ts'
import { endOf, judge, sayBelief, sayRunProblem } from '../words/index.ts'
import type { Wish } from './options.ts'
import { themeOf } from './theme.ts'

const ledgerOf = (trace: KafkaTrace): Ledger =>
  ledger(
    eventsOf(trace).map((one) => one.event),
    trace.setup,
  )
const effectOf = (trace: KafkaTrace) => {
  const reader = Object.values(trace.setup.clients).find((client) => client.kind === 'consumer')
  return reader?.kind === 'consumer' ? reader.effect : null
}
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
const problemsOf = (trace: KafkaTrace): readonly string[] =>
  trace.problems.map((problem) => sayRunProblem(problem, namesOf(trace), acksOf(trace)))
/** Why a fault finds nothing to strike may lie in the acks: with 0 there is no answer to lose. */
const acksOf = (trace: KafkaTrace): -1 | 0 | 1 => {
  const producer = Object.values(trace.setup.clients).find((client) => client.kind === 'producer')
  const acks = producer?.config.acks
  return acks === '0' ? 0 : acks === '1' ? 1 : -1
}

const picture = (trace: KafkaTrace, wish: Wish): string => {
  const run = timeline(trace)
  const drawn = scene(run, {
    width: wish.width,
    height: wish.height,
    pxPerMs: wish.zoom,
    openFolds: [],
    future: 'faint',
    scrollAlong: 0,
  })
  const cursor = wish.at === null ? run.end : cursorAt(trace, wish.at)
  return svg(drawn, { theme: themeOf(wish.theme), cursor, card: !wish.bare })
}

export const printRun = (trace: KafkaTrace, wish: Wish): string => {
  if (wish.format === 'svg') return picture(trace, wish)
  const { outcome, plan, problems, steps } = trace
  if (wish.format === 'json') return json({ outcome, plan, problems, steps: steps.length, ledger: ledgerOf(trace) })
  return `${[...problemsOf(trace), endOf(verdict(trace), ledgerOf(trace), effectOf(trace))].join('\n')}\n`
}

export const printVerdict = (trace: KafkaTrace, wish: Wish): string => {
  if (wish.format === 'svg') return picture(trace, wish)
  const judged = verdict(trace)
  if (wish.format === 'json') return json(judged)
  const book = ledgerOf(trace)
  const rows = book.rows.map((row) =>
    cliWords.row(row.record, sayBelief(row.belief), row.inLog, book.hasReader ? row.effects : null),
  )
  return `${[...problemsOf(trace), cliWords.ends(judge(judged).text), ...rows, ...judged.broken.map(cliWords.broken)].join('\n')}\n`
}

export const printTrace = (trace: KafkaTrace, wish: Wish): string =>
  wish.format === 'svg' ? picture(trace, wish) : wish.format === 'json' ? json(trace.steps) : textTrace(trace)
