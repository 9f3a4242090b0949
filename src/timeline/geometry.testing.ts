/** What the geometry tests measure: where words stand at a cursor, and what they must not touch. */
import { type Cursor, frame, type Scene, scene, type Timeline, type View } from './index.ts'
import { touches } from './placement/boxes.ts'
import { fontWidth } from './placement/measure.ts'
import type { Box, Text } from './scene/primitive.ts'

export const LAB: View = { width: 844, height: 708, pxPerMs: 'fit', openFolds: [], future: 'faint', scrollAlong: 0 }

/** From the top of the capitals to the foot of the letters. */
export const boxOfText = (text: Text): Box => {
  const length = fontWidth(text.text, text)
  const { along, across } = text.at
  if (text.turned === true) return { along: along - 9, across: across - length, length: 11, breadth: length }
  const start = text.anchor === 'middle' ? along - length / 2 : text.anchor === 'end' ? along - length : along
  return { along: start, across: across - 9.5, length, breadth: 11 }
}

export const textsAt = (picture: Scene, cursor: Cursor): readonly Text[] => {
  const { phases } = frame(picture, cursor)
  return picture.primitives.filter((mark, i): mark is Text => mark.shape === 'text' && phases[i] !== 'hidden')
}

/** Pairs of words that stand on each other. */
export const overlapsAt = (picture: Scene, cursor: Cursor): readonly string[] => {
  const texts = textsAt(picture, cursor).map((text) => ({ text, box: boxOfText(text) }))
  return texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap((b) => (touches(a.box, b.box, -0.5) ? [`${a.text.text} × ${b.text.text}`] : [])),
  )
}

/** Words of marks that stand on another mark. */
export const onMarksAt = (picture: Scene, cursor: Cursor): readonly string[] => {
  const words = textsAt(picture, cursor).filter((text) => text.layer === 'must' || text.layer === 'label')
  const marks = picture.obstacles.filter((one) => one.kind !== 'label')
  return words.flatMap((text) =>
    marks.filter((mark) => touches(boxOfText(text), mark.box, -1)).map((mark) => `${text.text} on ${mark.id}`),
  )
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
