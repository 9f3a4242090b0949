import { expect, test } from 'vitest'
import { run } from '../engine/index.ts'
import { draw } from './geometry.testing.ts'
import { keyOf, type Scene, type Timeline, timeline } from './index.ts'
import { RUN_NAMES, traceOf } from './runs.testing.ts'
import type { Primitive } from './scene/primitive.ts'

/** Ground is drawn for the whole run, words make room for what comes, an application's lane comes with what it does. */
const isMark = (mark: Primitive): boolean =>
  mark.shape !== 'text' &&
  !['tint', 'fold', 'line', 'label', 'must'].includes(mark.layer) &&
  !['bar-patch', 'message-call', 'message-told'].includes(mark.class)

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value

/** Marks whose whole life lies before `until`. Of messages that are lost the fault itself changed the line. */
const lived = (picture: Scene, until: number, lost: ReadonlySet<string>, sameLanes: boolean): readonly string[] =>
  picture.primitives
    .filter((mark) => isMark(mark) && !lost.has(mark.name ?? ''))
    .filter(
      (mark) =>
        keyOf(mark.from) > 0 &&
        [mark.from, mark.lands, mark.shows].every((moment) => moment === undefined || keyOf(moment) < until),
    )
    // What the fault makes of a mark later does not move it now.
    .map((mark) => (mark.until !== undefined && keyOf(mark.until) >= until ? { ...mark, until: undefined } : mark))
    .map((mark) => JSON.stringify(mark, rounded))
    .map((text) => (sameLanes ? text : text.replace(/"across":[-\d.]+/g, '')))
    .sort()

const laneIds = (run: Timeline): string => run.lanes.lanes.map((lane) => lane.id).join()

test.each(RUN_NAMES.filter((name) => traceOf(name).plan.length > 0))(
  '%s: a fault moves nothing that lies before it',
  (name) => {
    const faulty = traceOf(name)
    const clean = timeline(run(faulty.setup, []))
    const hurt = timeline(faulty)
    const lost = new Set<string>(hurt.messages.filter((fact) => fact.lostAt !== null).map((fact) => fact.name))
    const struck = Math.min(
      ...hurt.pins.map((pin) => (pin.moment === null ? Number.POSITIVE_INFINITY : keyOf(pin.moment))),
    )
    const [first, second] = [draw(clean, { pxPerMs: 6 }), draw(hurt, { pxPerMs: 6 })]
    const same = laneIds(clean) === laneIds(hurt) && first.keep.beliefRows === second.keep.beliefRows
    const before = lived(first, struck, lost, same)
    expect(before.length).toBeGreaterThan(5)
    expect(lived(second, struck, lost, same)).toEqual(before)
  },
)
