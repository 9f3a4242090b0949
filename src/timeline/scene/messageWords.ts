/**
 * What is written beside messages: how late they are; from Detail on the code of a refusal; at Wire their request.
 *
 *   ╲                       ╲
 *    ╲  500 ms late          ╲ Produce id 3
 *     ╲ by you                ╲
 */
import { markWords } from '../../words/en/marks.ts'
import { readerMarks } from '../../words/en/marksOfReader.ts'
import { lasting } from '../../words/index.ts'
import type { MessageFact } from '../messages.ts'
import { on } from './messagePlaces.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { type Candidate, type LabelLine, plainLine } from './sketch.ts'

interface Way {
  readonly a: Point
  readonly b: Point
}

export const askLate = (plot: Plot, fact: MessageFact, a: Point, b: Point): void => {
  const middle = on(a, b, 0.55)
  plot.sketch.asks.push({
    id: `late ${fact.name}`,
    isFar: true,
    must: true,
    rank: 1,
    from: fact.leaves,
    anchor: `message ${fact.name}`,
    name: fact.name,
    records: fact.records,
    candidates: [
      { along: middle.along + 12, across: middle.across - 6, anchor: 'start' },
      { along: middle.along - 10, across: middle.across - 6, anchor: 'end' },
      { along: b.along - 12, across: (middle.across + b.across) / 2, anchor: 'end' },
    ],
    lines: [plainLine(markWords.late(lasting(fact.lateBy)), 'text-loss', 550), plainLine(markWords.byYou, 'text-ink2')],
  })
}

/** At Wire every message carries the name of its request and which one of its connection it is. */
export const askName = (plot: Plot, fact: MessageFact, id: number | null, way: Way): void => {
  const api = /^\w+/.exec(fact.name)?.[0] ?? ''
  const lines = [plainLine(id === null ? api : markWords.request(api, id), 'text-ink3', 400, 'code')]
  askBeside(plot, fact, way, 6, fact.code === null ? lines : [...lines, codeLine(fact.code)])
}

/** From Detail on an error reply carries its code. */
export const askCode = (plot: Plot, fact: MessageFact, way: Way): void => {
  if (fact.code !== null) askBeside(plot, fact, way, 5, [codeLine(fact.code)])
}
const codeLine = (code: string): LabelLine => plainLine(code, 'text-doubt', 550, 'code')

const askBeside = (plot: Plot, fact: MessageFact, { a, b }: Way, rank: number, lines: readonly LabelLine[]): void => {
  const at = (part: number, anchor: Candidate['anchor']): Candidate => {
    const { along, across } = on(a, b, part)
    return { along: along + (anchor === 'start' ? 10 : -10), across, anchor }
  }
  plot.sketch.asks.push({
    id: `name ${fact.name}`,
    must: false,
    rank,
    from: fact.leaves,
    name: fact.name,
    records: fact.records,
    candidates: [at(0.2, 'start'), at(0.5, 'start'), at(0.5, 'end'), at(0.75, 'start'), at(0.75, 'end')],
    lines,
  })
}

/** A call that is made again says so, and a copy that it is none of its caller's. */
export const askCall = (plot: Plot, fact: MessageFact, { a, b }: Way): void => {
  const own = { must: true, from: fact.leaves, name: fact.name, records: fact.records } as const
  if (fact.copyOf !== null)
    plot.sketch.asks.push({
      ...own,
      id: `copy ${fact.name}`,
      isFar: true,
      rank: 1,
      lines: [plainLine(readerMarks.copy, 'text-data', 550), plainLine(markWords.byYou, 'text-ink2')],
      candidates: [
        { along: on(a, b, 0.5).along + 6, across: on(a, b, 0.5).across - 21, anchor: 'start' },
        { along: on(a, b, 0.5).along - 6, across: on(a, b, 0.5).across + 6, anchor: 'end' },
        { along: b.along + 6, across: b.across - 20, anchor: 'start' },
      ],
    })
  else if (fact.attempt > 1)
    plot.sketch.asks.push({
      ...own,
      id: `try ${fact.name}`,
      rank: 1,
      lines: [plainLine(markWords.tryNumber(fact.attempt), 'text-ink', 650)],
      candidates: [
        { along: a.along, across: a.across - 8, anchor: 'middle' },
        { along: a.along + 12, across: a.across + 16, anchor: 'start' },
        { along: a.along - 8, across: a.across + 16, anchor: 'end' },
      ],
    })
}
