import { expect, test } from 'vitest'
import { labSetup, run } from '../engine/index.ts'
import { correlations } from './correlations.ts'
import { draw } from './geometry.testing.ts'
import { timeline } from './index.ts'
import { RUN_NAMES, type RunName, traceOf } from './runs.testing.ts'
import { ofKind } from './timed.ts'
import { timers } from './timers.ts'

const at = (name: RunName, pxPerMs: number) => {
  const run = timeline(traceOf(name))
  return { run, picture: draw(run, { pxPerMs, openFolds: run.folds.map((fold) => fold.id) }) }
}
const texts = ({ picture }: ReturnType<typeof at>, part: RegExp): readonly string[] =>
  picture.primitives.flatMap((mark) => (mark.shape === 'text' && part.test(mark.id) ? [mark.text] : []))
const WIRE = 30

test('at Wire a request has a number of its connection, and its answer has the same', () => {
  expect(texts(at('a', WIRE), /^name Produce/)).toEqual(
    expect.arrayContaining(['Produce id 0', 'ProduceResponse id 0', 'Produce id 2', 'ProduceResponse id 2']),
  )
  // After the break a new connection counts from 0 again.
  const again = texts(at('broken', WIRE), /^name Produce\[\w\] producer-1>broker-1 #2/)
  expect(again).toContain('Produce id 0')
})

test('every answer has the number of a request, and requests are counted without a gap, fetches of two partitions as well', () => {
  const { sent } = timeline(
    run(labSetup({ records: 4, brokers: 1, partitions: 2, reader: 'card', commit: 'after' }), []),
  )
  const ids = correlations(sent)
  const isAnswer = (name: string): boolean => /^\w+(?:Response|Reply)\b/.test(name)
  for (const connection of new Set(sent.map((fact) => fact.connection).filter((id) => id !== null))) {
    const own = sent.filter((fact) => fact.connection === connection)
    const asked = own.filter(({ name }) => !isAnswer(name)).map(({ name }) => ids.get(name))
    // What was parked when the run began was asked before it: its answer is the first to have a number.
    const early = own.filter(({ name }) => isAnswer(name)).filter(({ name }) => !asked.includes(ids.get(name)))
    expect(new Set(early.map(({ name }) => name)).size, String(connection)).toBeLessThanOrEqual(1)
    const all = [...new Set([...asked, ...early.map(({ name }) => ids.get(name))])]
    expect(all.toSorted(), String(connection)).toEqual(all.map((_, index) => index).toSorted())
  }
})

test('what is quiet at Story is drawn at Wire: empty fetches and metadata', () => {
  const apis = (px: number) =>
    new Set(
      at('broken', px).picture.primitives.flatMap((mark) =>
        mark.shape === 'arrow' && mark.class === 'message-quiet' ? [/^\w+/.exec(mark.name ?? '')?.[0]] : [],
      ),
    )
  expect([...apis(WIRE)]).toEqual(expect.arrayContaining(['Metadata', 'MetadataResponse']))
  expect([...apis(14)]).toEqual([])
})

test.each(RUN_NAMES)('%s: at Wire every cell says who numbered it and from where on, as the log has it', (name) => {
  const wire = at(name, WIRE)
  const appended = ofKind(wire.run.events, 'batch-appended')
  for (const cell of wire.run.strips.cells) {
    const own = appended.find(
      ({ event }) =>
        event.partition === cell.partition &&
        event.baseOffset === cell.offset &&
        event.leaderEpoch === cell.leaderEpoch,
    )
    const stamp = own?.event.stamp ?? null
    const said = wire.picture.primitives.flatMap((mark) =>
      mark.shape === 'text' && mark.id === `cell note ${cell.id}` ? [mark.text] : [],
    )
    expect(said, cell.id).toEqual(
      stamp === null ? [] : [`${stamp.producerId}·${stamp.producerEpoch}·${stamp.baseSequence}`],
    )
  }
})

test('an error reply carries its code from Detail on', () => {
  expect(texts(at('c', 14), /^name /)).toEqual(['NOT_ENOUGH_REPLICAS', 'OUT_OF_ORDER_SEQUENCE_NUMBER'])
  expect(texts(at('c', 8), /^name /)).toEqual([])
})

test.each(RUN_NAMES)('%s: a timer stands on the agenda from where its bar begins to where it ends', (name) => {
  const { snapshots } = traceOf(name)
  const found = timers(traceOf(name))
  expect(found.length).toBeGreaterThan(0)
  for (const timer of found) {
    const middle = snapshots.filter(
      ({ world }) => world.now > timer.from.at && (timer.until === null || world.now < timer.until.at),
    )
    for (const { world } of middle)
      expect(world.agenda.some((one) => one.to === timer.node && one.at === timer.due)).toBe(true)
  }
})

test('bars of timers are drawn from Detail on', () => {
  const bars = (px: number) => at('b', px).picture.primitives.filter((mark) => mark.class === 'timer-bar').length
  expect(bars(14)).toBeGreaterThan(3)
  expect(bars(8)).toBe(0)
})

test('what changes inside a broker is a dot on its lane at Wire', () => {
  const wire = at('d', WIRE)
  expect(texts(wire, /^state /)).toEqual(
    expect.arrayContaining(['waits for HW 1', 'follows broker 2, epoch 1', 'HW 2']),
  )
  const dots = wire.picture.primitives.filter((mark) => mark.class === 'state-dot')
  expect(dots.length).toBeGreaterThan(10)
  for (const dot of dots)
    if (dot.shape === 'disc') expect(Object.values(wire.picture.lanes.lines)).toContain(dot.at.across)
})
