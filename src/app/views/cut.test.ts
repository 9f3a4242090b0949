import { describe, expect, it } from 'vitest'
import { ackOfC, lostAck, named, testLab } from '../lab.testing.ts'

/** The runs of worked-runs.md, as a person would make them. */
const runB = () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 4, awaitEach: true })
  lab.actions.addFault({ kind: 'silent', aim: { before: ackOfC } })
  return lab
}
const runC = () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 3 })
  lab.actions.addFault({
    kind: 'refuse',
    aim: { before: named('Produce[B] producer-1>broker-1 #1') },
    error: 'NOT_ENOUGH_REPLICAS',
  } as never)
  return lab
}
const runE = () => {
  const lab = testLab()
  lab.actions.openStory('acks-0-loss')
  lab.actions.showAnyway()
  return lab
}
const cutAt = (lab: ReturnType<typeof testLab>, at: number) => {
  lab.actions.seekTime(at)
  return lab.select.crossSection(lab.state())
}

describe('run b at 30.140 s, a lost answer', () => {
  const lab = runB()
  const cut = cutAt(lab, 30_140)

  it('sets the belief beside the truth, and marks the row where they differ', () => {
    expect(
      cut.table.lines.map((line) => [
        line.record,
        line.belief,
        ...line.cells.map((cell) => cell.count),
        line.disagrees,
      ]),
    ).toEqual([
      ['A', 'acked', 1, 1, false],
      ['B', 'acked', 1, 1, false],
      ['C', 'in doubt, try 1', 1, 1, true],
      ['D', 'not sent', 0, 0, false],
    ])
    expect(cut.sum).toBe('C has been stored for 30 seconds. Nothing the producer has seen says so.')
  })

  it('shows every log with the high watermark that replica knows', () => {
    expect(
      cut.strips[0]?.strips.map((strip) => [
        strip.broker,
        strip.leads,
        strip.cells.map((cell) => cell.record).join(''),
        strip.highWatermark,
      ]),
    ).toEqual([
      [1, true, 'ABC', 3],
      [2, false, 'ABC', 3],
      [3, false, 'ABC', 3],
    ])
  })

  it('shows what the leader remembers', () => {
    expect(cut.memory[0]).toMatchObject({
      kind: 'producers',
      broker: 1,
      producers: [
        {
          producerId: 7,
          producerEpoch: 0,
          batches: [0, 1, 2].map((one) => ({ first: one, last: one })),
          expected: 3,
          arriving: [],
          judged: null,
        },
      ],
    })
  })

  it('the counts say what the strip of the mock-up says', () => {
    const { counts, acked, planned } = lab.select.strip(lab.state())
    expect([planned, ...counts.map((count) => count.value), acked.value, acked.trails]).toEqual([4, 3, 3, 3, 2, true])
  })
})

describe('run c at 40 ms, refused once', () => {
  const cut = cutAt(runC(), 40)

  it('is not in doubt: the producer has been told', () => {
    expect(cut.table.lines.map((line) => line.belief)).toEqual(['acked', 'refused, waits', 'refused, waits'])
    expect(cut.table.lines.some((line) => line.disagrees)).toBe(false)
    expect(cut.sum).toBe('B and C are not stored, and the producer has been told so. Nothing is in doubt.')
  })

  it('shows the gap', () => {
    expect(cut.memory[0]).toMatchObject({
      producers: [
        {
          batches: [{ first: 0, last: 0 }],
          expected: 1,
          arriving: [],
          judged: { first: 2, last: 2, verdict: 'gap' },
        },
      ],
    })
  })
})

describe('run e, fire and forget', () => {
  const lab = runE()

  it('shows a 0 only once nothing can still bring the record', () => {
    const zero = (at: number) => cutAt(lab, at).table.lines.find((line) => line.record === 'C')?.cells[0]?.gone
    expect(zero(30)).toBe(false)
    expect(zero(34)).toBe(true)
  })

  it('counts a success too many, and says that C is gone', () => {
    const cut = cutAt(lab, 102)
    expect(cut.sum).toBe('C is gone. The producer counts it as a success, and the log shows no hole.')
    expect(cut.memory[0]?.kind).toBe('nothing-ever')
    const strip = lab.select.strip(lab.state())
    expect([strip.acked.value, strip.acked.tooMany, strip.acked.label]).toEqual([5, 1, 'counted as success'])
    expect(strip.outcome).toEqual({ tone: 'broken', text: '1 missing' })
  })
})

it('two of one: amber, 2, and the sentence says why', () => {
  const lab = testLab()
  lab.actions.choosePreset('at-least-once')
  lab.actions.addFault(lostAck)
  lab.actions.toEnd()
  const { table, sum } = lab.select.crossSection(lab.state())
  const line = table.lines.find((one) => one.record === 'C')
  expect(line).toMatchObject({ disagrees: true })
  expect(line?.cells[0]?.count).toBe(2)
  expect(sum).toMatch(/in the log twice. Without sequence numbers/)
})

describe('several partitions', () => {
  const lab = testLab()
  lab.actions.setPartitions(2)
  lab.actions.toEnd()
  const cut = lab.select.crossSection(lab.state())

  it('shows the logs of each, with its leader', () => {
    expect(
      cut.strips.map(({ partition, leader, strips }) => [
        partition,
        leader,
        strips.find(({ leads }) => leads)?.cells.map(({ record }) => record),
      ]),
    ).toEqual([
      ['orders-0', 1, ['A', 'C', 'E']],
      ['orders-1', 2, ['B', 'D']],
    ])
  })

  it('shows what each leader remembers', () => {
    expect(cut.memory).toMatchObject([
      { partition: 'orders-0', broker: 1, producers: [{ expected: 3 }] },
      { partition: 'orders-1', broker: 2, producers: [{ expected: 2 }] },
    ])
  })
})

it('a batch of several records is remembered by its first and last number', () => {
  const lab = testLab()
  lab.actions.setKey('producer', 'batch.size', null)
  lab.actions.setKey('producer', 'linger.ms', '50')
  lab.actions.toEnd()
  expect(lab.select.crossSection(lab.state()).memory[0]).toMatchObject({
    producers: [{ batches: [{ first: 0, last: 4 }], expected: 5 }],
  })
})

describe('what stands at the leader’s door', () => {
  const producersAt = (lab: ReturnType<typeof testLab>, at: number) => {
    const [memory] = cutAt(lab, at).memory
    return memory?.kind === 'producers' ? memory.producers : []
  }

  it('several batches on their way, in the order in which they left, also while they wait behind another', () => {
    const lab = testLab()
    lab.actions.setWorkload({ records: 3, everyMs: 1 })
    expect(producersAt(lab, 9)).toMatchObject([
      { batches: [], expected: 0, arriving: [0, 1, 2].map((one) => ({ first: one })) },
    ])
    const [seen] = producersAt(lab, 13)
    expect(seen?.arriving.map(({ first }) => first)).toEqual([1, 2])
    expect(seen?.batches.map(({ first }) => first)).toEqual([0])
  })

  it('the second try of C, then what was made of it', () => {
    const lab = runB()
    expect(producersAt(lab, 30_150)).toMatchObject([{ arriving: [{ first: 2, last: 2 }], judged: null }])
    expect(producersAt(lab, 30_155)).toMatchObject([
      { arriving: [], judged: { first: 2, last: 2, verdict: 'seen-before' } },
    ])
    expect(producersAt(lab, 30_168)).toMatchObject([{ judged: { first: 3, verdict: 'in-order' } }])
  })

  it('the first of a new epoch has the number of the very first batch, and is no copy of it', () => {
    const lab = testLab('#/lab?s=delivery-timeout&t=30100.0')
    const seen = { producerEpoch: 0, batches: [{ first: 0 }, { first: 1 }, { first: 2 }] }
    const arriving = [{ first: 0, place: 3 }]
    expect(lab.select.crossSection(lab.state()).memory).toMatchObject([{ producers: [{ ...seen, arriving }] }])
  })

  it('a copy stands under what it is a copy of; behind a gap a place stays free', () => {
    expect(producersAt(runB(), 30_150)).toMatchObject([{ arriving: [{ first: 2, place: 2 }] }])
    expect(producersAt(runB(), 30_155)).toMatchObject([{ judged: { first: 2, place: 2 } }])
    expect(producersAt(runC(), 40)).toMatchObject([{ judged: { first: 2, place: 2, expected: 1 } }])
  })

  it('a producer that was restarted is another one, and stands first once it has written', () => {
    const lab = testLab()
    lab.actions.setWorkload({ records: 4, awaitEach: true })
    lab.actions.addFault({ kind: 'crash', node: 'producer-1', aim: { at: 22 }, down: 1000 } as never)
    lab.actions.toEnd()
    const [memory] = lab.select.crossSection(lab.state()).memory
    expect(memory).toMatchObject({ kind: 'producers', producers: [{ producerId: 8 }, { producerId: 7 }] })
  })
})
