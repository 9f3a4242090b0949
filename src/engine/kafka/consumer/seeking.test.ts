import { describe, expect, test } from 'vitest'
import type { PendingName } from '../../core/world.ts'
import { labSetup } from '../labSetup.ts'
import type { Body } from '../model/message.ts'
import { resolvedOf } from '../model/resolved.ts'
import { run, worldAtStart } from '../run.ts'
import { all, crash, labRun } from '../runs.testing.ts'
import { handleConsumer } from './index.ts'
import { strippedConsumer } from './start.ts'

/** Its two records are done with; it crashes while nothing happens, and is back a second later. */
const restarted = (reset: string) => labRun({ records: 2, reader: 'card', consumer: { 'auto.offset.reset': reset } }, [crash('consumer-1', { at: 200 })])

describe('CON-03, CGR-06: without a committed offset auto.offset.reset says where a restart begins', () => {
  test.each([
    ['earliest', 0, ['A', 'B', 'A', 'B']],
    ['latest', 2, ['A', 'B']],
    ['by_duration:PT1H', 0, ['A', 'B', 'A', 'B']],
  ])('%s: at %i', (reset, offset, effects) => {
    const trace = restarted(reset)
    expect(all(trace, 'position-found').map((e) => [e.offset, e.because])).toEqual([[offset, 'reset']])
    expect(all(trace, 'effect-happened').map((e) => e.record)).toEqual(effects)
  })

  test('none: the reader is told', () => {
    const trace = restarted('none')
    expect(all(trace, 'reader-failed').map((e) => e.exception)).toEqual(['NoOffsetForPartitionException'])
    expect([all(trace, 'effect-happened').length, trace.outcome]).toEqual([2, 'settled'])
  })

  test('the leader is asked for it, one round trip before the first fetch', () => {
    const sent = restarted('latest').steps.flatMap((s) => s.events.flatMap((e) => (e.kind === 'message-sent' && s.at > 1_000 && e.message.from === 'consumer-1' ? [`${s.at} ${e.message.name}`] : [])))
    expect(sent).toEqual(['1212 ListOffsets consumer-1>broker-1 #1', '1224 Fetch@2 consumer-1>broker-1 #2'])
  })

  test('a record that is written and not yet readable when a reader starts at the end is read later (CON-06)', () => {
    // B is written at 110 and readable at 114; broker 1 is asked at 112.
    const trace = labRun({ records: 2, everyMs: 100, reader: null, consumer: { 'auto.offset.reset': 'latest' } }, [crash('consumer-1', { at: 93 }, 1)])
    expect(all(trace, 'position-found').map((e) => [e.at, e.offset])).toEqual([[118, 1]])
    expect(all(trace, 'record-delivered').map((e) => e.record)).toEqual(['A', 'B'])
  })
})

test('a reader of a group that is not there at first begins where its group stands', () => {
  const setup = labSetup({ records: 2, reader: 'card', commit: 'after' })
  const reader = setup.clients['consumer-1']
  if (reader?.kind !== 'consumer') throw new Error('the Lab has a reader')
  const trace = run({ ...setup, clients: { ...setup.clients, 'consumer-1': { ...reader, startsAt: 500 } } }, [])
  expect(all(trace, 'position-found').map((e) => [e.at, e.offset, e.because])).toEqual([[536, 0, 'committed']])
  expect(all(trace, 'effect-happened').map((e) => e.record)).toEqual(['A', 'B'])
  expect(all(trace, 'offsets-committed').map((e) => e.offset)).toEqual([2])
})

describe('what a coordinator says to a reader that starts', () => {
  const P = 'orders-0'
  const told = (reset: string, body: Extract<Body, { api: 'OffsetFetchResponse' }>) => {
    const setup = labSetup({ reader: null, commit: 'after', consumer: { 'auto.offset.reset': reset } })
    const [config, node] = [resolvedOf(setup).consumers['consumer-1'], worldAtStart(setup).nodes['consumer-1']]
    if (!config || node?.kind !== 'consumer') throw new Error('the Lab has a reader')
    const cold = strippedConsumer(node)
    const links = { ...cold.volatile.links, 'broker-1': { state: 'connected' as const, connection: 'consumer-1>broker-1 #2', notBefore: 0, failures: 0 } }
    const self = { ...cold, up: true, volatile: { ...cold.volatile, links, keeping: { ...cold.volatile.keeping!, fetched: 'asked' as const } } }
    const message = { name: 'OffsetFetchResponse broker-3>consumer-1 #1' as PendingName, about: [], from: 'broker-3', to: 'consumer-1', connection: 'consumer-1>broker-3 #3', sentAt: 0, body }
    const turn = handleConsumer(self, { kind: 'message', message }, { now: 50, config, effect: null, outside: null, guard: null, processing: 1, commit: 'after' })
    return {
      positions: turn.self.volatile.positions,
      asks: turn.commands.flatMap((c) => (c.do === 'send' ? [c.body.api] : [])),
      notes: turn.commands.flatMap((c) => (c.do === 'note' ? [c.event] : [])),
      fetched: turn.self.volatile.keeping?.fetched,
    }
  }
  const answer = (offset: number): Extract<Body, { api: 'OffsetFetchResponse' }> => ({ api: 'OffsetFetchResponse', error: 'NONE', offsets: [{ partition: P, offset }] })

  test('an offset: it begins there, whatever auto.offset.reset says', () => {
    for (const reset of ['earliest', 'latest', 'none']) expect(told(reset, answer(3))).toMatchObject({ positions: { [P]: 3 }, asks: ['Fetch'], notes: [{ kind: 'position-found', because: 'committed' }] })
  })

  test('none: auto.offset.reset decides, by a question to the leader or with an exception', () => {
    expect(told('latest', answer(-1))).toMatchObject({ positions: {}, asks: ['ListOffsets'], notes: [] })
    expect(told('none', answer(-1))).toMatchObject({ positions: {}, asks: [], notes: [{ kind: 'reader-failed', exception: 'NoOffsetForPartitionException' }] })
  })

  test('that it does not coordinate: it is looked up and asked again', () => {
    expect(told('earliest', { api: 'OffsetFetchResponse', error: 'NOT_COORDINATOR', offsets: [] })).toMatchObject({ positions: {}, fetched: 'wanted', notes: [] })
  })
})
