import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../core/run.ts'
import type { ErrorCode } from '../model/error.ts'
import type { KafkaEvent } from '../model/event.ts'
import { labRun } from '../runs.testing.ts'
import { foldBeliefs, isTold, toldOf } from './belief.ts'

const A = [{ record: 'A', send: 1 }]
const at = { node: 'producer-1', partition: 'orders-0', records: A }
const sent = (attempt = 1): KafkaEvent => ({
  kind: 'batch-sent',
  ...at,
  broker: 'broker-1',
  attempt,
  acks: -1,
  stamp: null,
})
const handed: KafkaEvent = { kind: 'record-handed-over', ...at, application: 'application-1' }
const retriedBy = (error: ErrorCode): Extract<KafkaEvent, { kind: 'batch-will-be-retried' }> => ({
  kind: 'batch-will-be-retried',
  ...at,
  error,
  because: 'refused',
  attempt: 1,
  notBefore: 0,
})
const retried = (because: 'refused' | 'timed-out' | 'disconnected', attempt = 1): KafkaEvent => ({
  ...retriedBy(because === 'refused' ? 'NOT_ENOUGH_REPLICAS' : 'NETWORK_EXCEPTION'),
  because,
  attempt,
})
const failed: Extract<KafkaEvent, { kind: 'batch-failed' }> = {
  kind: 'batch-failed',
  ...at,
  exception: 'TimeoutException',
  text: '',
  everSent: true,
}

describe('belief: what the producer alone can know', () => {
  test.each<readonly [string, readonly KafkaEvent[], object]>([
    ['handed over', [handed], { belief: 'waiting' }],
    ['sent, not answered', [handed, sent()], { belief: 'in doubt', attempt: 1 }],
    ['acked', [handed, sent(), { kind: 'batch-acked', ...at, baseOffset: 0 }], { belief: 'acked' }],
    [
      'counted as sent, with acks=0',
      [handed, sent(), { kind: 'batch-counted-as-sent', ...at }],
      { belief: 'success, no ack' },
    ],
    ['refused', [handed, sent(), retried('refused')], { belief: 'refused, will retry', attempt: 1 }],
    ['timed out', [handed, sent(), retried('timed-out')], { belief: 'in doubt', attempt: 1 }],
    [
      'timed out, then refused: the first try may be stored all the same',
      [handed, sent(), retried('timed-out'), sent(2), retried('refused', 2)],
      { belief: 'in doubt', attempt: 2 },
    ],
    [
      'refused, then given up',
      [handed, sent(), retried('refused'), failed],
      { belief: 'gave up', exception: 'TimeoutException', inDoubt: false },
    ],
    [
      'given up without an answer (MYTH-11)',
      [handed, sent(), failed],
      { belief: 'gave up', exception: 'TimeoutException', inDoubt: true },
    ],
    ['never sent, given up', [handed, failed], { belief: 'gave up', exception: 'TimeoutException', inDoubt: false }],
  ])('%s', (_what, events, belief) => {
    expect(foldBeliefs(events).A).toEqual(belief)
  })

  test.each([
    'REQUEST_TIMED_OUT',
    'NOT_LEADER_OR_FOLLOWER',
    'NETWORK_EXCEPTION',
    'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
  ] as const)('%s is an answer that leaves it open whether the record was stored (MYTH-11, ACK-08)', (error) => {
    const open: KafkaEvent = { ...retriedBy(error), because: 'refused' }
    expect(foldBeliefs([handed, sent(), open]).A).toEqual({ belief: 'in doubt', attempt: 1 })
    expect(foldBeliefs([handed, sent(), open, failed]).A).toMatchObject({ inDoubt: true })
  })

  test('an answer that is final and says no leaves no doubt about its own try', () => {
    const tooLarge: KafkaEvent = { ...failed, exception: 'RecordTooLargeException' }
    expect(foldBeliefs([handed, sent(), tooLarge]).A).toMatchObject({ belief: 'gave up', inDoubt: false })
    expect(foldBeliefs([handed, sent(), retried('timed-out'), sent(2), tooLarge]).A).toMatchObject({ inDoubt: true })
  })

  test('takes nothing from a broker: the append of a record changes no belief', () => {
    const events = eventsOf(labRun({ records: 1 })).map((e) => e.event)
    expect(events.filter(isTold).every((e) => e.node === 'producer-1' || e.node === 'application-1')).toBe(true)
    const untilAppend = events.slice(0, events.findIndex((e) => e.kind === 'batch-appended') + 1)
    expect(foldBeliefs(untilAppend).A).toEqual({ belief: 'in doubt', attempt: 1 })
  })

  test('for the verdict there are three: acked, not written, unknown', () => {
    expect(toldOf({ belief: 'success, no ack' })).toBe('acked')
    expect(toldOf({ belief: 'gave up', exception: 'TimeoutException', inDoubt: false })).toBe('not written')
    expect(toldOf({ belief: 'gave up', exception: 'TimeoutException', inDoubt: true })).toBe('unknown')
    expect(toldOf({ belief: 'refused, will retry', attempt: 1 })).toBe('unknown')
  })
})
