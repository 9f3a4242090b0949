/**
 * Words at the edges of the window over the picture. Half a word says something else (`.18` of `.180`), so a label that an
 * edge would cut is left out, all its lines together, until the window shows it whole.
 *
 *   names │ meout.ms ──▶ names │
 */
import { boxOfText } from './placement/textBox.ts'
import { bandOf } from './scene/bands.ts'
import type { Primitive } from './scene/primitive.ts'
import type { Scene } from './scene/scene.ts'

/** One label: its marks, and how far it reaches along the picture. */
export interface EdgeWord {
  readonly ids: readonly string[]
  readonly start: number
  readonly end: number
}

export interface EdgeWords {
  readonly all: readonly EdgeWord[]
  /** The labels that are cut where the picture is scrolled so far along, in px. */
  readonly cutAt: (scrolled: number) => readonly EdgeWord[]
}

/** Between the names' column and the lanes: the first letter of a label may stand on it. */
const BEFORE = 6

/** Lines of one label are named after it: `try 2 0`, `try 2 1`; what clears the ground under words goes with them. */
const labelOf = (mark: Primitive, labels: ReadonlySet<string>): string => {
  const own = mark.id.replace(/ patch$/, '')
  const label = own.replace(/ \d+$/, '')
  return labels.has(label) ? label : own
}

const isPatch = (mark: Primitive): boolean => mark.class === 'bar-patch'

export const edgeWordsOf = (scene: Scene): EdgeWords => {
  const labels = new Set(scene.placed.labels.map(({ id }) => id))
  const words = new Map<string, EdgeWord>()
  for (const mark of scene.primitives) {
    if (bandOf(mark) === 'header' || !(mark.shape === 'text' || isPatch(mark))) continue
    const key = labelOf(mark, labels)
    const known = words.get(key) ?? { ids: [], start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY }
    const ids = [...known.ids, mark.id]
    if (mark.shape !== 'text') words.set(key, { ...known, ids })
    else {
      const { along, length } = boxOfText(mark)
      words.set(key, { ids, start: Math.min(known.start, along), end: Math.max(known.end, along + length) })
    }
  }
  const all = [...words.values()].sort((a, b) => a.start - b.start)
  const isOver = ({ start, end }: EdgeWord, edge: number): boolean => start < edge - 0.5 && end > edge + 0.5
  return {
    all,
    cutAt: (scrolled) => {
      const edges = [scrolled + scene.axis.start - BEFORE, scrolled + scene.view.width]
      return all.filter((word) => edges.some((edge) => isOver(word, edge)))
    },
  }
}
