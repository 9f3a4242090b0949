import { describe, expect, test } from 'vitest'
import { all, crash, labRun } from '../runs.testing.ts'

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
    const trace = labRun({ records: 1, reader: null, consumer: { 'auto.offset.reset': 'latest' } }, [crash('consumer-1', { at: 1 }, 1)])
    expect(all(trace, 'position-found').map((e) => e.offset)).toEqual([1])
    expect(all(trace, 'record-delivered')).toEqual([])
  })
})
