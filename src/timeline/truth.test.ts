import { expect, test } from 'vitest'
import { foldBeliefs, foldLogs, type LogCell } from '../engine/index.ts'
import type { BeliefBar } from './beliefBars.ts'
import { cursorsOf, draw } from './geometry.testing.ts'
import { type Cursor, eventsUntil, frame, isDone, keyOf, type Timeline, timeline } from './index.ts'
import { cellState } from './logStrips.ts'
import { RUN_NAMES, traceOf } from './runs.testing.ts'

const eventsAt = (run: Timeline, cursor: Cursor) => eventsUntil(run.events, cursor).map((timed) => timed.event)

test.each(RUN_NAMES)('%s: a cell is dashed and solid when the logs say so', (name) => {
  const run = timeline(traceOf(name))
  for (const cursor of cursorsOf(run)) {
    const [partition] = foldLogs(eventsAt(run, cursor), run.trace.setup)
    const leader = partition!.logs.find((log) => log.node === partition!.leader)!
    for (const log of partition!.logs) {
      // Solid only below the high watermark, and only the very copy that the leader has.
      const isCopy = (cell: LogCell): boolean =>
        leader.cells.some((own) => own.offset === cell.offset && own.leaderEpoch === cell.leaderEpoch)
      const expected = log.cells.map(
        (cell) =>
          `${cell.record}@${cell.offset} ${cell.offset < leader.highWatermark && isCopy(cell) ? 'replicated' : 'leader only'}`,
      )
      const drawn = run.strips.cells
        .filter((cell) => cell.node === log.node && !['not yet', 'gone'].includes(cellState(cell, cursor)))
        .map((cell) => `${cell.records[0]}@${cell.offset} ${cellState(cell, cursor)}`)
      expect(drawn, `${log.node} at ${cursor.at}.${cursor.tie}`).toEqual(expected)
    }
  }
})

test.each(RUN_NAMES)('%s: of the looks of a cell exactly the true one is in the picture', (name) => {
  const run = timeline(traceOf(name))
  const picture = draw(run)
  const classes = { 'leader only': 'cell-leader-only', replicated: 'cell-replicated', gone: 'cell-gone', 'not yet': '' }
  for (const cursor of cursorsOf(run)) {
    const { phases } = frame(picture, cursor)
    for (const cell of run.strips.cells) {
      if (cell.secondCopy) continue
      const shown = picture.primitives.flatMap((mark, i) =>
        mark.shape === 'rect' &&
        mark.id.startsWith(`cell ${cell.id}`) &&
        isOf(mark.id, cell.id) &&
        phases[i] !== 'hidden'
          ? [`${mark.class} ${phases[i]}`]
          : [],
      )
      const state = cellState(cell, cursor)
      if (state === 'not yet') expect(shown, `${cell.id} at ${cursor.at}`).toEqual([expect.stringMatching(/ future$/)])
      else expect(shown, `${cell.id} at ${cursor.at}`).toEqual([`${classes[state]} past`])
    }
  }
})
/** Of two cells of one offset the second has a number of its own. */
const isOf = (mark: string, cell: string): boolean => !mark.slice(`cell ${cell}`.length).trim().startsWith('#')

/** What a bar says at a cursor, in the words of the belief. */
const saidBy = (bar: BeliefBar, cursor: Cursor): string => {
  if (!isDone(bar.from, cursor)) return 'not sent'
  if (bar.endsAt !== null && isDone(bar.endsAt, cursor))
    return { acked: 'acked', success: 'success, no ack', failed: 'gave up', forgotten: 'forgotten', open: '' }[bar.end]
  const stretch = bar.stretches.find(
    (one) => isDone(one.from, cursor) && (one.until === null || keyOf(cursor) < keyOf(one.until)),
  )
  return stretch === undefined
    ? 'nothing'
    : { waiting: 'waiting', doubt: 'in doubt', refused: 'refused, will retry' }[stretch.state]
}

test.each(RUN_NAMES.filter((name) => name !== 'restart' && name !== 'tooFew'))(
  '%s: a bar says what the producer believes',
  (name) => {
    const run = timeline(traceOf(name))
    for (const cursor of cursorsOf(run)) {
      const beliefs = foldBeliefs(eventsAt(run, cursor))
      for (const bar of run.bars) {
        const belief = beliefs[bar.records[0]!]
        expect(saidBy(bar, cursor), `${bar.key} at ${cursor.at}.${cursor.tie}`).toBe(belief?.belief ?? 'not sent')
      }
    }
  },
)

test('bars are made of what the producer was told: no event of a broker changes one', () => {
  const run = timeline(traceOf('b'))
  expect(
    run.bars.map((bar) => [
      bar.key,
      bar.row,
      bar.end,
      bar.stretches.map((one) => [one.state, one.from.at, one.until?.at]),
    ]),
  ).toEqual([
    ['A#1', 0, 'acked', [['doubt', 4, 20]]],
    ['B#1', 0, 'acked', [['doubt', 20, 36]]],
    ['C#1', 0, 'acked', [['doubt', 36, 30161]]],
    ['D#1', 0, 'acked', [['doubt', 30161, 30177]]],
  ])
})

test('folds count what lies in them', () => {
  const countsOf = (name: 'b' | 'e' | 'tooFew') =>
    timeline(traceOf(name)).folds.map((fold) => [
      fold.from,
      fold.to,
      ...fold.counts.map((one) => `${one.count} ${one.kind}`),
    ])
  expect(countsOf('b')).toEqual([
    [52, 30037, '2 empty-fetch'],
    [30037, 30149, '1 reconnect'],
  ])
  expect(countsOf('e')).toEqual([[52, 96, '1 reconnect']])
  expect(countsOf('tooFew')).toHaveLength(1)
})

test('the next connection of a client is a tick at Wire, and only there', () => {
  const run = timeline(traceOf('e'))
  const opened = run.events.filter(({ event }) => event.kind === 'connection-opened' && event.client === 'producer-1')
  const ticksAt = (pxPerMs: number) => {
    const picture = draw(run, { pxPerMs, openFolds: run.folds.map((fold) => fold.id) })
    return picture.primitives.flatMap((mark) =>
      mark.shape === 'line' && mark.class === 'reconnected-tick' ? [[mark.from, mark.name, mark.a.along]] : [],
    )
  }
  const { axis } = draw(run, { pxPerMs: 30, openFolds: run.folds.map((fold) => fold.id) })
  expect(opened).toHaveLength(1)
  expect(ticksAt(30)).toEqual(opened.map(({ moment }) => [moment, 'producer-1', axis.xOf(moment.at)]))
  expect(ticksAt(20)).toEqual([])
})

test('a lost message ends before its lane', () => {
  const run = timeline(traceOf('b'))
  const picture = draw(run)
  const line = picture.primitives.find((mark) => mark.id === 'message ProduceResponse[C] broker-1>producer-1 #1')
  if (line?.shape !== 'arrow') throw new Error('no such line')
  expect(line.head).toBe('none')
  expect(line.b.across).toBeGreaterThan(picture.lanes.lines['producer-1']! + 40)
})
