/** What the geometry tests measure: where words stand at a cursor, and what they must not touch. */
import { type Cursor, frame, keyOf, keysOf, phaseOf, type Scene, scene, type Timeline, type View } from './index.ts'
import { touches } from './placement/boxes.ts'
import { boxOfText } from './placement/textBox.ts'
import type { Text } from './scene/primitive.ts'

export const LAB: View = { width: 844, height: 708, pxPerMs: 'fit', openFolds: [], future: 'faint', scrollAlong: 0 }

export const textsAt = (picture: Scene, cursor: Cursor): readonly Text[] => {
  const { phases } = frame(picture, cursor)
  return picture.primitives.filter((mark, i): mark is Text => mark.shape === 'text' && phases[i] !== 'hidden')
}

/** Whether two marks are in the picture together at one of these times. */
type Together = (a: number, b?: number) => boolean
const togetherAt = (picture: Scene, cursors: readonly Cursor[]): Together => {
  const keys = picture.primitives.map(keysOf)
  const times = cursors.map((cursor) => ({ key: keyOf(cursor), playhead: picture.axis.xOf(cursor.at) }))
  const shows = (i: number, { key, playhead }: (typeof times)[number]): boolean => {
    const own = keys[i]
    return own !== undefined && phaseOf(own, key, playhead, picture.view.future) !== 'hidden'
  }
  return (a, b = a) => times.some((time) => shows(a, time) && shows(b, time))
}

/**
 * Words that stand on words or on a mark at any of these times. Places do not change over time, so what touches is
 * looked for once, and only then when: this is what makes every telling time of every story affordable.
 */
export const faultsAt = (picture: Scene, cursors: readonly Cursor[]): readonly string[] => {
  const together = togetherAt(picture, cursors)
  const texts = picture.primitives
    .flatMap((mark, i) => (mark.shape === 'text' ? [{ mark, i, box: boxOfText(mark) }] : []))
    .sort((a, b) => a.box.along - b.box.along)
  const found = texts.flatMap((a, n) => {
    const crossed: string[] = []
    for (let m = n + 1; m < texts.length; m++) {
      const b = texts[m]
      if (b === undefined || b.box.along >= a.box.along + a.box.length) break
      if (touches(a.box, b.box, -0.5) && together(a.i, b.i)) crossed.push(`${a.mark.text} × ${b.mark.text}`)
    }
    return crossed
  })
  const marks = picture.obstacles.filter((one) => one.kind !== 'label')
  const words = texts.filter(({ mark }) => mark.layer === 'must' || mark.layer === 'label')
  return [
    ...found,
    ...words.flatMap(({ mark, i, box }) =>
      marks.filter((one) => touches(box, one.box, -1) && together(i)).map((one) => `${mark.text} on ${one.id}`),
    ),
  ]
}

export const clipped = (picture: Scene): readonly string[] =>
  picture.primitives.flatMap((mark) => {
    if (mark.shape !== 'text' || mark.turned === true) return []
    const box = boxOfText(mark)
    const out =
      box.along < 0 ||
      box.along + box.length > picture.length ||
      box.across < 0 ||
      box.across + box.breadth > picture.breadth
    return out ? [mark.text] : []
  })

export const cursorsOf = (timeline: Timeline): readonly Cursor[] => [{ at: 0, tie: 0 }, ...timeline.moments]
export const draw = (timeline: Timeline, view: Partial<View> = {}): Scene => scene(timeline, { ...LAB, ...view })
