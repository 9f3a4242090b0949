import { describe, expect, it } from 'vitest'
import { labSetup, run } from '../engine/index.ts'
import { frame } from './frame.ts'
import { LAB, textsAt } from './geometry.testing.ts'
import { RUN_NAMES, RUNS, type RunName, traceOf } from './runs.testing.ts'
import { type Scene, scene } from './scene/scene.ts'
import { timeline } from './timeline.ts'

const VIEW = { ...LAB, pxPerMs: 8, future: 'hidden' } as const
const struck = (name: RunName): Scene => scene(timeline(traceOf(name)), VIEW)
const spared = (name: RunName): Scene => scene(timeline(run(labSetup(RUNS[name].options), [])), VIEW)

/** Words and folds that are seen, without the scale, the names of lanes, and what is worded by the room there is. */
const seen = (picture: Scene, at: number): readonly string[] => {
  const { phases } = frame(picture, { at, tie: 0 })
  const folds = picture.primitives.filter((mark, i) => mark.id.startsWith('fold:') && phases[i] !== 'hidden')
  const words = textsAt(picture, { at, tie: 0 }).filter(
    ({ id }) => !/^(?:time|lane|role|cluster|bar|success) /.test(id),
  )
  return [...folds.map(({ id }) => id), ...words.map(({ id, text }) => `${id}: ${text}`)].toSorted()
}

describe('a hidden future', () => {
  const withFault = RUN_NAMES.filter((name) => RUNS[name].plan.length > 0)
  it.each(withFault)('%s: before the fault nothing tells that it will come', (name) => {
    const picture = struck(name)
    const first = Math.min(...picture.timeline.pins.map((pin) => pin.moment?.at ?? 0))
    // A message is drawn as lost half-way, before the fault strikes at its end.
    for (const at of [0, first / 2, Math.max(0, first - 8)])
      expect(seen(picture, at), `at ${at}`).toEqual(seen(spared(name), at))
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

  it('is told in full once the run is over', () => {
    const picture = struck('b')
    const shown = scene(timeline(traceOf('b')), { ...VIEW, future: 'faint' })
    const { at } = picture.timeline.end
    const texts = (one: Scene): readonly string[] => textsAt(one, { at: at + 200, tie: 0 }).map(({ id }) => id)
    expect(texts(picture).toSorted()).toEqual(texts(shown).toSorted())
  })
})
