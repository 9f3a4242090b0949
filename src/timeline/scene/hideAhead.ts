/**
 * Predict, then see: with the future hidden nothing that stands still may tell what comes.
 *
 *   shown   ──●──●──┊ 30 s ┊──✕┄┄┄┄ down ┄┄┄┄        hidden, at ▼    ──●──●────────────────
 *                                                                           ▼
 * Marks with a time of their own are hidden by their phase. Here are the others: folds, the ruler behind the first of them,
 * what a lane is further on, and words that stand far ahead of what they belong to.
 */
import type { Axis } from '../axis.ts'
import { before, later, START } from '../moment.ts'
import type { Primitive } from './primitive.ts'

/** Words up to here ahead of their mark are still at it. */
const NEAR = 60

const alongOf = (mark: Primitive): number | null => {
  if (mark.shape === 'text') return mark.at.along
  return mark.shape === 'line' ? mark.a.along : null
}

type Line = Extract<Primitive, { shape: 'line' }>
const laneOf = (mark: Line): string => mark.id.split(' ')[1] ?? ''

/** The lane's line up to the moment at which it is known what becomes of it: as it was at the start. */
const untold = (mark: Line, first: Line | undefined, axis: Axis): readonly Primitive[] => {
  const known = before(axis.atOf(mark.a.along))
  if (known.at <= 0) return [mark]
  return [
    { ...mark, id: `${mark.id} untold`, class: first?.class ?? mark.class, until: known },
    { ...mark, shows: known },
  ]
}

/** A line over what is a gap once the fold is known. A lane that is down has none there: its line goes through folds. */
const overFolds = (lines: readonly Line[], first: ReadonlyMap<string, Line>, axis: Axis): readonly Primitive[] => {
  const folds = axis.spans.filter((span) => span.kind === 'fold')
  const goesThrough = (lane: string, { x0, x1 }: { x0: number; x1: number }): boolean =>
    lines.some((line) => laneOf(line) === lane && line.a.along <= x0 && line.b.along >= x1)
  return [...first].flatMap(([lane, mark]) =>
    folds
      .filter((fold) => !goesThrough(lane, fold))
      .map(
        (fold): Primitive => ({
          ...mark,
          id: `line ${lane} over ${fold.id}`,
          a: { along: fold.x0, across: mark.a.across },
          b: { along: fold.x1, across: mark.b.across },
          until: before(fold.t0),
        }),
      ),
  )
}

const isLaneLine = (mark: Primitive): mark is Line => mark.shape === 'line' && mark.id.startsWith('line ')

const foldOf = (mark: Primitive, axis: Axis) =>
  axis.spans.find((span) => span.kind !== 'busy' && (mark.id === span.id || mark.id.startsWith(`${span.id} `)))

/** The scale itself tells of a wait once it goes on behind one. */
const isOnRuler = (mark: Primitive): boolean => /^(?:tick|time) /.test(mark.id)

export const hideAhead = (marks: readonly Primitive[], axis: Axis): readonly Primitive[] => {
  const firstFold = axis.spans.find((span) => span.kind !== 'busy')
  const since = (mark: Primitive, at: number): Primitive => ({ ...mark, shows: later(mark.shows ?? START, before(at)) })
  const lines = marks.filter(isLaneLine)
  const first = new Map(lines.toReversed().map((mark) => [laneOf(mark), mark]))
  return [
    ...marks.flatMap((mark): readonly Primitive[] => {
      if (isLaneLine(mark)) return untold(mark, first.get(laneOf(mark)), axis)
      const fold = foldOf(mark, axis)
      if (fold !== undefined) return [since(mark, fold.t0)]
      const along = alongOf(mark)
      if (along === null || /^(?:lane |role |cluster)/.test(mark.id)) return [mark]
      if (isOnRuler(mark)) {
        const span = axis.spans.findLast((one) => one.x0 <= along)
        return [firstFold !== undefined && span !== undefined && along > firstFold.x0 ? since(mark, span.t0) : mark]
      }
      return [mark.shape === 'text' && along > axis.xOf(mark.from.at) + NEAR ? since(mark, axis.atOf(along)) : mark]
    }),
    ...overFolds(lines, first, axis),
  ]
}
