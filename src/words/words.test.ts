import { describe, expect, it } from 'vitest'
import type {
  Fault,
  Ledger,
  LedgerRow,
  PendingName,
  RunProblem,
  UnusedReason,
  Verdict,
  WayOut,
  WayOutId,
} from '../engine/index.ts'
import {
  brokerTable,
  type ConfigOwner,
  consumerTable,
  type KafkaEvent,
  producerTable,
  type Setup,
  topicTable,
} from '../engine/index.ts'
import { clusterExamples } from './clusterExamples.testing.ts'
import {
  type AnyEvent,
  atTime,
  configWords,
  countsInWords,
  droppedTitle,
  type EventKind,
  type EventNamed,
  endOf,
  eventWords,
  faultKindWords,
  faultTitle,
  inOneLine,
  judge,
  labWords,
  lasting,
  lastingInWords,
  listed,
  messageNamed,
  namesFor,
  plural,
  sayBelief,
  sayDropped,
  sayEvent,
  sayNote,
  sayQuietChange,
  sayRunProblem,
  sayStruck,
  sayUnused,
  sayWayOut,
  simplified,
  summaryOf,
  sumOf,
  tcpSentence,
} from './index.ts'
import { offsetExamples } from './offsetExamples.testing.ts'

const names = namesFor(['application-1', 'producer-1', 'broker-1', 'broker-2', 'broker-3', 'consumer-1', 'card-1'])
const name = (text: string) => text as PendingName
const A = { record: 'A', send: 1 }
const B = { record: 'B', send: 1 }
const again = { record: 'A', send: 2 }
const stamp = { producerId: 7, producerEpoch: 0, baseSequence: 2 }
const at = { node: 'producer-1', partition: 'orders-0', records: [A] } as const
const broker = { node: 'broker-1', partition: 'orders-0' } as const
const produce = name('Produce[A] producer-1>broker-1 #1')
const answer = name('ProduceResponse[A,B] broker-1>producer-1 #1')
const connection = 'producer-1>broker-1 #1'
const ends = { client: 'producer-1', server: 'broker-1' } as const
const lost = { kind: 'message-lost', message: answer, from: 'broker-1', to: 'producer-1', connection } as const

/** Every kind, in every shape that has words of its own: a kind that is missing here does not compile. */
const EFFECTS = ['card', 'e-mail', 'row', 'counter', 'frame', 'typing'] as const
const atReader = { node: 'consumer-1', record: 'A', effect: 'card' } as const
const outside = { node: 'card-1', record: 'A', effect: 'card' } as const

const examples: { readonly [K in EventKind]: readonly EventNamed<K>[] } = {
  ...clusterExamples,
  ...offsetExamples,
  'message-sent': [
    {
      kind: 'message-sent',
      lands: 10,
      message: {
        name: name('Metadata producer-1>broker-2'),
        about: [],
        from: 'producer-1',
        to: 'broker-2',
        connection,
        sentAt: 4,
        body: { api: 'Metadata' },
      },
    },
  ],
  'message-landed': [{ kind: 'message-landed', message: answer, from: 'broker-1', to: 'producer-1' }],
  'message-lost': (['silent', 'broken', 'closed', 'crash', 'datagram'] as const).flatMap((cause) => [
    { ...lost, cause, aimedAt: true },
    { ...lost, cause, aimedAt: false, message: produce, from: 'producer-1', to: 'broker-1' },
  ]),
  'message-late': [{ kind: 'message-late', message: produce, lands: 1510, by: 1500 }],
  'connection-opened': [{ kind: 'connection-opened', connection, ...ends }],
  'connection-refused': [{ kind: 'connection-refused', ...ends }],
  'connection-silent': [{ kind: 'connection-silent', connection, from: 'broker-1', to: 'producer-1' }],
  'connection-ended': (['fault', 'client', 'server', 'crash'] as const).map((by) => ({
    kind: 'connection-ended',
    connection,
    ...ends,
    by,
  })),
  'fault-struck': [
    { kind: 'fault-struck', fault: { kind: 'silent', aim: { before: answer } } },
    { kind: 'fault-struck', fault: { kind: 'of the future', aim: { at: 7 } } },
  ],
  'node-crashed': [
    { kind: 'node-crashed', node: 'producer-1', backAt: 1040 },
    { kind: 'node-crashed', node: 'broker-1', backAt: null },
    { kind: 'node-crashed', node: 'consumer-1', backAt: 40 },
  ],
  'node-restarted': [
    { kind: 'node-restarted', node: 'producer-1' },
    { kind: 'node-restarted', node: 'card-1' },
  ],
  'record-handed-over': [{ ...at, kind: 'record-handed-over', application: 'application-1' }],
  'batch-sent': [
    { ...at, kind: 'batch-sent', broker: 'broker-1', attempt: 1, acks: -1, stamp },
    { ...at, kind: 'batch-sent', broker: 'broker-1', attempt: 2, acks: -1, stamp },
    {
      ...at,
      kind: 'batch-sent',
      broker: 'broker-1',
      attempt: 2,
      acks: 1,
      stamp: null,
      records: [again, B],
    },
    { ...at, kind: 'batch-sent', broker: 'broker-1', attempt: 1, acks: 0, stamp: null },
  ],
  'batch-acked': [
    { ...at, kind: 'batch-acked', baseOffset: 2 },
    { ...at, kind: 'batch-acked', baseOffset: -1, records: [A, B] },
  ],
  'batch-counted-as-sent': [{ ...at, kind: 'batch-counted-as-sent' }],
  'batch-will-be-retried': [
    {
      ...at,
      kind: 'batch-will-be-retried',
      error: 'NOT_ENOUGH_REPLICAS',
      because: 'refused',
      attempt: 1,
      notBefore: 128,
    },
    {
      ...at,
      kind: 'batch-will-be-retried',
      error: 'OUT_OF_ORDER_SEQUENCE_NUMBER',
      because: 'refused',
      attempt: 1,
      notBefore: 140,
    },
    {
      ...at,
      kind: 'batch-will-be-retried',
      error: 'REQUEST_TIMED_OUT',
      because: 'timed-out',
      attempt: 1,
      notBefore: 30137,
      records: [A, B],
    },
    {
      ...at,
      kind: 'batch-will-be-retried',
      error: 'NETWORK_EXCEPTION',
      because: 'disconnected',
      attempt: 1,
      notBefore: 140,
    },
  ],
  'batch-failed': [
    { ...at, kind: 'batch-failed', exception: 'TimeoutException', text: 'Expiring 1 record(s)', everSent: true },
    {
      ...at,
      kind: 'batch-failed',
      exception: 'TimeoutException',
      text: 'Expiring 2 record(s)',
      everSent: false,
      records: [A, B],
    },
    { ...at, kind: 'batch-failed', exception: 'RecordTooLargeException', text: 'too large', everSent: true },
  ],
  'late-answer-ignored': [
    { ...at, kind: 'late-answer-ignored', error: 'NONE', baseOffset: 2 },
    { ...at, kind: 'late-answer-ignored', error: 'NOT_ENOUGH_REPLICAS', baseOffset: -1 },
  ],
  'request-timed-out': [
    { kind: 'request-timed-out', node: 'producer-1', connection, records: [A, B], waited: 30001 },
    { kind: 'request-timed-out', node: 'producer-1', connection, records: [], waited: 1001 },
  ],
  'producer-id-received': [{ kind: 'producer-id-received', node: 'producer-1', producerId: 8, producerEpoch: 0 }],
  'epoch-bumped': [
    { kind: 'epoch-bumped', node: 'producer-1', producerId: 7, producerEpoch: 1, rewritten: [B] },
    { kind: 'epoch-bumped', node: 'producer-1', producerId: 7, producerEpoch: 1, rewritten: [] },
  ],
  'sequence-unresolved': [{ kind: 'sequence-unresolved', node: 'producer-1', partition: 'orders-0', nextSequence: 3 }],
  'application-sends-again': [{ kind: 'application-sends-again', node: 'application-1', records: [A, again] }],
  'application-gave-up': [{ kind: 'application-gave-up', node: 'application-1', records: [A] }],
  'request-waits': [
    { ...broker, kind: 'request-waits', message: produce, records: [B], behind: [A] },
    { ...broker, kind: 'request-waits', message: produce, records: [A, B], behind: [] },
    { ...broker, kind: 'request-waits', message: name('Metadata producer-1>broker-1'), records: [], behind: [A] },
  ],
  'batch-appended': [
    {
      ...broker,
      kind: 'batch-appended',
      records: [A, B],
      baseOffset: 2,
      leaderEpoch: 0,
      logEndOffset: 4,
      stamp,
      message: produce,
    },
  ],
  'batch-replicated': [
    {
      ...broker,
      kind: 'batch-replicated',
      records: [A],
      baseOffset: 2,
      leaderEpoch: 0,
      logEndOffset: 3,
      message: produce,
    },
  ],
  'high-watermark-advanced': [
    { ...broker, kind: 'high-watermark-advanced', highWatermark: 3, role: 'leader' },
    { ...broker, kind: 'high-watermark-advanced', highWatermark: 3, role: 'follower' },
  ],
  'duplicate-recognised': [
    { ...broker, kind: 'duplicate-recognised', records: [A], baseOffset: 2, stamp, message: produce, waits: false },
    { ...broker, kind: 'duplicate-recognised', records: [A, B], baseOffset: 2, stamp, message: produce, waits: true },
  ],
  'batch-refused': [
    { ...broker, kind: 'batch-refused', records: [A], error: 'NOT_ENOUGH_REPLICAS', message: produce, byFault: true },
    { ...broker, kind: 'batch-refused', records: [A], error: 'NOT_ENOUGH_REPLICAS', message: produce, byFault: false },
    {
      ...broker,
      kind: 'batch-refused',
      records: [A],
      error: 'OUT_OF_ORDER_SEQUENCE_NUMBER',
      message: produce,
      byFault: false,
      came: stamp,
      expected: { producerEpoch: 0, sequence: 1 },
    },
    {
      ...broker,
      kind: 'batch-refused',
      records: [A],
      error: 'INVALID_PRODUCER_EPOCH',
      message: produce,
      byFault: false,
      came: stamp,
      expected: { producerEpoch: 1, sequence: null },
    },
    { ...broker, kind: 'batch-refused', records: [A], error: 'MESSAGE_TOO_LARGE', message: produce, byFault: false },
  ],
  'produce-waits-for-replicas': [{ ...broker, kind: 'produce-waits-for-replicas', records: [A], until: 3 }],
  'produce-answered': [
    { ...broker, kind: 'produce-answered', records: [A, B], error: 'NONE', baseOffset: 2, message: answer },
    { ...broker, kind: 'produce-answered', records: [A], error: 'REQUEST_TIMED_OUT', baseOffset: 2, message: answer },
    {
      ...broker,
      kind: 'produce-answered',
      records: [A],
      error: 'NOT_ENOUGH_REPLICAS',
      baseOffset: -1,
      message: answer,
    },
  ],
  'fetch-parked': [{ ...broker, kind: 'fetch-parked', from: 'broker-2', offset: 3 }],
  'fetch-answered': [
    { ...broker, kind: 'fetch-answered', from: 'broker-2', offset: 3, records: [A], highWatermark: 2 },
    { ...broker, kind: 'fetch-answered', from: 'consumer-1', offset: 3, records: [], highWatermark: 3 },
  ],
  'connection-closed-instead': [
    { ...broker, kind: 'connection-closed-instead', connection, error: 'CORRUPT_MESSAGE', records: [A] },
  ],
  'record-delivered': [{ node: 'consumer-1', partition: 'orders-0', kind: 'record-delivered', record: 'A', offset: 0 }],
  'effect-called': EFFECTS.flatMap((effect) => [
    { ...atReader, kind: 'effect-called', effect, attempt: 1 },
    { ...atReader, kind: 'effect-called', effect, attempt: 2 },
  ]),
  'effect-happened': [
    ...EFFECTS.map((effect) => ({ ...outside, kind: 'effect-happened' as const, effect, times: 1, guard: null })),
    { ...outside, kind: 'effect-happened', times: 2, guard: null },
    { ...outside, kind: 'effect-happened', times: 3, guard: null },
    { ...outside, kind: 'effect-happened', times: 1, guard: { kind: 'dedup', windowMs: 3_600_000 } },
    { ...outside, kind: 'effect-happened', times: 2, guard: { kind: 'dedup', windowMs: 3_600_000 } },
  ],
  'effect-skipped': EFFECTS.flatMap((effect) =>
    (['dedup', 'upsert', 'conditional'] as const).map((because) => ({
      ...outside,
      kind: 'effect-skipped' as const,
      effect,
      because,
    })),
  ),
  'effect-failed': [true, false].map((said) => ({ ...outside, kind: 'effect-failed', said })),
  'effect-confirmed': (['done', 'repeat', 'refused'] as const).map((outcome) => ({
    ...atReader,
    kind: 'effect-confirmed',
    outcome,
  })),
  'effect-call-failed': [{ ...atReader, kind: 'effect-call-failed', attempt: 1, again: 150 }],
  'effect-in-doubt': (['no-answer', 'disconnected'] as const).map((because) => ({
    ...atReader,
    kind: 'effect-in-doubt',
    attempt: 1,
    because,
  })),
}
const events: readonly AnyEvent[] = Object.values(examples).flat()

const reasons: readonly UnusedReason[] = [
  'name-never-came',
  'does-not-fit',
  'after-the-end',
  'unknown-kind',
  'malformed',
]
const crash = { kind: 'crash', aim: { at: 40 }, node: 'producer-1' }
const hurt: readonly Fault[] = [
  { kind: 'crash', aim: { at: 40 }, node: 'broker-1', ...{ down: 20000, disk: 'lost' } },
  { kind: 'pause', aim: { at: 40 }, node: 'broker-1', ...{ for: 15000 } },
  {
    kind: 'cut-off',
    aim: { at: 40 },
    node: 'broker-1',
    ...{ from: 'everyone', way: 'both', for: 20000, noticed: 'no' },
  },
  {
    kind: 'cut-off',
    aim: { at: 40 },
    node: 'broker-1',
    ...{ from: 'controller-1', way: 'in', for: 9, noticed: 'yes' },
  },
  { kind: 'falls-behind', aim: { at: 40 }, node: 'broker-3', ...{ for: 60000 } },
  { kind: 'falls-behind', aim: { at: 40 }, node: 'broker-3', ...{ for: null } },
  { kind: 'shutdown', aim: { at: 40 }, node: 'broker-1', ...{ down: null } },
]
const loseAck = { kind: 'silent', aim: { before: answer } }
const problems: readonly RunProblem[] = [
  ...reasons.map((reason): RunProblem => ({ problem: 'fault-unused', fault: loseAck, reason })),
  { problem: 'horizon-reached', at: 600000 },
  { problem: 'too-many-events', at: 900, loop: ['poll producer-1', 'Metadata', 'MetadataResponse'] },
  { problem: 'setup-refused', texts: ['Must set retries to non-zero when using the idempotent producer.'] },
  { problem: 'engine-error', at: 41, message: 'a broker has no log' },
]

const sentences = (): readonly string[] => [
  ...events.map((event) => inOneLine(sayEvent(event, names))),
  ...Object.values(faultKindWords).flatMap((words) => [
    words.means,
    words.doesNotFit,
    inOneLine(words.struck('the answer to A', crash, names)),
  ]),
  ...hurt.map((fault) => inOneLine(sayStruck(fault, names))),
  ...[crash, loseAck, ...hurt].flatMap((fault) => reasons.map((reason) => sayUnused(fault, reason, names))),
  ...problems.map((problem) => sayRunProblem(problem, names)),
  ...Object.values(configWords).flatMap((words) => Object.values(words).map(({ help }) => help)),
  ...Object.values(labWords).map(({ help }) => help),
  ...simplified,
  tcpSentence,
]
const parts = (text: string): readonly string[] => text.split(/(?<=[.?:;])\s+/).filter((part) => part !== '')

describe('every sentence', () => {
  it('is short', () => {
    const long = sentences()
      .flatMap(parts)
      .filter((part) => part.split(/\s+/).length > 22)
    expect(long).toEqual([])
  })
  it('begins with a capital or a name, and ends', () => {
    const odd = sentences().filter((text) => !/^[A-Z“0-9a-z_.-]/.test(text) || !/[.)]$|log$/.test(text))
    expect(odd).toEqual([])
  })
  it('promises nothing, blames nobody, shouts never', () => {
    const banned = /guarante|simply|\bjust\b|obviously|\beasy\b|!|\bundefined\b|\[object|\bNaN\b|\bnull\b/i
    expect(sentences().filter((text) => banned.test(text))).toEqual([])
  })
  it('has no doubled space or stop', () => {
    expect(sentences().filter((text) => / {2}|\.\.|\. \./.test(text))).toEqual([])
  })
  it('exists for every kind of event', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(eventWords).sort())
  })
})

describe('the sentences of the documents', () => {
  const say = (event: KafkaEvent | AnyEvent) => sayEvent(event, names)
  it.each<[AnyEvent, string]>([
    [examples['batch-sent'][0]!, 'The producer sends A to broker 1. Producer id 7, epoch 0, sequence 2.'],
    [
      { ...examples['batch-appended'][0]!, records: [{ record: 'C', send: 1 }] },
      'Broker 1 stores C at offset 2. Not readable yet.',
    ],
    [
      examples['message-lost'][0]!,
      'The answer to A and B is lost. Nothing more gets through from broker 1 on this connection. The producer cannot know whether A and B are stored.',
    ],
    [
      { ...examples['request-timed-out'][0]!, records: [A] },
      '30 seconds without an answer. The producer closes the connection. It cannot know whether A is stored.',
    ],
    [
      examples['duplicate-recognised'][0]!,
      'A is already at offset 2. Same producer id, same sequence number. Broker 1 keeps one copy and answers again.',
    ],
    [
      examples['batch-refused'][2]!,
      'Sequence 2 came, 1 was expected. Broker 1 refuses A for now, so nothing can be stored out of order.',
    ],
    [examples['effect-happened'][0]!, 'The card is charged $20 for A. Kafka knows nothing of it and cannot undo it.'],
    [
      examples['effect-happened'][6]!,
      'The card is charged $20 for A. This is the second time: nothing tells a repeat from a new call.',
    ],
    [
      examples['effect-happened'][9]!,
      'The card is charged $20 for A. This is the second time: what was kept for 1 h is forgotten.',
    ],
    [examples['effect-skipped'][0]!, 'The card service has kept A: it knows the repeat. Nothing is charged.'],
    [examples['effect-skipped'][7]!, 'A is set to the same value once more. Nothing changes.'],
    [
      examples['effect-skipped'][2]!,
      'The card service refuses the second write for A: its key stands. Nothing is charged.',
    ],
    [
      examples['effect-in-doubt'][0]!,
      'The reader cannot know whether it was done for A. No answer came in time, so it will call again.',
    ],
  ])('%#', (event, text) => {
    expect(inOneLine(say(event))).toBe(text)
  })
  it('quotes Kafka apart from our own words', () => {
    expect(say(examples['batch-failed'][0]!)).toEqual({
      head: 'The producer reports A as failed.',
      body: 'That does not say whether it is in the log.',
      quote: 'TimeoutException: Expiring 1 record(s)',
    })
  })
  it('knows that with acks=0 there is no ack to lose', () => {
    expect(sayUnused(loseAck, 'name-never-came', names, 0)).toBe('With acks=0 there is no ack to lose.')
    expect(sayUnused(loseAck, 'name-never-came', names)).toBe('The answer to A and B is never sent in this run.')
  })
})

describe('names', () => {
  it('are numbered only where there are several', () => {
    expect(names.actor('producer-1')).toBe('the producer')
    expect(namesFor(['producer-1', 'producer-2']).actor('producer-2')).toBe('producer 2')
    expect(namesFor(['consumer-1', 'consumer-2']).actor('consumer-1')).toBe('reader 1')
    expect(names.actor('broker-2')).toBe('broker 2')
    expect(names.actor('constructor')).toBe('constructor')
  })
  it('say what a message is', () => {
    expect(messageNamed('Fetch@3 broker-2>broker-1 #2', names)).toBe('the fetch of broker 2')
    expect(messageNamed('Fetch@0,2 broker-2>broker-1', names)).toBe('the fetch of broker 2')
    expect(messageNamed('FetchResponse@0,2 broker-1>broker-2', names)).toBe('the answer to a fetch at offsets 0 and 2')
    expect(messageNamed('ProduceResponse[A,B] broker-1>producer-1 #1', names)).toBe('the answer to A and B')
    expect(messageNamed('FetchResponse[A] broker-1>broker-2 #1', names)).toBe('the copy of A')
    expect(messageNamed('poll producer-1', names)).toBe('it')
    expect(faultTitle(loseAck, names)).toBe('lost in silence: the answer to A and B')
    expect(inOneLine(sayStruck({ ...crash, ...{ down: 1500 } }, names))).toBe(
      'The producer crashes. It is back after 1.5 s.',
    )
  })
})

describe('numbers', () => {
  it('are written as times', () => {
    expect([40, 999.9, 1000, 30140, 30139.9].map(atTime)).toEqual([
      '40 ms',
      '999 ms',
      '1.000 s',
      '30.140 s',
      '30.139 s',
    ])
    expect([112, 30000, 1500, 120000, 118000].map(lasting)).toEqual(['112 ms', '30 s', '1.5 s', '2 min', '118 s'])
    expect([1, 40, 1000, 1099, 3617, 30001, 119999, 120000].map(lastingInWords)).toEqual([
      '1 millisecond',
      '40 milliseconds',
      '1 second',
      '1 second',
      '3.6 seconds',
      '30 seconds',
      '119 seconds',
      '2 minutes',
    ])
  })
  it('agree with what they count', () => {
    expect([0, 1, 2, 7741].map((n) => plural(n, 'world', 'worlds'))).toEqual([
      '0 worlds',
      '1 world',
      '2 worlds',
      '7,741 worlds',
    ])
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D', 'E']].map(listed)).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
      'A, B, C and 2 more',
    ])
    expect([1, 2].map(droppedTitle)).toEqual([
      'One part of the link could not be read.',
      '2 parts of the link could not be read.',
    ])
  })
})

describe('settings', () => {
  const tables: readonly [ConfigOwner, object][] = [
    ['producer', producerTable],
    ['topic', topicTable],
    ['broker', brokerTable],
    ['consumer', consumerTable],
  ]
  it.each(tables)('of the %s have words, each key of the table', (owner, table) => {
    expect(Object.keys(configWords[owner]).sort()).toEqual(Object.keys(table).sort())
  })
  it('of a workload have words', () => {
    const workload: (keyof Setup['workload'])[] = ['records', 'everyMs', 'awaitEach']
    expect(workload.map((key) => labWords[key].label)).toEqual(['records', 'one every', 'waits for each answer'])
  })
  it('say what became of them', () => {
    const because = [{ key: 'acks', value: '1' }]
    expect(
      sayQuietChange({
        change: 'idempotence-off',
        key: 'enable.idempotence',
        from: 'true',
        to: 'false',
        because,
        log: null,
      }),
    ).toBe('Idempotence is off now, because acks is 1.')
    expect(sayNote({ note: 'min-isr-is-all-replicas', owner: 'topic', key: 'min.insync.replicas', replicas: 3 })).toBe(
      'One slow replica stops all writes.',
    )
    const way = (id: WayOutId, set: WayOut['set'], ...unset: string[]): string => sayWayOut({ id, set, unset })
    expect(way('set-acks-all', { acks: 'all' })).toBe('Set acks to all')
    expect(way('use-the-limit', { retries: '0' })).toBe('Set retries to 0')
    expect(way('use-the-default', {}, 'retries')).toBe('Leave retries to Kafka')
  })
  it('of a link are named when they are dropped', () => {
    expect(sayDropped({ part: 'ackz=1', reason: 'unknown-key' })).toBe('ackz=1: no setting of this name is known.')
    expect(sayDropped({ part: 'x'.repeat(90), reason: 'too-long' })).toBe(`${'x'.repeat(60)}…: it is too long.`)
  })
})

describe('verdict and sum', () => {
  const none: Verdict = {
    outcome: 'settled',
    fates: {},
    broken: [],
    missing: [],
    lost: [],
    refused: [],
    twice: [],
    inDoubt: [],
    outOfOrder: [],
  }
  const fate = {
    told: 'acked',
    inLog: 1,
    readable: 1,
    delivered: 1,
    effects: 1,
    missing: false,
    lost: false,
    refused: false,
    twice: false,
  } as const
  it.each<[Partial<Verdict>, string]>([
    [{ fates: { A: fate } }, 'exactly once'],
    [{ missing: ['C'] }, '1 missing'],
    [{ missing: ['C'], lost: ['C'] }, '1 acked and lost'],
    [{ missing: ['B'], twice: ['C'] }, '1 missing, 1 twice'],
    [{ inDoubt: ['C'] }, 'C in doubt at the end'],
    [{ refused: ['A', 'B'] }, '2 refused'],
    [{ outOfOrder: ['B'] }, 'out of order'],
    [{ outcome: 'undecided' }, 'undecided'],
    [{}, 'nothing sent'],
  ])('%j is %s', (part, text) => {
    expect(judge({ ...none, ...part }).text).toBe(text)
  })

  const row = (record: string, belief: LedgerRow['belief'], inLog: number): LedgerRow => ({
    record,
    sent: true,
    sends: 1,
    belief,
    acked: belief.belief === 'acked',
    inLog,
    readable: inLog,
    delivered: 0,
    effects: 0,
  })
  const ledger = (...rows: LedgerRow[]): Ledger => ({
    rows,
    totals: {
      planned: 5,
      sent: rows.length,
      acked: 0,
      inLog: rows.length,
      readable: rows.length,
      delivered: 3,
      effects: 3,
    },
    hasReader: true,
    countsWithoutAck: false,
  })
  const doubt = row('C', { belief: 'in doubt', attempt: 2 }, 1)

  it('counts', () => {
    expect(countsInWords(ledger(doubt), 'card')).toBe('1 sent · 1 in the log · 3 delivered · 3 charged')
    expect(countsInWords({ ...ledger(doubt), hasReader: false }, null)).toBe('1 sent · 1 in the log · 1 readable')
    expect(summaryOf({ ledger: ledger(doubt), when: 'At 30.139 s', effect: 'card' })).toBe(
      'At 30.139 s: 1 of 5 sent, 1 in the log, 3 charged. The producer is in doubt about C.',
    )
    expect(endOf({ ...none, fates: { A: fate } }, ledger(doubt), null)).toBe(
      'The run ends exactly once: 1 sent, 1 in the log, 3 delivered.',
    )
  })
  it('says what the producer believes', () => {
    expect(sayBelief(doubt.belief)).toBe('in doubt, try 2')
    expect(sayBelief({ belief: 'success, no ack' })).toBe('success, no ack')
    expect(sayBelief({ belief: 'refused, will retry', attempt: 1 })).toBe('refused, waits')
  })
  it.each<[string, Parameters<typeof sumOf>]>([
    ['Nothing has gone wrong yet.', [ledger()]],
    ['D is not stored. Nothing the producer has seen says so.', [ledger(), { lostUnheard: ['D'], wentWrong: true }]],
    ['C is on the way.', [ledger({ ...doubt, inLog: 0 }), { wentWrong: true }]],
    ['Nothing is in doubt now.', [ledger(), { wentWrong: true }]],
    ['C is stored. The producer has not heard of it yet.', [ledger(doubt), { storedFor: 6 }]],
    ['C has been stored for 30 seconds. Nothing the producer has seen says so.', [ledger(doubt), { storedFor: 30001 }]],
    ['C was stored once. Now the producer knows.', [ledger(row('C', { belief: 'acked' }, 1)), { everInDoubt: ['C'] }]],
    [
      'B and C are not stored, and the producer has been told so. Nothing is in doubt.',
      [
        ledger(
          row('B', { belief: 'refused, will retry', attempt: 1 }, 0),
          row('C', { belief: 'refused, will retry', attempt: 1 }, 0),
        ),
      ],
    ],
    [
      'C is gone. The producer counts it as a success, and the log shows no hole.',
      [ledger(row('C', { belief: 'success, no ack' }, 0)), { gone: ['C'] }],
    ],
    ['C was acked, and is in no log any more.', [ledger(row('C', { belief: 'acked' }, 0)), { gone: ['C'] }]],
    ['C is in the log twice. Without sequence numbers no broker can tell.', [ledger(row('C', { belief: 'acked' }, 2))]],
    [
      'The application was told that C failed. It is in the log.',
      [ledger(row('C', { belief: 'gave up', exception: 'TimeoutException', inDoubt: true }, 1))],
    ],
    [
      'C is gone. The next frame is on its way: nobody minds.',
      [ledger(row('C', { belief: 'success, no ack' }, 0)), { gone: ['C'], effect: 'frame' }],
    ],
    [
      'C was charged twice. The log has it once, and cannot help.',
      [ledger({ ...row('C', { belief: 'acked' }, 1), effects: 2 }), { effect: 'card' }],
    ],
    [
      'C was written 3 times. The log has it twice.',
      [ledger({ ...row('C', { belief: 'acked' }, 2), effects: 3 }), { effect: 'row' }],
    ],
    [
      'C was delivered twice, and charged once.',
      [ledger({ ...row('C', { belief: 'acked' }, 2), delivered: 2, effects: 1 }), { effect: 'card' }],
    ],
    [
      'C was mailed. Nothing the reader has seen says so.',
      [
        ledger({ ...row('C', { belief: 'acked' }, 1), delivered: 1, effects: 1 }),
        { effect: 'e-mail', effectUnheard: ['C'] },
      ],
    ],
  ])('%s', (text, [some, facts]) => {
    expect(sumOf(some, facts)).toBe(text)
  })
})
