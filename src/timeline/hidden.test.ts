import { describe, expect, it } from 'vitest'
import { labSetup, run } from '../engine/index.ts'
import { frame, keysOf, phaseOf } from './frame.ts'
import { LAB, textsAt } from './geometry.testing.ts'
import { fontWidth } from './placement/measure.ts'
import { RUN_NAMES, RUNS, type RunName, traceOf } from './runs.testing.ts'
import { type Cursor, keyOf } from './moment.ts'
import type { Primitive } from './scene/primitive.ts'
import { type Scene, scene } from './scene/scene.ts'
import { timeline } from './timeline.ts'

const VIEW = { ...LAB, pxPerMs: 8, future: 'hidden' } as const
const struck = (name: RunName): Scene => scene(timeline(traceOf(name)), VIEW)
const spared = (name: RunName): Scene => scene(timeline(run(labSetup(RUNS[name].options), [])), VIEW)

/** Marks of the legend that are seen, and where. */
const legendAt = (picture: Scene, cursor: Cursor): readonly Primitive[] =>
  picture.legend.filter(
    (mark) => phaseOf(keysOf(mark), keyOf(cursor), picture.axis.xOf(cursor.at), picture.view.future) !== 'hidden',
  )
const entriesAt = (picture: Scene, at: number): readonly string[] =>
  legendAt(picture, { at, tie: 0 }).map((mark) =>
    mark.shape === 'text' ? `${mark.text} at ${mark.at.along} ${mark.at.across - picture.bottom}` : mark.class,
  )

/** Words, folds and pins that are seen, without the scale. */
const seen = (picture: Scene, at: number): readonly string[] => {
  const { phases } = frame(picture, { at, tie: 0 })
  const folds = picture.primitives.filter((mark, i) => /^(?:fold:|pin )/.test(mark.id) && phases[i] !== 'hidden')
  const words = textsAt(picture, { at, tie: 0 }).filter(({ id }) => !/^time /.test(id))
  return [...folds.map(({ id }) => id), ...words.map(({ id, text }) => `${id}: ${text}`)].toSorted()
}

describe('a hidden future', () => {
  const withFault = RUN_NAMES.filter((name) => RUNS[name].plan.length > 0)
  it.each(withFault)('%s: before the fault nothing tells that it will come', (name) => {
    const picture = struck(name)
    const first = Math.min(...picture.timeline.pins.map((pin) => pin.moment?.at ?? 0))
    // A message is drawn as lost half-way, before the fault strikes at its end.
    for (const at of [0, first / 2, Math.max(0, first - 8)]) {
      expect(seen(picture, at), `at ${at}`).toEqual(seen(spared(name), at))
      expect(entriesAt(picture, at), `legend at ${at}`).toEqual(entriesAt(spared(name), at))
    }
  })

  it.each(withFault)('%s: no part of a lane is drawn twice, which would be seen as a thicker line', (name) => {
    const picture = struck(name)
    for (const at of [0, picture.timeline.end.at / 2, picture.timeline.end.at]) {
      const { phases } = frame(picture, { at, tie: 0 })
      const lines = picture.primitives.flatMap((mark, i) =>
        mark.shape === 'line' && mark.id.startsWith('line ') && phases[i] !== 'hidden' ? [mark] : [],
      )
      const twice = lines.flatMap((one, i) =>
        lines
          .slice(i + 1)
          .filter(({ a, b }) => a.across === one.a.across && a.along < one.b.along && one.a.along < b.along)
          .map((other) => `${one.id} and ${other.id} at ${at}`),
      )
      expect(twice).toEqual([])
    }
  })

  it('shows folds and what became of a lane once they are reached', () => {
    const picture = struck('d')
    const [fold] = picture.timeline.folds
    const { at } = picture.timeline.end
    expect(seen(picture, 10).filter((one) => one.startsWith('fold:'))).toEqual([])
    expect(seen(picture, at).some((one) => one.startsWith(`${fold?.id}`))).toBe(true)
    const classes = (cursor: number): readonly string[] => {
      const { phases } = frame(picture, { at: cursor, tie: 0 })
      return picture.primitives
        .filter((mark, i) => mark.id.startsWith('line broker-1') && phases[i] !== 'hidden')
        .map((mark) => mark.class)
    }
    expect(classes(10)).not.toContain('lane-line-down')
    expect(classes(at)).toContain('lane-line-down')
  })

  it.each(RUN_NAMES)('%s: words in a bar never stand ahead of the playhead, nor past its end', (name) => {
    const picture = struck(name)
    const ends = new Map(
      picture.primitives.flatMap((mark) =>
        mark.shape === 'rect' && mark.id.startsWith('bar ') ? [[mark.id, mark.box.along + mark.box.length]] : [],
      ),
    )
    for (const { at, tie } of picture.timeline.moments)
      for (const text of textsAt(picture, { at, tie }).filter(({ id }) => /^bar .* words /.test(id))) {
        const right = text.at.along + fontWidth(text.text, text)
        expect(right, `${text.text} at ${at}`).toBeLessThanOrEqual(picture.axis.xOf(at) + 0.5)
        expect(right).toBeLessThanOrEqual(ends.get(text.id.replace(/ words .*$/, '')) ?? 0)
      }
  })

  it('has a legend that grows by what has begun, each entry at the place it keeps', () => {
    const picture = struck('b')
    const { at } = picture.timeline.end
    const [none, some, all] = [entriesAt(picture, 0), entriesAt(picture, 30), entriesAt(picture, at + 1)]
    expect(none).toEqual([])
    expect(some.some((entry) => entry.startsWith('produce at'))).toBe(true)
    expect(some.some((entry) => entry.startsWith('retry at'))).toBe(false)
    expect(all.slice(0, some.length)).toEqual(some)
    expect(all.some((entry) => entry.startsWith('retry at'))).toBe(true)
    const shown = scene(timeline(traceOf('b')), { ...VIEW, future: 'faint' })
    expect(entriesAt(shown, 0).length).toBe(all.length)
  })

  it('is told in full once the run is over', () => {
    const picture = struck('b')
    const shown = scene(timeline(traceOf('b')), { ...VIEW, future: 'faint' })
    const { at } = picture.timeline.end
    const texts = (one: Scene): readonly string[] =>
      textsAt(one, { at: at + 200, tie: 0 })
        // Who did not act either has a lane in the one, and in the other not.
        .filter(({ id }) => !/^(?:lane|role) /.test(id))
        .map(({ id, text }) => (id.startsWith('bar ') ? text : id))
    expect(texts(picture).toSorted()).toEqual(texts(shown).toSorted())
  })
})
