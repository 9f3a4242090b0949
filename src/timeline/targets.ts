/**
 * What the up and down keys go through at a cursor: lanes, and between them the messages in the air and the copies just
 * laid down, by where they are.
 *
 *   producer-1 ──●─────
 *                 ╲ Produce[C]      ↓ producer-1, Produce[C], broker-1 …
 *   broker-1 ──────────
 */
import { cellName } from './cells.ts'
import { cursorAt, stepsDone } from './cursor.ts'
import { flown } from './frame.ts'
import type { PendingName } from './fromEngine.ts'
import { type Cursor, compareMoments, isDone, type Moment } from './moment.ts'
import type { Scene } from './scene/scene.ts'
import type { Timeline } from './timeline.ts'
import type { FaultTarget } from './view.ts'

/** The copies that were laid down in this very millisecond: they stand between the lanes for as long as the playhead does. */
const cellsBorn = (scene: Scene, cursor: Cursor): readonly { readonly name: string; readonly across: number }[] =>
  scene.primitives.flatMap((mark) =>
    mark.shape === 'rect' &&
    mark.cell !== undefined &&
    mark.from.at === cursor.at &&
    mark.shows === undefined &&
    isDone(mark.from, cursor)
      ? [{ name: mark.cell, across: mark.box.across }]
      : [],
  )

export const targetsAt = (scene: Scene, cursor: Cursor): readonly string[] => {
  const playhead = scene.axis.xOf(cursor.at)
  const lanes = scene.timeline.lanes.lanes.flatMap((lane) => {
    const across = scene.lanes.lines[lane.id]
    return across === undefined ? [] : [{ name: lane.node as string, across }]
  })
  const inAir = scene.primitives.flatMap((mark) => {
    if (mark.shape !== 'arrow' || mark.name === undefined || !mark.name.includes('>')) return []
    const isInAir = isDone(mark.from, cursor) && mark.lands !== undefined && !isDone(mark.lands, cursor)
    return isInAir
      ? [
          {
            name: mark.name,
            across:
              mark.a.across +
              (mark.b.across - mark.a.across) * Math.min(0.98, Math.max(0.02, flown(scene, mark, playhead))),
          },
        ]
      : []
  })
  return [
    ...new Set(
      [...lanes, ...inAir, ...cellsBorn(scene, cursor)].sort((a, b) => a.across - b.across).map((one) => one.name),
    ),
  ]
}

/** What a name in the picture means. A fault of a node is aimed at the playhead: behind what has already happened in its millisecond, before what comes next in it. */
export const targetOf = (name: string, cursor: Cursor, { trace, strips }: Timeline): FaultTarget => {
  const cell = strips.cells.find((one) => cellName(one) === name)
  if (cell !== undefined) return { kind: 'message', name: cell.message, cell: cell.id }
  const fault = /^fault (\d+)$/.exec(name)
  if (fault !== null) return { kind: 'fault', index: Number(fault[1]) }
  if (name.includes('>')) return { kind: 'message', name: name as PendingName }
  const at = Math.ceil(cursor.at)
  const next = trace.steps[stepsDone(trace, cursor)]
  if (cursor.tie === 0) return { kind: 'node', node: name, at }
  return next?.at === at && next.name !== null
    ? { kind: 'node', node: name, at, before: next.name }
    : { kind: 'node', node: name, at: at + 1 }
}

export const SNAP = 6
/** Where a click in the ruler sets the playhead: on a telling moment close by, else on a whole millisecond. */
export const seekTo = (scene: Scene, along: number, free: boolean): Cursor => {
  const { moments } = scene.timeline
  let near: Moment | null = null
  let away = SNAP
  for (const moment of free ? [] : moments) {
    const distance = Math.abs(scene.axis.xOf(moment.at) - along)
    if (
      distance < away ||
      (distance <= away && near !== null && near.at === moment.at && compareMoments(moment, near) > 0)
    ) {
      near = moment
      away = distance
    }
  }
  return near ?? cursorAt(scene.timeline.trace, Math.round(scene.axis.atOf(along)))
}
