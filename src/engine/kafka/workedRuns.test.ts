import { describe, expect, test } from 'vitest'
import { all, answer, breaks, crash, crashBroker, labRun, leaderLog, notesOf, refused, request, silent } from './runs.testing.ts'
import { verdict } from './judge/verdict.ts'
import type { KafkaTrace } from './model/kinds.ts'
import { worldAt } from './run.ts'

/*
 * Runs a, a2, b, c, d and e of the design's worked-runs.md, which were made by hand from the rule books, as data: one row
 * per row of its tables, `[ms, why, what happens then]`. Everything the tables speak of must come out at that
 * millisecond, in that order, and nothing of the same kinds beside it. Rows with an empty list are moments at which
 * somebody wakes up and the tables say that nothing leaves.
 */
type Row = readonly [ms: number, why: string, what: readonly string[]]

const written = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(([ms, , what]) => what.map((one) => `${ms} ${one}`))
const replicated = (ms: number, record: string, logEnd: number, highWatermark: number | null): Row => [
  ms,
  'HW-R07, BLOG-11',
  [2, 3].flatMap((b) => [
    `broker-${b} ${record} copied, log end ${logEnd}`,
    ...(highWatermark === null ? [] : [`broker-${b} HW ${highWatermark}`]),
  ]),
]
/** Both follower fetches are answered by one wake. */
const woken = (record: string, from: number, highWatermark: number): readonly string[] =>
  [2, 3].map((b) => `broker-1 answers fetch ${from} of broker-${b}: ${record}, HW ${highWatermark}`)
const waitTimers = (trace: KafkaTrace, step: number): readonly string[] =>
  worldAt(trace, step)
    .agenda.filter((p) => p.name.startsWith('fetch-wait'))
    .map((p) => `${p.name} ${p.at}`)
const lastStepAt = (trace: KafkaTrace, ms: number): number => trace.steps.findLastIndex((s) => s.at === ms)

/** From 4 to 20 ms all five runs are alike; only the answers are missing with acks=0. */
const A: readonly Row[] = [
  [4, 'SEQ-02, W3', ['producer-1 is handed A', 'producer-1 sends A #1, epoch 0, sequence 0']],
  [10, 'BLOG-01, BLOG-09, HW-R09', ['broker-1 A at offset 0', ...woken('A', 0, 0)]],
  replicated(12, 'A', 1, null),
  [
    14,
    'HW-R01, R02, ACK-05',
    [
      'broker-1 parks fetch 1 of broker-2',
      'broker-1 HW 1',
      'broker-1 answers A: offset 0',
      'broker-1 parks fetch 1 of broker-3',
    ],
  ],
]

describe('run a: A, B, C with acks=all and idempotence, no fault', () => {
  const rows: readonly Row[] = [
    ...A,
    [16, 'ACC-R04', ['producer-1 is handed B', 'producer-1 sends B #1, epoch 0, sequence 1']],
    [20, 'SEQ-07', ['producer-1 A acked, offset 0']],
    [22, 'BLOG-08, W7', ['broker-1 B at offset 1', ...woken('B', 1, 1)]],
    replicated(24, 'B', 2, 1),
    [
      26,
      'HW-R02, ACK-05',
      [
        'broker-1 parks fetch 2 of broker-2',
        'broker-1 HW 2',
        'broker-1 answers B: offset 1',
        'broker-1 parks fetch 2 of broker-3',
      ],
    ],
    [28, '', ['producer-1 is handed C', 'producer-1 sends C #1, epoch 0, sequence 2']],
    [32, '', ['producer-1 B acked, offset 1']],
    [34, '', ['broker-1 C at offset 2', ...woken('C', 2, 2)]],
    replicated(36, 'C', 3, 2),
    [
      38,
      'W8',
      [
        'broker-1 parks fetch 3 of broker-2',
        'broker-1 HW 3',
        'broker-1 answers C: offset 2',
        'broker-1 parks fetch 3 of broker-3',
      ],
    ],
    [44, 'W15', ['producer-1 C acked, offset 2']],
  ]
  const trace = labRun({ records: 3 })

  test('comes out to the millisecond', () => {
    expect(notesOf(trace)).toEqual(written(rows))
    expect(trace.end.now).toBe(44)
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C'])
    expect(verdict(trace)).toMatchObject({ outcome: 'settled', missing: [], twice: [], broken: [] })
  })

  test('wait timers are armed when the high watermark rises and gone when an append wakes the fetch (W8)', () => {
    const armed = (ms: number): readonly string[] => waitTimers(trace, lastStepAt(trace, ms) + 1)
    expect(armed(12)).toEqual([])
    expect(armed(14)).toEqual(['fetch-wait Fetch@1 broker-2>broker-1 514', 'fetch-wait Fetch@1 broker-3>broker-1 514'])
    expect(armed(22)).toEqual([])
    expect(armed(44)).toEqual(['fetch-wait Fetch@3 broker-2>broker-1 538', 'fetch-wait Fetch@3 broker-3>broker-1 538'])
  })

  test('if something keeps the run alive, the followers learn the last high watermark at 540 (HW-R06)', () => {
    const kept = labRun({ records: 3 }, [crash('producer-1', { at: 600 }, null)])
    const late = notesOf(kept).filter((line) => Number(line.split(' ')[0]) > 44 && Number(line.split(' ')[0]) < 600)
    expect(late).toEqual(
      written([
        [538, 'HW-R06', woken('nothing', 3, 3)],
        [540, '', ['broker-2 HW 3', 'broker-3 HW 3']],
        [542, 'model 3', ['broker-1 parks fetch 3 of broker-2', 'broker-1 parks fetch 3 of broker-3']],
      ]),
    )
    expect(waitTimers(kept, lastStepAt(kept, 542) + 1)).toEqual([])
  })
})

describe('run a2: the same with a reader that charges a card', () => {
  const rows: readonly Row[] = [
    ...A.slice(0, 3),
    [
      14,
      'CON-01, W6',
      [
        'broker-1 parks fetch 1 of broker-2',
        'broker-1 HW 1',
        'broker-1 answers A: offset 0',
        'broker-1 answers fetch 0 of consumer-1: A, HW 1',
        'broker-1 parks fetch 1 of broker-3',
      ],
    ],
    [16, '', ['producer-1 is handed B', 'producer-1 sends B #1, epoch 0, sequence 1']],
    [20, 'CGR-01', ['producer-1 A acked, offset 0', 'consumer-1 A delivered']],
    [21, 'model 3', ['consumer-1 calls for A']],
    [22, '', ['broker-1 B at offset 1', ...woken('B', 1, 1)]],
    replicated(24, 'B', 2, 1),
    [
      26,
      'CON-02',
      [
        'broker-1 parks fetch 1 of consumer-1',
        'broker-1 parks fetch 2 of broker-2',
        'broker-1 HW 2',
        'broker-1 answers B: offset 1',
        'broker-1 answers fetch 1 of consumer-1: B, HW 2',
        'broker-1 parks fetch 2 of broker-3',
      ],
    ],
    [27, '', ['card-1 $20 for A']],
    [28, '', ['producer-1 is handed C', 'producer-1 sends C #1, epoch 0, sequence 2']],
    [32, 'B has arrived at the reader, which still waits for the reply', ['producer-1 B acked, offset 1']],
    [33, '', ['consumer-1 reply for A', 'consumer-1 B delivered']],
    [34, '', ['consumer-1 calls for B', 'broker-1 C at offset 2', ...woken('C', 2, 2)]],
    replicated(36, 'C', 3, 2),
    [
      38,
      '',
      [
        'broker-1 parks fetch 3 of broker-2',
        'broker-1 HW 3',
        'broker-1 answers C: offset 2',
        'broker-1 parks fetch 3 of broker-3',
      ],
    ],
    [39, '', ['broker-1 answers fetch 2 of consumer-1: C, HW 3']],
    [40, '', ['card-1 $20 for B']],
    [44, '', ['producer-1 C acked, offset 2']],
    [46, '', ['consumer-1 reply for B', 'consumer-1 C delivered']],
    [47, '', ['consumer-1 calls for C']],
    [52, '', ['broker-1 parks fetch 3 of consumer-1']],
    [53, '', ['card-1 $20 for C']],
    [59, '', ['consumer-1 reply for C']],
  ]
  const trace = labRun({ records: 3, reader: 'card' })

  test('comes out to the millisecond', () => {
    expect(notesOf(trace)).toEqual(written(rows))
    expect(trace.end.now).toBe(59)
  })

  test('the next fetch leaves when records are handed over, and B lands while the reader is busy', () => {
    const fetches = all(trace, 'message-sent').filter(
      (e) => e.message.from === 'consumer-1' && e.message.body.api === 'Fetch',
    )
    expect(fetches.map((e) => `${e.at} ${e.message.name}`)).toEqual([
      '20 Fetch@1 consumer-1>broker-1',
      '33 Fetch@2 consumer-1>broker-1',
      '46 Fetch@3 consumer-1>broker-1',
    ])
    expect(all(trace, 'message-landed').filter((e) => e.message === 'FetchResponse@1 broker-1>consumer-1')[0]?.at).toBe(
      32,
    )
  })
})

describe('run b: the answer to C is lost in silence, the application awaits each answer', () => {
  const fault = silent(answer('C'))
  const upToTheFault: readonly Row[] = [
    ...A,
    [
      20,
      'W3',
      ['producer-1 A acked, offset 0', 'producer-1 is handed B', 'producer-1 sends B #1, epoch 0, sequence 1'],
    ],
    [26, '', ['broker-1 B at offset 1', ...woken('B', 1, 1)]],
    replicated(28, 'B', 2, 1),
    [
      30,
      '',
      [
        'broker-1 parks fetch 2 of broker-2',
        'broker-1 HW 2',
        'broker-1 answers B: offset 1',
        'broker-1 parks fetch 2 of broker-3',
      ],
    ],
    [36, '', ['producer-1 B acked, offset 1', 'producer-1 is handed C', 'producer-1 sends C #1, epoch 0, sequence 2']],
    [42, '', ['broker-1 C at offset 2', ...woken('C', 2, 2)]],
    replicated(44, 'C', 3, 2),
    [
      46,
      'ACK-05',
      [
        'broker-1 parks fetch 3 of broker-2',
        'broker-1 HW 3',
        'broker-1 answers C: offset 2',
        'broker-1 parks fetch 3 of broker-3',
      ],
    ],
    [52, 'model 2', ['broker-1 ProduceResponse[C] broker-1>producer-1 #1 lost']],
    [546, 'HW-R06', woken('nothing', 3, 3)],
    [548, '', ['broker-2 HW 3', 'broker-3 HW 3']],
    [550, '', ['broker-1 parks fetch 3 of broker-2', 'broker-1 parks fetch 3 of broker-3']],
    [
      30037,
      'TMO-08, RET-04, W9',
      [
        'producer-1 C timed out',
        'producer-1 producer-1>broker-1 #1 ends, by client',
        'producer-1 C REQUEST_TIMED_OUT, not before 30137',
      ],
    ],
    [30137, 'SEQ-05, W10: connects', []],
  ]
  const idempotent: readonly Row[] = [
    ...upToTheFault,
    [30149, 'SEQ-03', ['producer-1 producer-1>broker-1 #2 stands', 'producer-1 sends C #2, epoch 0, sequence 2']],
    [30155, 'BLOG-03, BLOG-05', ['broker-1 C is a duplicate of offset 2', 'broker-1 answers C: offset 2']],
    [
      30161,
      'W3, W9',
      ['producer-1 C acked, offset 2', 'producer-1 is handed D', 'producer-1 sends D #1, epoch 0, sequence 3'],
    ],
    [30167, '', ['broker-1 D at offset 3', ...woken('D', 3, 3)]],
    replicated(30169, 'D', 4, null),
    [
      30171,
      '',
      [
        'broker-1 parks fetch 4 of broker-2',
        'broker-1 HW 4',
        'broker-1 answers D: offset 3',
        'broker-1 parks fetch 4 of broker-3',
      ],
    ],
    [30177, 'CON-05', ['producer-1 D acked, offset 3']],
  ]
  const trace = labRun({ records: 4, awaitEach: true }, [fault])

  test('comes out to the millisecond', () => {
    expect(notesOf(trace)).toEqual(written(idempotent))
    expect(trace.end.now).toBe(30177)
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C', 'D'])
  })

  test('the sender sleeps from 36 to 30037 and connects at 30137', () => {
    const polls = trace.steps.filter((s) => s.name?.startsWith('poll producer-1')).map((s) => s.at)
    expect(polls).toEqual([30037, 30137])
  })

  test('without idempotence the copy is appended at 30155 as offset 3, and D is offset 4', () => {
    const plain = labRun({ records: 4, awaitEach: true, producer: { 'enable.idempotence': 'false' } }, [fault])
    const appends = all(plain, 'batch-appended').map((e) => `${e.at} ${e.records[0]?.record} ${e.baseOffset}`)
    expect(appends.slice(-2)).toEqual(['30155 C 3', '30171 D 4'])
    expect(leaderLog(plain)).toEqual(['A', 'B', 'C', 'C', 'D'])
  })
})

describe('run c: B is refused once with C in flight', () => {
  const fault = refused(request('B'))
  const rows: readonly Row[] = [
    ...A,
    [16, '', ['producer-1 is handed B', 'producer-1 sends B #1, epoch 0, sequence 1']],
    [20, '', ['producer-1 A acked, offset 0']],
    [22, 'ACK-05, BLOG-01', ['broker-1 B refused, NOT_ENOUGH_REPLICAS', 'broker-1 answers B: NOT_ENOUGH_REPLICAS']],
    [
      28,
      'W4, RET-01, RET-04: first the timer, then the answer',
      [
        'producer-1 is handed C',
        'producer-1 sends C #1, epoch 0, sequence 2',
        'producer-1 B NOT_ENOUGH_REPLICAS, not before 128',
      ],
    ],
    [
      34,
      'BLOG-08, MYTH-01',
      [
        'broker-1 C refused, OUT_OF_ORDER_SEQUENCE_NUMBER, 2 came, 1 expected',
        'broker-1 answers C: OUT_OF_ORDER_SEQUENCE_NUMBER',
      ],
    ],
    [40, 'RET-05 (a), SEQ-06', ['producer-1 C OUT_OF_ORDER_SEQUENCE_NUMBER, not before 140']],
    [128, 'SEQ-05', ['producer-1 sends B #2, epoch 0, sequence 1']],
    [134, '', ['broker-1 B at offset 1', ...woken('B', 1, 1)]],
    replicated(136, 'B', 2, 1),
    [
      138,
      '',
      [
        'broker-1 parks fetch 2 of broker-2',
        'broker-1 HW 2',
        'broker-1 answers B: offset 1',
        'broker-1 parks fetch 2 of broker-3',
      ],
    ],
    [140, 'SEQ-05: the back-off of C is over; it waits, B is unfinished', []],
    [144, 'W9', ['producer-1 B acked, offset 1', 'producer-1 sends C #2, epoch 0, sequence 2']],
    [150, '', ['broker-1 C at offset 2', ...woken('C', 2, 2)]],
    replicated(152, 'C', 3, 2),
    [
      154,
      '',
      [
        'broker-1 parks fetch 3 of broker-2',
        'broker-1 HW 3',
        'broker-1 answers C: offset 2',
        'broker-1 parks fetch 3 of broker-3',
      ],
    ],
    [160, 'SEQ-06', ['producer-1 C acked, offset 2']],
  ]
  const trace = labRun({ records: 3 }, [fault])

  test('comes out to the millisecond', () => {
    expect(notesOf(trace)).toEqual(written(rows))
    expect(trace.end.now).toBe(160)
    expect(all(trace, 'epoch-bumped')).toEqual([])
  })

  test('between its back-off and the answer to B the queue holds C alone', () => {
    const world = worldAt(trace, lastStepAt(trace, 140) + 1)
    const producer = world.nodes['producer-1']
    expect(producer?.kind === 'producer' && producer.volatile.queues['orders-0']).toEqual(['C/1'])
  })

  test('without idempotence C is appended at 34 as offset 1, and B at 134 as offset 2', () => {
    const plain = labRun({ records: 3, producer: { 'enable.idempotence': 'false' } }, [fault])
    const appends = all(plain, 'batch-appended').map((e) => `${e.at} ${e.records[0]?.record} ${e.baseOffset}`)
    expect(appends).toEqual(['10 A 0', '34 C 1', '134 B 2'])
  })
})

describe('run d: the leader crashes right behind appending C, before it wakes the fetches', () => {
  const fault = crashBroker('broker-1', 'wake[C] broker-1')
  /** Connections end one link behind the crash; the core notes them with it (W11). */
  const crashes: readonly string[] = [
    'broker-1 crashes',
    'producer-1 producer-1>broker-1 #1 ends, by crash',
    'broker-1 broker-1>broker-2 #1 ends, by crash',
    'broker-1 broker-1>broker-3 #1 ends, by crash',
    'broker-2 broker-2>broker-1 #1 ends, by crash',
    'broker-3 broker-3>broker-1 #1 ends, by crash',
  ]
  const elected: readonly Row[] = [
    [9000, 'KR-01, KR-03, LEAD-01, LEAD-04', ['broker-1 is fenced', 'ISR 2, 3', 'broker-2 elected, epoch 1']],
    [9002, 'LEAD-05, LEAD-06', ['broker-2 leads, epoch 1 starts at 2, HW 1', 'broker-3 follows broker-2, epoch 1']],
    [9004, 'LEAD-07, HW-R02', ['broker-2 HW 2', 'broker-2 parks fetch 2 of broker-3']],
    [9504, 'HW-R06', ['broker-2 answers fetch 2 of broker-3: nothing, HW 2']],
    [9506, '', ['broker-3 HW 2']],
    [9508, '', ['broker-2 parks fetch 2 of broker-3']],
  ]
  const back: readonly string[] = [
    'broker-1 is back, log end 3, HW 0',
    'broker-1 follows broker-2, epoch 1',
    'broker-1 broker-1>broker-2 #2 stands',
  ]
  const triedAt = [140, 252, 464, 876, 1688, 2700, 3712, 4724, 5736, 6748, 7760, 8772, 9784]
  const refusedFrom = (from: number, to: number): readonly Row[] =>
    triedAt
      .map((ms): Row => [ms + 12, 'W10, FO-02', ['producer-1 is refused by broker-1']])
      .filter(([ms]) => ms >= from && ms < to)

  describe('acks=all, idempotent', () => {
    const B: readonly Row[] = [
      [16, '', ['producer-1 is handed B', 'producer-1 sends B #1, epoch 0, sequence 1']],
      [20, '', ['producer-1 A acked, offset 0']],
      [22, '', ['broker-1 B at offset 1', ...woken('B', 1, 1)]],
      replicated(24, 'B', 2, 1),
      [26, '', ['broker-1 parks fetch 2 of broker-2', 'broker-1 HW 2', 'broker-1 answers B: offset 1', 'broker-1 parks fetch 2 of broker-3']],
      [28, '', ['producer-1 is handed C', 'producer-1 sends C #1, epoch 0, sequence 2']],
      [32, '', ['producer-1 B acked, offset 1']],
    ]
    const rows: readonly Row[] = [
      ...A,
      ...B,
      [34, 'W6: no fetch woken, no answer', ['broker-1 C at offset 2', ...crashes]],
      [40, 'FO-01', ['producer-1 C NETWORK_EXCEPTION, not before 140']],
      ...refusedFrom(0, 9000),
      ...elected,
      ...refusedFrom(9000, 10_000),
      [9808, 'FO-03', ['producer-1 sends C #2, epoch 0, sequence 2']],
      [9814, 'BLOG-11', ['broker-2 C at offset 2', 'broker-2 answers fetch 2 of broker-3: C, HW 2']],
      [9816, '', ['broker-3 C copied, log end 3']],
      [9818, 'ACK-05', ['broker-2 HW 3', 'broker-2 answers C: offset 2', 'broker-2 parks fetch 3 of broker-3']],
      [9824, 'LEAD-09', ['producer-1 C acked, offset 2']],
      [10318, 'W8', ['broker-2 answers fetch 3 of broker-3: nothing, HW 3']],
      [10320, 'W8', ['broker-3 HW 3']],
      [10322, '', ['broker-2 parks fetch 3 of broker-3']],
      [20034, 'HW-R08, KR-05', back],
      [20036, 'LEAD-07: epoch 0 ends at 2', ['broker-2 answers fetch 3 of broker-1: nothing, HW 3']],
      [20038, 'LEAD-07: never acked', ['broker-1 cuts C, log end 2']],
      [20040, '', ['broker-2 answers fetch 2 of broker-1: C, HW 3']],
      [20042, '', ['broker-1 C copied, log end 3', 'broker-1 HW 3']],
      [20044, 'ISR-R04', ['broker-2 asks for ISR 1, 2, 3', 'broker-2 parks fetch 3 of broker-1']],
      [20046, 'ISR-R05', ['ISR 1, 2, 3']],
    ]
    const trace = labRun({ records: 3 }, [fault])

    test('comes out to the millisecond', () => {
      expect(notesOf(trace)).toEqual(written(rows))
      expect(trace.end.now).toBe(20048)
    })

    test('it connects 13 times in vain', () => {
      expect(trace.steps.filter((s) => s.name?.startsWith('poll producer-1')).map((s) => s.at)).toEqual(triedAt)
    })

    test('3 sent, 3 acked, 3 in the log', () => {
      expect(leaderLog(trace)).toEqual(['A', 'B', 'C'])
      expect(verdict(trace)).toMatchObject({ outcome: 'settled', lost: [], missing: [], broken: [] })
    })
  })

  test('acks=1: C is acked, then lost with the leader', () => {
    const trace = labRun({ records: 3, producer: { acks: '1' } }, [fault])
    const rows: readonly Row[] = [
      [34, 'ACK-04, W6', ['broker-1 C at offset 2', 'broker-1 answers C: offset 2', ...crashes]],
      [40, 'W10, W11', ['producer-1 C acked, offset 2']],
      ...elected,
      [20034, '', back],
      [20036, '', ['broker-2 answers fetch 3 of broker-1: nothing, HW 2']],
      [20038, 'LEAD-07', ['broker-1 cuts C, log end 2']],
      [20040, '', ['broker-2 asks for ISR 1, 2, 3', 'broker-2 parks fetch 2 of broker-1']],
      [20042, '', ['ISR 1, 2, 3']],
    ]
    const fromTheCrash = notesOf(trace).filter((line) => Number(line.split(' ')[0]) >= 34)
    expect(fromTheCrash).toEqual(written(rows))
    expect(all(trace, 'batch-acked').map((e) => `${e.at} ${e.records[0]?.record}`)).toEqual(['16 A', '28 B', '40 C'])
    expect(trace.end.now).toBe(20044)
    expect(leaderLog(trace)).toEqual(['A', 'B'])
    expect(verdict(trace)).toMatchObject({ lost: ['C'], broken: ['acked-is-in-the-log'] })
  })
})

describe('run e: acks=0, the connection breaks with C in the air', () => {
  const sends = (record: string): readonly string[] => [
    `producer-1 sends ${record} #1`,
    `producer-1 ${record} counts as success, offset -1`,
  ]
  const parks = (from: number, highWatermark: number): readonly string[] => [
    `broker-1 parks fetch ${from} of broker-2`,
    `broker-1 HW ${highWatermark}`,
    `broker-1 parks fetch ${from} of broker-3`,
  ]
  const rows: readonly Row[] = [
    [4, 'ACK-01, CFG-R03', ['producer-1 is handed A', ...sends('A')]],
    [10, '', ['broker-1 A at offset 0', ...woken('A', 0, 0)]],
    replicated(12, 'A', 1, null),
    [14, '', parks(1, 1)],
    [16, '', ['producer-1 is handed B', ...sends('B')]],
    [22, '', ['broker-1 B at offset 1', ...woken('B', 1, 1)]],
    replicated(24, 'B', 2, 1),
    [26, '', parks(2, 2)],
    [28, '', ['producer-1 is handed C', ...sends('C')]],
    [
      34,
      'W11',
      ['producer-1 Produce[C] producer-1>broker-1 #1 lost', 'producer-1 producer-1>broker-1 #1 ends, by fault'],
    ],
    [40, 'W10', ['producer-1 is handed D']],
    [52, 'W10', ['producer-1 is handed E']],
    [84, 'W10: connects', []],
    [96, 'W9', ['producer-1 producer-1>broker-1 #2 stands', ...sends('D'), ...sends('E')]],
    [
      102,
      'W4: the wake of E finds nobody parked',
      ['broker-1 D at offset 2', ...woken('D', 2, 2), 'broker-1 E at offset 3'],
    ],
    replicated(104, 'D', 3, 2),
    [
      106,
      'W7',
      [
        'broker-1 answers fetch 3 of broker-2: E, HW 2',
        'broker-1 HW 3',
        'broker-1 answers fetch 3 of broker-3: E, HW 2',
      ],
    ],
    replicated(108, 'E', 4, null),
    [110, 'ACK-02', parks(4, 4)],
  ]
  const trace = labRun({ records: 5, producer: { acks: '0' } }, [breaks(request('C'))])

  test('comes out to the millisecond', () => {
    expect(notesOf(trace)).toEqual(written(rows))
    expect(trace.end.now).toBe(110)
  })

  test('5 sent, 5 believed, 4 in the log, 0 errors', () => {
    expect(leaderLog(trace)).toEqual(['A', 'B', 'D', 'E'])
    expect(all(trace, 'batch-counted-as-sent')).toHaveLength(5)
    expect(all(trace, 'batch-failed')).toEqual([])
    expect(verdict(trace)).toMatchObject({ missing: ['C'], lost: [] })
  })

  test('it connects at 84, when the back-off is over', () => {
    expect(trace.steps.filter((s) => s.name === 'poll producer-1').map((s) => s.at)).toEqual([84])
  })
})
