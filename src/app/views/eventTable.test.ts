import { describe, expect, it } from 'vitest'
import { stories } from '../../stories/index.ts'
import { explainInOneLine, isDone, narrate, timeline, toldInOrder } from '../../timeline/index.ts'
import { run } from '../doors.ts'
import { ackOfC, lostAck, testLab } from '../lab.testing.ts'
import {
  type EventTable,
  eventTable,
  type RowFilter,
  rowAt,
  rowChoices,
  rowFault,
  rowsShown,
  rowText,
} from './eventTable.ts'
import { transcriptLines } from './transcript.ts'

const all: RowFilter = { actor: null, record: null, quiet: false }
const texts = (table: EventTable, filter: RowFilter): readonly string[] =>
  rowsShown(table, filter, null).map((row) => rowText(table, row).text)

const runB = () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 4, awaitEach: true })
  lab.actions.addFault(lostAck)
  return { lab, table: lab.select.events(lab.state()) }
}

describe('run b as a table', () => {
  const { lab, table } = runB()

  it('tells who did what with which record, and which fault strikes there', () => {
    const row = rowsShown(table, all, null).find((one) => one.timed.event.kind === 'message-lost')
    if (row === undefined) throw new Error('the loss has no row')
    expect(rowText(table, row)).toEqual({
      when: '52 ms',
      actor: 'Broker 1',
      text: 'The answer to C is lost. Nothing more gets through from broker 1 on this connection. The producer cannot know whether C is stored.',
      records: 'C',
    })
    expect(rowFault(table, row, null)).toBe('Lost in silence')
    expect(rowFault(table, row, { at: 51, tie: 0 })).toBeNull()
    expect(row.target).toEqual({ kind: 'message', name: ackOfC })
  })

  it('leaves out metadata and empty fetches until they are asked for', () => {
    const quiet = { ...all, quiet: true }
    expect(texts(table, all).some((text) => text.includes('metadata') || text.includes('nothing new'))).toBe(false)
    expect(texts(table, quiet).length).toBe(table.rows.length)
    expect(texts(table, quiet).length).toBeGreaterThan(2 * texts(table, all).length)
  })

  it('is narrowed to a record and to an actor', () => {
    const rows = rowsShown(table, { ...all, record: 'B', actor: 'broker-1' }, null)
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.every((row) => row.actor === 'broker-1' && row.records.includes('B'))).toBe(true)
    const { records, actors } = rowChoices(table, null)
    expect(records).toEqual(['A', 'B', 'C', 'D'])
    expect(actors.map(({ name }) => name)).toEqual(['Broker 1', 'Broker 2', 'Broker 3', 'The producer'])
  })

  it('marks the last row that has happened', () => {
    const rows = rowsShown(table, all, null)
    expect(rowAt(rows, { at: 0, tie: 0 })).toBe(-1)
    const cursor = { at: 42, tie: 1 }
    const found = rowAt(rows, cursor)
    expect(rows.slice(0, found + 1).every((row) => isDone(row.moment, cursor))).toBe(true)
    expect(rows.slice(found + 1).some((row) => isDone(row.moment, cursor))).toBe(false)
    expect(rowAt(rows, lab.select.timeline(lab.state()).end)).toBe(rows.length - 1)
  })

  it('hides what lies ahead when the future is hidden', () => {
    const cursor = { at: 60, tie: 0 }
    const shown = rowsShown(table, all, cursor)
    expect(shown.every((row) => isDone(row.moment, cursor))).toBe(true)
    expect(shown.length).toBeLessThan(rowsShown(table, all, null).length)
  })

  it('a fault chosen in a row strikes what the row is about', () => {
    const one = testLab()
    const shown = one.select.events(one.state())
    const row = rowsShown(shown, { ...all, record: 'B' }, null).find(
      ({ timed: { event } }) => event.kind === 'batch-sent',
    )
    one.actions.strike('break', row?.target ?? null)
    expect(one.state().plan).toMatchObject([{ kind: 'break', aim: { before: 'Produce[B] producer-1>broker-1 #1' } }])
  })

  it('a row about an actor aims right behind its event', () => {
    const row = rowsShown(table, all, null).find(({ timed: { event } }) => event.kind === 'batch-appended')
    expect(row?.target).toMatchObject({ kind: 'node', node: 'broker-1', at: 10, before: 'wake[A] broker-1' })
  })
})

describe.each(stories.map(({ id, setup, plan }) => [id, timeline(run(setup, plan))] as const))('%s', (_, drawn) => {
  const table = eventTable(drawn)
  const shown = rowsShown(table, all, null)

  it('has a row for each telling event, or one for what tells it', () => {
    const told = new Set(shown.map((row) => row.timed))
    const steps = new Set(shown.map((row) => row.timed.step))
    const missing = drawn.telling.filter((timed) => !told.has(timed))
    expect(missing.filter(({ step }) => !steps.has(step))).toEqual([])
    const kinds = new Set(missing.map(({ event }) => event.kind))
    expect([...kinds].filter((kind) => !['message-sent', 'message-landed', 'fault-struck'].includes(kind))).toEqual([])
    expect(shown.every((row) => drawn.telling.includes(row.timed))).toBe(true)
  })

  it('says in each row what `explain` says, in order of time', () => {
    for (const row of shown) expect(rowText(table, row).text).toBe(explainInOneLine(drawn.trace, row.timed))
    for (const [index, row] of shown.entries())
      expect(index === 0 || isDone(shown[index - 1]?.moment ?? row.moment, row.moment)).toBe(true)
  })

  it('a card says what its row says, and the transcript what the cards say', () => {
    const rows = new Map(shown.map((row) => [row.timed, rowText(table, row).text]))
    const lines = transcriptLines(drawn, null)
    const told = toldInOrder(drawn)
    expect(lines).toHaveLength(told.length)
    for (const [index, timed] of told.entries()) {
      const card = narrate(drawn, timed.moment)
      expect(card?.timed).toBe(timed)
      const said = [card?.head, card?.body].filter(Boolean).join(' ')
      expect(rows.get(timed) ?? said).toBe(said)
      expect(lines[index]?.text).toBe([said, card?.quote].filter(Boolean).join(' '))
    }
  })
})

/** Some of many, evenly: each of them costs a look at the whole run. */
const someOf = <T>(all: readonly T[], most: number): readonly T[] => {
  const every = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, index) => index % every === 0)
}

it.each(stories.map(({ id, setup, plan }) => [id, setup, plan] as const))(
  'in %s live region and inspector say what the rows say',
  (_, setup, plan) => {
    const lab = testLab()
    lab.store.setState({ setup, plan })
    const table = lab.select.events(lab.state())
    const said = new Set(table.rows.map((row) => rowText(table, row).text))
    const told = someOf(toldInOrder(table.timeline), 10)
    for (const timed of told) {
      lab.actions.seek(timed.moment)
      expect(lab.select.spoken(lab.state()).startsWith(explainInOneLine(table.timeline.trace, timed))).toBe(true)
    }
    lab.actions.toEnd()
    const nodes = table.timeline.lanes.lanes.map(({ node }) => ({ kind: 'node', node, at: 0 }) as const)
    const cells = someOf(table.timeline.strips.cells, 4)
    for (const target of [
      ...someOf(table.timeline.messages, 10).map(({ name }) => ({ kind: 'message', name }) as const),
      ...nodes,
      ...cells.map(({ id, message }) => ({ kind: 'message', name: message, cell: id }) as const),
    ]) {
      lab.actions.select(target)
      const inspected = lab.select.inspector(lab.state())
      expect(inspected).not.toBeNull()
      for (const { text } of [
        ...(inspected?.did ? [inspected.did] : []),
        ...(inspected?.causes ?? []),
        ...(inspected?.consequences ?? []),
      ])
        expect(said).toContain(text)
    }
  },
)

it('what is heard at a step is what its row and its card say', () => {
  const { lab, table } = runB()
  for (const timed of toldInOrder(lab.select.timeline(lab.state()))) {
    lab.actions.seek(timed.moment)
    const row = table.rows.find((one) => one.timed === timed)
    expect(row && lab.select.spoken(lab.state()).startsWith(rowText(table, row).text)).toBe(true)
  }
})

it('the transcript is a text with a title, times, how the run ends, and its link', () => {
  const { lab } = runB()
  const text = lab.select.transcript(lab.state(), 'https://lab.example/#/lab')
  expect(text.split('\n')[0]).toBe('Delivery Lab: A lost answer, in silence')
  expect(text).toContain('\n30.155 s    C is already at offset 2.')
  expect(text).toContain('\nThe run ends exactly once: ')
  expect(text.trimEnd().endsWith('https://lab.example/#/lab')).toBe(true)
  lab.actions.setFuture('hidden')
  lab.actions.seekTime(60)
  const blind = lab.select.transcript(lab.state(), '')
  expect(blind).not.toContain('30.')
  expect(blind).toContain('What lies ahead is hidden.')
})
