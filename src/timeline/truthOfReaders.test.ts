import { describe, expect, test } from 'vitest'
import { coordinatorAtStart, labSetup, ledger, run, worldAt } from '../engine/index.ts'
import { cursorsOf, draw } from './geometry.testing.ts'
import { type Cursor, eventsUntil, frame, type Scene, stepsDone, type Timeline, timeline } from './index.ts'
import { traceOf } from './runs.testing.ts'
import type { MarkClass } from './scene/style.ts'
import { ofKind } from './timed.ts'

const READERS = [
  'a2',
  'after',
  'before',
  'coordinatorDies',
  'callFails',
  'replyLost',
  'twice',
  'remembered',
  'forgets',
] as const

/** How often each record stands in marks of these classes that have come true. */
const shown = (picture: Scene, cursor: Cursor, ...classes: readonly MarkClass[]): Readonly<Record<string, number>> => {
  const { phases } = frame(picture, cursor)
  const counts: Record<string, number> = {}
  picture.primitives.forEach((mark, i) => {
    if (!classes.includes(mark.class) || mark.shape === 'text' || phases[i] !== 'past') return
    for (const record of mark.records ?? []) counts[record] = (counts[record] ?? 0) + 1
  })
  return counts
}
const counted = (rows: readonly { readonly record: string; readonly n: number }[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.flatMap(({ record, n }) => (n > 0 ? [[record, n]] : [])))

const eventsAt = (run: Timeline, cursor: Cursor) => eventsUntil(run.events, cursor).map(({ event }) => event)
/** What stands under the role of a lane. */
const underRole = (picture: Scene, lane: string, cursor: Cursor): readonly string[] => {
  const { phases } = frame(picture, cursor)
  return picture.primitives.flatMap((mark, i) =>
    mark.shape === 'text' && mark.id.startsWith(`role ${lane} far `) && phases[i] === 'past' ? [mark.text] : [],
  )
}

describe.each(READERS)('%s', (name) => {
  const run = timeline(traceOf(name))
  // High enough for all that can stand under a name.
  const picture = draw(run, { height: 1000 })

  test('chips are what the ledger counts as delivered, receipts what it counts as effects', () => {
    for (const cursor of cursorsOf(run)) {
      const { rows } = ledger(eventsAt(run, cursor), run.trace.setup)
      const at = `at ${cursor.at}.${cursor.tie}`
      expect(shown(picture, cursor, 'chip-delivered'), at).toEqual(
        counted(rows.map(({ record, delivered }) => ({ record, n: delivered }))),
      )
      expect(shown(picture, cursor, 'receipt', 'receipt-second'), at).toEqual(
        counted(rows.map(({ record, effects }) => ({ record, n: effects }))),
      )
      expect(shown(picture, cursor, 'receipt-second'), at).toEqual(
        counted(rows.map(({ record, effects }) => ({ record, n: effects - 1 }))),
      )
    }
  })

  test('the position under the name is the one in the reader’s memory', () => {
    for (const cursor of cursorsOf(run)) {
      const reader = worldAt(run.trace, stepsDone(run.trace, cursor)).nodes['consumer-1']
      if (reader?.kind !== 'consumer') throw new Error('no reader')
      const position = reader.up ? reader.volatile.positions['orders-0'] : undefined
      const said = underRole(picture, 'consumer-1', cursor).filter((text) => text.startsWith('position'))
      expect(said, `at ${cursor.at}.${cursor.tie}`).toEqual(position === undefined ? [] : [`position ${position}`])
    }
  })

  test('what is committed is what the reader has heard since it started, and a tick says when', () => {
    for (const { event, moment } of ofKind(run.events, 'offsets-committed')) {
      expect(underRole(picture, 'consumer-1', moment)).toContain(`committed ${event.offset}`)
      const tick = picture.primitives.find((mark) => mark.id === `committed consumer-1 ${moment.at} ${moment.tie}`)
      expect(tick).toMatchObject({ class: 'commit-tick', from: moment, a: { along: picture.axis.xOf(moment.at) } })
    }
    const ticks = picture.primitives.filter((mark) => mark.id.startsWith('committed ') && mark.shape === 'line')
    expect(ticks).toHaveLength(new Set(ofKind(run.events, 'offsets-committed').map(({ step }) => step)).size)
  })

  test('the coordinator’s lane says what it has stored, from Detail on', () => {
    const near = draw(run, { pxPerMs: 12, height: 900 })
    for (const { event, moment } of ofKind(run.events, 'offset-stored'))
      expect(underRole(near, 'group-coordinator', moment)).toEqual([`committed ${event.offset}`])
    const commits = near.primitives.filter((mark) => mark.id.startsWith('message OffsetCommit'))
    expect(commits.length > 0).toBe(ofKind(run.events, 'commit-sent').length > 0)
  })
})

test('at Story a commit is a tick and no message, and its coordinator has no lane', () => {
  const picture = draw(timeline(traceOf('after')))
  expect(picture.lanes.lines['group-coordinator']).toBeUndefined()
  expect(picture.primitives.some((mark) => mark.id.includes('OffsetCommit'))).toBe(false)
  // A fault that has to do with it brings the lane.
  expect(draw(timeline(traceOf('coordinatorDies'))).lanes.lines['group-coordinator']).toBeDefined()
})

test('the coordinator a run begins with is the engine’s, though nobody has asked it for anything', () => {
  const setup = labSetup({ records: 1, reader: 'card', commit: 'auto', isrAtStart: [1, 2] })
  const { lanes } = timeline(run(setup, [])).lanes
  expect(lanes.find(({ kind }) => kind === 'coordinator')?.node).toBe(coordinatorAtStart(setup))
  expect(coordinatorAtStart(setup)).toBe('broker-1')
})

test('a record that waits for the next poll is fetched before it is a chip', () => {
  const run = timeline(traceOf('after'))
  const [, b] = run.deliveries
  const fetched = run.messages.find((fact) => fact.name === b?.message)
  expect([fetched?.lands.at, b?.record, b?.moment.at]).toEqual([32, 'B', 49])
})

test('a call that the network copied leaves the line of the original, and what a protection left undone is struck out', () => {
  const run = timeline(traceOf('remembered'))
  const picture = draw(run)
  const copy = run.messages.find((fact) => fact.copyOf !== null)
  expect(copy?.copyOf).toBe('Call[B] consumer-1>card-1 #1')
  const line = picture.primitives.find((mark) => mark.id === `message ${copy?.name}`)
  expect(line?.class).toBe('message-copy')
  expect(run.receipts.map(({ record, is }) => `${record} ${is}`)).toEqual([
    'A first',
    'B first',
    'C first',
    'B skipped',
  ])
  expect(picture.primitives.filter((mark) => mark.class === 'duplicate-stroke')).toHaveLength(1)
})

test('a message that is pointed at lights up the journey of its record to its delivery and its effect', () => {
  const picture = draw(timeline(traceOf('a2')))
  const lit = (id: RegExp) => picture.primitives.some((mark) => id.test(mark.id) && mark.records?.includes('B'))
  for (const id of [/^chip /, /^message Produce/, /^cell /, /^message FetchResponse/, /^delivered /, /^message Call/])
    expect(lit(id), String(id)).toBe(true)
  expect(lit(/^effect /)).toBe(true)
})
