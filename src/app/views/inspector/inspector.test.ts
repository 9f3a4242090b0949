import { describe, expect, it } from 'vitest'
import type { FaultTarget } from '../../../timeline/index.ts'
import { explain } from '../../../timeline/index.ts'
import { inOneLine } from '../../../words/index.ts'
import { ackOfC, named, testLab } from '../../lab.testing.ts'

/** Run b of the worked runs: four records, each waits for its answer, the answer to C is lost. */
const runB = () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 4, awaitEach: true })
  lab.actions.addFault({ kind: 'silent', aim: { before: ackOfC } })
  lab.actions.seekTime(30_150)
  const inspect = (target: FaultTarget) => {
    lab.actions.select(target)
    const found = lab.select.inspector(lab.state())
    if (found === null) throw new Error('nothing is inspected')
    const value = (label: string) => found.facts.find((fact) => fact.label === label)?.value
    return { ...found, value }
  }
  return { lab, inspect }
}
const message = (name: string): FaultTarget => ({ kind: 'message', name: named(name) })
const secondTry = message('Produce[C] producer-1>broker-1 #2')

describe('a message', () => {
  const { lab, inspect } = runB()

  it('says what it is, its way, its times and its numbers', () => {
    lab.actions.seekTime(30_155)
    const found = inspect(secondTry)
    expect(found.title).toBe('The request with C')
    expect(found.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'what it is: Produce request, try 2',
      'way: the producer to broker 1',
      'sent: 30.149 s',
      'arrives: 30.155 s',
      'acks: all',
      'size: 78 bytes',
      'partition: orders-0',
      'producer: PID 7, epoch 0',
      'sequence: 2',
      'connection: producer-1>broker-1 #2',
    ])
  })

  it('says what its receiver did, with the rule, why it was sent and what came of it', () => {
    const found = inspect(secondTry)
    expect(found.did).toEqual({
      when: '30.155 s',
      text: 'C is already at offset 2. Same producer id, same sequence number. Broker 1 keeps one copy and answers again.',
      rule: 'BLOG-03',
    })
    expect(found.causes.map(({ when, text }) => `${when} ${text.split('.')[0]}`)).toEqual([
      '30.037 s 30 seconds without an answer',
    ])
    expect(found.consequences.map(({ when, text }) => `${when} ${text.split('.')[0]}`)).toEqual(['30.161 s C is acked'])
  })

  it('a lost answer leads to the time-out that notices it', () => {
    const found = inspect({ kind: 'message', name: ackOfC })
    expect(found.value('arrives')).toBe('lost at 52 ms')
    expect(found.did?.text).toContain('cannot know whether C is stored')
    expect(found.causes[0]?.text).toContain('All in-sync replicas have everything below offset 3')
    expect(found.consequences.map(({ when }) => when)).toEqual(['30.037 s'])
  })

  it('a link leads right behind its step, and names the message that arrived there', () => {
    const link = inspect(secondTry).consequences[0]
    lab.actions.seek(link?.cursor ?? { at: 0, tie: 0 })
    expect(lab.select.narrator(lab.state())?.head).toBe('C is acked.')
    expect(link?.message).toBe('ProduceResponse[C] broker-1>producer-1 #2')
  })

  it('is copied whole', () => {
    const { json } = inspect(secondTry)
    expect(JSON.parse(json)).toMatchObject({
      message: { body: { api: 'Produce', acks: -1 }, sentAt: 30_149 },
      lands: 30_155,
      rule: 'BLOG-03',
    })
  })

  it('with the future hidden, tells nothing of it', () => {
    lab.actions.setFuture('hidden')
    lab.actions.seekTime(30_150)
    const found = inspect(secondTry)
    expect([found.value('arrives'), found.did, found.consequences]).toEqual(['in the air', null, []])
    lab.actions.seekTime(20)
    lab.actions.select(secondTry)
    expect(lab.select.inspector(lab.state())).toBeNull()
    lab.actions.setFuture('faint')
    expect(inspect(secondTry).causes.every(({ isAhead }) => isAhead)).toBe(true)
    lab.actions.seekTime(30_150)
    expect(inspect(secondTry).did).not.toBeNull()
    expect(inspect(secondTry).causes.map(({ isAhead }) => isAhead)).toEqual([false])
    expect(inspect(secondTry).consequences.map(({ isAhead }) => isAhead)).toEqual([true])
  })
})

describe('an actor', () => {
  const { lab, inspect } = runB()

  it('a leader: what is on its disk, what is in its memory, the last thing it did', () => {
    lab.actions.seekTime(50)
    const found = inspect({ kind: 'node', node: 'broker-1', at: 50 })
    expect([found.title, found.value('now'), found.value('role')]).toEqual(['Broker 1', 'running', 'leader'])
    expect([found.value('on its disk'), found.value('high watermark'), found.value('in sync')]).toEqual([
      'orders-0: 3 records',
      '3',
      'brokers 1, 2 and 3',
    ])
    expect(found.did?.text).toContain('All in-sync replicas')
  })

  it('a broker that is down keeps its disk and has no memory', () => {
    const one = testLab()
    one.actions.addFault({ kind: 'crash', node: 'broker-1', aim: { at: 50 }, down: 20_000, disk: 'kept' } as never)
    one.actions.seekTime(60)
    one.actions.select({ kind: 'node', node: 'broker-1', at: 60 })
    const found = one.select.inspector(one.state())
    const values = found?.facts.map(({ value }) => value)
    expect(values).toContain('down')
    expect(values).toContain('nothing: its process is gone')
    expect(found?.noCause).toBe('A fault that was put here.')
  })

  it('a producer: its id, its next number, what it waits for', () => {
    lab.actions.seekTime(50)
    const found = inspect({ kind: 'node', node: 'producer-1', at: 50 })
    expect([found.value('producer'), found.value('next sequence'), found.value('unanswered')]).toEqual([
      'PID 7, epoch 0',
      'orders-0: 3',
      '1 request',
    ])
  })
})

describe('a cell', () => {
  const { lab, inspect } = runB()
  const cellOf = (node: string, record: string): FaultTarget => {
    const cell = lab.select
      .timeline(lab.state())
      .strips.cells.find((one) => one.node === node && one.records.includes(record))
    if (cell === undefined) throw new Error(`no ${record} on ${node}`)
    return { kind: 'message', name: cell.message, cell: cell.id }
  }

  it('says where it lies, who wrote it and who may read it', () => {
    const found = inspect(cellOf('broker-2', 'C'))
    expect(found.title).toBe('C at 2 on broker 2')
    expect([found.value('state'), found.value('sequence'), found.value('stored')]).toEqual([
      'every in-sync replica has it: it can be read',
      '2',
      '44 ms',
    ])
    expect(found.did?.text).toContain('Broker 2 copies C from the leader')
    expect(found.causes[0]?.text).toContain('Broker 1 stores C at offset 2')
  })

  it('before the high watermark has passed it, it is not readable', () => {
    lab.actions.seekTime(43)
    expect(inspect(cellOf('broker-1', 'C')).value('state')).toContain('not readable yet')
    expect(inspect(cellOf('broker-2', 'C')).value('state')).toBe('not stored yet')
  })
})

it('a fault is what it is aimed at, and nothing is inspected when nothing is selected', () => {
  const { lab, inspect } = runB()
  expect(inspect({ kind: 'fault', index: 0 }).id).toBe(`message ${ackOfC}`)
  lab.actions.select(null)
  expect(lab.select.inspector(lab.state())).toBeNull()
})

it('prints the sentence of `explain`, whatever message is selected', () => {
  const { lab, inspect } = runB()
  const { messages, events, trace } = lab.select.timeline(lab.state())
  const sentences = new Set(events.map((timed) => inOneLine(explain(trace, timed))))
  for (const { name } of messages) {
    const { did, causes, consequences } = inspect({ kind: 'message', name })
    for (const { text } of [...(did ? [did] : []), ...causes, ...consequences]) expect(sentences).toContain(text)
  }
})

describe('a copy picked where it lies in the log', () => {
  it('is the cell that lies there now', () => {
    const { lab } = runB()
    lab.actions.seekTime(50)
    lab.actions.selectCopy({ broker: 2, partition: 'orders-0', offset: 2 })
    expect(lab.select.inspector(lab.state())?.title).toBe('C at 2 on broker 2')
  })

  it('where nothing lies yet, nothing is selected', () => {
    const { lab } = runB()
    lab.actions.seekTime(30)
    lab.actions.select(null)
    lab.actions.selectCopy({ broker: 2, partition: 'orders-0', offset: 2 })
    expect(lab.state().selected).toBeNull()
  })
})
