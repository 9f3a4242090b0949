import { describe, expect, test } from 'vitest'
import { labSetup, run } from '../engine/index.ts'
import { stories } from '../stories/index.ts'
import { clipped, cursorsOf, draw, faultsAt, textsAt } from './geometry.testing.ts'
import { type Cursor, frame, isDone, type Primitive, type Scene, signRoom, type Timeline, timeline } from './index.ts'
import { touches } from './placement/boxes.ts'
import { withWiderText } from './placement/measure.ts'
import { boxOfText } from './placement/textBox.ts'
import { named, RUN_NAMES, type RunName, traceOf } from './runs.testing.ts'

const timelines = new Map<RunName, Timeline>(RUN_NAMES.map((name) => [name, timeline(traceOf(name))]))
const of = (name: RunName): Timeline => timelines.get(name)!

const faultsOf = (run: Timeline, view = {}): readonly string[] => [
  ...new Set(faultsAt(draw(run, view), cursorsOf(run))),
]

/** What each run must say, whatever else it has no room for. */
const MUST: Readonly<Record<RunName, readonly string[]>> = {
  a: ['0', '1', '2', 'HW 3'],
  a2: ['0', '1', '2', 'HW 3'],
  b: [
    'answer lost by you',
    'nothing gets through',
    'closed',
    'request.timeout.ms',
    'try 2',
    'not appended',
    '0',
    '1',
    '2',
    '3',
    'HW 4',
  ],
  bUnsafe: ['answer lost by you', 'closed', 'request.timeout.ms', 'try 2', '3', '4', 'HW 5'],
  c: [
    'NOT_ENOUGH_ REPLICAS refused once by you',
    'OUT_OF_ORDER_ SEQUENCE_NUMBER seq 2 came, 1 expected',
    'try 2',
    'try 2',
    'HW 3',
  ],
  cUnsafe: ['NOT_ENOUGH_ REPLICAS refused once by you', 'try 2', 'HW 3'],
  e: ['connection broken by you', 'success', '2', '3', 'HW 4'],
  inFlight: [
    'answer lost by you',
    'closed',
    'request.timeout.ms',
    'try 2',
    'try 2',
    'try 2',
    'not appended',
    'not appended',
    'not appended',
    'HW 5',
  ],
  broken: ['connection broken by you', 'try 2', 'not appended', 'HW 5'],
  acks1: ['0', '1', '2', 'HW 3'],
  tooFew: ['NOT_ENOUGH_ REPLICAS', 'NOT_ENOUGH_ REPLICAS', 'delivery.timeout.ms', 'TimeoutException', 'gives up'],
  deliveryTimeout: [
    'answer lost by you',
    'answer lost by you',
    'closed',
    'closed',
    'request.timeout.ms',
    'delivery.timeout.ms',
    'TimeoutException',
    'gives up',
    'HW 2',
  ],
  d: ['crash by you', 'C cut off never acked', 'broker 1 is out', 'ISR 1, 2, 3', 'try 2', '0', '1', '2', '2', 'HW 3'],
  d1: ['crash by you', 'C cut off was acked', 'broker 1 is out', 'ISR 1, 2, 3', '0', '1', '2', 'HW 2'],
  stopped: ['shut down by you', 'broker 1 leaves', 'ISR 1, 2, 3', 'try 2', 'not appended', 'HW 3'],
  frozen: ['paused by you', 'D cut off never acked', 'broker 1 is out', 'ISR 1, 2, 3', 'HW 4'],
  cutOff: ['cut off by you', 'C and D cut off were acked', 'broker 1 is out'],
  unheard: ['cut off from the controller by you', 'broker 1 is out', 'HW 4'],
  lags: ['falls behind by you', 'ISR 1, 2'],
  diskLost: ['crash, disk lost by you', 'broker 1 is out nobody may lead', 'HW 3'],
  followerDies: ['crash by you', 'broker 3 is out', 'ISR 1, 2, 3'],
  after: ['crash by you', 'starts at 1', 'committed 3', 'HW 3'],
  before: ['crash by you', 'committed 2', 'starts at 2', 'committed 3', 'HW 3'],
  coordinatorDies: ['crash by you', 'commit failed NETWORK_ EXCEPTION', 'broker 3 is out', 'committed 2'],
  forgets: ['crash by you', 'starts at 0', 'HW 2'],
  callFails: ['call fails by you', 'try 2', 'committed 3'],
  replyLost: ['reply lost by you', 'closed', 'B done, or not ?', 'try 2', 'committed 3'],
  twice: ['copy by you', 'HW 3'],
  remembered: ['copy by you', 'done before', 'HW 3'],
  restart: ['crash by you', 'sends again', '0', '1', '2', '3', 'HW 4'],
}

describe.each(RUN_NAMES)('run %s', (name) => {
  test('no words stand on words or on a mark, at any telling time', () => {
    expect(faultsOf(of(name))).toEqual([])
  })
  test('says all it must', () => {
    const { labels, hidden } = draw(of(name)).placed
    const said = labels.filter((label) => label.must).map((label) => label.text)
    for (const text of new Set(MUST[name])) {
      const wanted = MUST[name].filter((one) => one === text).length
      expect(said.filter((one) => one === text).length, text).toBeGreaterThanOrEqual(wanted)
    }
    expect(hidden.filter((one) => one.must)).toEqual([])
  })
  test('no word is under 12 px or outside the picture', () => {
    const picture = draw(of(name))
    const sizes = [...picture.primitives, ...picture.legend].flatMap((mark) =>
      mark.shape === 'text' ? [mark.size] : [],
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
    expect(clipped(picture)).toEqual([])
  })
  test.each([724, 768, 390])('holds at %i px', (width) => {
    expect(faultsOf(of(name), { width })).toEqual([])
  })
  test.each([560, 440, 330])('holds at a height of %i px', (height) => {
    expect(faultsOf(of(name), { height })).toEqual([])
  })
  test.each([
    ['Overview', 2.5],
    ['Detail', 12],
    ['Detail', 20],
    ['Wire', 30],
  ])('holds at %s, %d px per ms', (_zoom, pxPerMs) => {
    expect(faultsOf(of(name), { pxPerMs })).toEqual([])
  })
})

/** The lane area of the Lab at 1440 by 900, and at 1024 by 768; the bar of a story takes 48 px of it. */
const SIZES = [
  ['1440', { width: 844, height: 708 }],
  ['1440 with its bar', { width: 844, height: 660 }],
  ['1024', { width: 724, height: 576 }],
  ['1024 with its bar', { width: 724, height: 528 }],
] as const

/** Every label at the end of the run, its lines in one. */
const labelsAt = (picture: Scene, cursor: Cursor): readonly string[] => {
  const words = new Map<string, string[]>()
  for (const mark of textsAt(picture, cursor)) {
    const label = mark.id.replace(/ \d+$/, '')
    words.set(label, [...(words.get(label) ?? []), mark.text])
  }
  return [...words.values()].map((lines) => lines.join(' '))
}

const flat = (text: string): string => text.replace(/\s/g, '')
/** Of a belief the golden lists the shortest form; where there is room the picture says more. */
const says = (labels: readonly string[], text: string): boolean => {
  const belief = /^(\S+) (\?|waits)$/.exec(text)
  if (belief === null) return labels.some((label) => flat(label).includes(flat(text)))
  return labels.some((label) => label.startsWith(`${belief[1]} `) && label.includes(belief[2]!))
}

describe.each(stories.map((story) => [story.id, story] as const))('story %s', (_id, story) => {
  const told = timeline(run(story.setup, story.plan))
  test.each(SIZES)('%s: no words stand on words or on a mark, at any telling time', (_width, view) => {
    expect(faultsOf(told, view)).toEqual([])
  })
  test.each(SIZES)('%s: says all its golden lists, and hides nothing that must show', (_width, view) => {
    const picture = draw(told, view)
    const labels = labelsAt(picture, told.end)
    expect(story.mustShow.filter((text) => !says(labels, text))).toEqual([])
    const wanted = picture.placed.labels.filter((label) => label.must).length
    expect(wanted).toBeGreaterThan(0)
    expect(picture.placed.hidden.filter((one) => one.must)).toEqual([])
  })
  // While its question stands, or by H: then whoever might act has a lane, and there is less room for words.
  test.each(SIZES.slice(-1))('%s, with the future hidden: as well', (_width, view) => {
    expect(faultsOf(told, { ...view, future: 'hidden' })).toEqual([])
    expect(draw(told, { ...view, future: 'hidden' }).placed.hidden.filter((one) => one.must)).toEqual([])
  })
  test.each([320, 360, 390, 724, 844])('at %i px its legend is whole, and leaves the sign its room', (width) => {
    const { legend } = draw(told, { width, height: 460 })
    const ends = legend.flatMap((mark) => {
      if (mark.shape !== 'text') return []
      const { along, length } = boxOfText(mark)
      return along + length > width - Math.max(8, signRoom(width))
        ? [`${mark.text} ends at ${Math.round(along + length)}`]
        : []
    })
    expect(ends).toEqual([])
  })
  test('a label that must show is there from its event on, at every telling time', () => {
    const picture = draw(told)
    const must = picture.primitives.flatMap((mark, i) => (mark.layer === 'must' ? [{ mark, i }] : []))
    for (const cursor of cursorsOf(told)) {
      const { phases } = frame(picture, cursor)
      const missing = must.filter(({ mark, i }) => isOn(mark, cursor) && phases[i] === 'hidden')
      expect(missing.map(({ mark }) => mark.id)).toEqual([])
    }
  })
})
/** True between the moment a mark comes true and the one in which another takes its place. */
const isOn = (mark: Primitive, cursor: Cursor): boolean =>
  isDone(mark.from, cursor) && (mark.until === undefined || !isDone(mark.until, cursor))

test.each([
  ['three partitions and a reader', labSetup({ partitions: 3, records: 6, reader: 'card' }), []],
  [
    'a late request with two behind it',
    labSetup({ records: 4 }),
    [named('late', 'Produce[B] producer-1>broker-1 #1', { by: 20 })],
  ],
  [
    'a reader who crashes',
    labSetup({ records: 3, reader: 'card' }),
    [named('crash', 'Call[B] consumer-1>card-1 #1', { node: 'consumer-1', down: 1000 })],
  ],
  [
    'two records in a batch',
    labSetup({ records: 4, everyMs: 1, producer: { 'batch.size': '16384', 'linger.ms': '5' } }),
    [],
  ],
  [
    'three partitions with batches of several records',
    labSetup({ partitions: 3, records: 20, everyMs: 4, producer: { 'batch.size': '16384', 'linger.ms': '50' } }),
    [],
  ],
  [
    'a late batch, two partitions and a reader',
    labSetup({
      partitions: 2,
      records: 12,
      reader: 'card',
      producer: { 'batch.size': '16384', 'linger.ms': '50', acks: '1' },
    }),
    [named('late', 'Produce[A,C,E] producer-1>broker-1 #1', { by: 30 })],
  ],
  ['twenty records and a reader', labSetup({ records: 20, reader: 'card' }), []],
  [
    'a connection broken with acks=0, two partitions and a reader',
    labSetup({ partitions: 2, records: 12, reader: 'card', producer: { acks: '0' } }),
    [named('break', 'Produce[C] producer-1>broker-1 #1')],
  ],
  ['twelve records', labSetup({ records: 12, producer: { 'max.in.flight.requests.per.connection': '1' } }), []],
] as const)('%s: no words stand on words or on a mark', (_what, setup, plan) => {
  const told = timeline(run(setup, plan))
  for (const height of [708, 480, 400, 300]) expect(faultsOf(told, { height }), `${height} px high`).toEqual([])
})

test('every mark of a picture has a name of its own', () => {
  for (const name of RUN_NAMES) {
    const ids = draw(of(name)).primitives.map((mark) => mark.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  }
})

test('with words three times as wide this very test fails', () => {
  const found = RUN_NAMES.filter((name) =>
    withWiderText(3, () => faultsOf(of(name)).length + clipped(draw(of(name))).length > 0),
  )
  expect(found).toEqual(RUN_NAMES)
})

test('where lanes are low the ✕ of what is lost stands under the bars of belief, not on their words', () => {
  const views = [245, 260, 300, 380, 708].map((height) => ({ width: 720, height }))
  for (const { obstacles } of [...views.map((view) => draw(of('b'), view)), draw(of('broken'))]) {
    const lost = obstacles.filter(({ id }) => id.startsWith('loss ProduceResponse[C]'))
    const bars = obstacles.filter(({ kind }) => kind === 'bar')
    expect(lost).toHaveLength(1)
    for (const { box } of lost) expect(bars.filter((bar) => touches(box, bar.box, 0)).map(({ id }) => id)).toEqual([])
  }
})

test('where nothing gets through, the line that says so runs under the bars of what is sent meanwhile', () => {
  for (const height of [528, 576, 708]) {
    const picture = draw(of('inFlight'), { width: 724, height })
    const lines = picture.primitives.flatMap((mark) =>
      mark.shape === 'line' && mark.class === 'silent-line' ? [mark] : [],
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const { a } of lines)
      for (const { box } of picture.obstacles.filter(({ kind }) => kind === 'bar'))
        expect(a.across < box.across || a.across > box.across + box.breadth, `${height}: ${a.across}`).toBe(true)
  }
})
