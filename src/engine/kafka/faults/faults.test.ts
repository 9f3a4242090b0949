import { describe, expect, test } from 'vitest'
import type { Fault } from '../../core/plan.ts'
import type { PendingName } from '../../core/world.ts'
import { labSetup, type LabOptions } from '../labSetup.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import { offersFor } from '../offersFor.ts'
import { run } from '../run.ts'
import { all, answer, breaks, crash, labRun, leaderLog, refused, request, silent } from '../runs.testing.ts'
import { faultKinds, faultRegistry } from './index.ts'

const offered = (trace: KafkaTrace, message: string): readonly string[] =>
  offersFor(trace, { message: message as PendingName }).map((f) => f.kind)
const reasons = (trace: KafkaTrace): readonly string[] =>
  trace.problems.map((p) => (p.problem === 'fault-unused' ? p.reason : p.problem))
const calm = (options: LabOptions = {}): KafkaTrace => labRun({ records: 3, ...options })

describe('where a fault is offered', () => {
  test('on a request with records: everything that can happen to a message, a refusal, and what can happen to the broker it lands at', () => {
    expect(offered(calm(), request('A'))).toEqual(expect.arrayContaining(['silent', 'break', 'refuse', 'crash', 'pause', 'cut-off', 'shutdown']))
  })

  test('on an answer: no refusal, but the crash of the client it lands at', () => {
    expect(offered(calm(), answer('A'))).toEqual(expect.arrayContaining(['silent', 'break', 'crash']))
    expect(offered(calm(), answer('A'))).not.toContain('refuse')
  })

  test('not on messages of replication, only on the brokers they land at', () => {
    expect(offered(calm(), 'Fetch@1 broker-2>broker-1')).toEqual(['crash', 'pause', 'cut-off', 'shutdown'])
  })

  test('on a call to the world outside: that it fails or arrives twice; on its reply: that it is lost; and nothing of this on Kafka’s own messages (NET-01)', () => {
    const trace = calm({ reader: 'card' })
    const messages = (kinds: readonly string[]) => kinds.filter((kind) => faultRegistry[kind as keyof typeof faultRegistry].aim === 'message')
    expect(messages(offered(trace, 'Call[A] consumer-1>card-1 #1'))).toEqual(['call-fails', 'twice'])
    expect(messages(offered(trace, 'CallReply[A] card-1>consumer-1 #1'))).toEqual(['reply-lost'])
    expect(offered(trace, request('A'))).not.toContain('twice')
    const wrong = (['call-fails', 'reply-lost', 'twice'] as const).map((kind) => ({ kind, aim: { before: request('A') as PendingName }, answer: 'error', after: 20 }) as Fault)
    expect(reasons(labRun({ records: 1, reader: 'card' }, wrong))).toEqual(['does-not-fit', 'does-not-fit', 'does-not-fit'])
  })

  test('nowhere for a name that never comes up', () => {
    expect(offered(calm(), request('Z'))).toEqual([])
  })

  test('faults of nodes at any time while the node is up; falling behind is for followers', () => {
    const kinds = (node: string) => offersFor(calm(), { node, aim: { at: 30 } }).map((f) => f.kind)
    expect(kinds('producer-1')).toEqual(['crash', 'pause', 'cut-off'])
    expect(kinds('broker-1')).toEqual(['crash', 'pause', 'cut-off', 'shutdown'])
    expect(kinds('broker-2')).toEqual(['crash', 'pause', 'cut-off', 'falls-behind', 'shutdown'])
    expect(kinds('application-1')).toEqual([])
    const down = run(labSetup({ records: 3 }), [crash('producer-1', { at: 20 })])
    expect(offersFor(down, { node: 'producer-1', aim: { at: 30 } })).toEqual([])
  })

  test('a refusal is offered with the code a broker would really give (recordings A5b, A15)', () => {
    const code = (producer: Record<string, string>): unknown =>
      offersFor(calm({ producer }), { message: request('A') as PendingName }).find((f) => f.kind === 'refuse')
    expect(code({})).toMatchObject({ error: 'NOT_ENOUGH_REPLICAS' })
    expect(code({ acks: '1' })).toMatchObject({ error: 'CORRUPT_MESSAGE' })
  })

  test('each kind of the registry carries its own name', () => {
    expect(faultKinds.map((kind) => faultRegistry[kind].kind)).toEqual([...faultKinds])
  })
})

describe('silent', () => {
  test('loses the message and all behind it in that direction, until a time-out closes the connection (NET-01, TMO-08)', () => {
    const trace = labRun({ records: 3 }, [silent(answer('A'))])
    expect(all(trace, 'message-lost').map((e) => [e.message, e.cause, e.aimedAt])).toEqual([
      [answer('A'), 'silent', true],
      [answer('B'), 'silent', false],
      [answer('C'), 'silent', false],
    ])
    expect(all(trace, 'connection-ended').map((e) => e.by)).toEqual(['client'])
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C'])
  })

  test('leaves the other direction as it is: requests still land', () => {
    const trace = labRun({ records: 3 }, [silent(answer('A'))])
    expect(all(trace, 'batch-appended').map((e) => e.at)).toEqual([10, 22, 34])
  })

  test('of a reader starts its request time-out, and it reads on over a new connection', () => {
    const trace = labRun({ records: 2, reader: 'card' }, [silent('FetchResponse@1 broker-1>consumer-1')])
    expect(trace.outcome).toBe('settled')
    expect(all(trace, 'effect-happened').map((e) => e.record)).toEqual(['A', 'B'])
    expect(all(trace, 'effect-happened')[1]?.at).toBeGreaterThan(30_000)
  })

  test('waits as long as the reader’s own request.timeout.ms says', () => {
    const setup = labSetup({ records: 2, reader: 'card' })
    const reader = { kind: 'consumer' as const, config: { 'request.timeout.ms': '5000' }, effect: 'card' as const }
    const trace = run({ ...setup, clients: { ...setup.clients, 'consumer-1': reader } }, [
      silent('FetchResponse@1 broker-1>consumer-1'),
    ])
    expect(all(trace, 'connection-ended').map((e) => e.at)).toEqual([5_033])
  })
})

describe('late', () => {
  const late = (name: string, by: number): Fault =>
    ({ kind: 'late', aim: { before: name as PendingName }, by }) as Fault

  test('it lands later, and what is behind it in the same direction no earlier (recording A5b)', () => {
    const trace = labRun({ records: 3 }, [late(request('A'), 500)])
    expect(all(trace, 'batch-appended').map((e) => [e.at, e.records[0]?.record])).toEqual([
      [510, 'A'],
      [514, 'B'],
      [518, 'C'],
    ])
  })

  test('it lands even when the client has closed the connection since: a second copy, answered to nobody (recording A17)', () => {
    const trace = labRun({ records: 1, producer: { 'enable.idempotence': 'false' } }, [late(request('A'), 60_000)])
    expect(all(trace, 'batch-appended').map((e) => [e.at, e.baseOffset])).toEqual([
      [30_123, 0],
      [60_010, 1],
    ])
    expect(all(trace, 'produce-answered').map((e) => e.at)).toEqual([30_127])
  })

  test('with idempotence the copy that lands late is recognised (BLOG-03)', () => {
    const trace = labRun({ records: 1 }, [late(request('A'), 60_000)])
    expect(leaderLog(trace)).toEqual(['A'])
    expect(all(trace, 'duplicate-recognised').map((e) => e.at)).toEqual([60_010])
  })
})

describe('break', () => {
  test('loses everything in the air on the connection, and the client knows at once (FO-01)', () => {
    const trace = labRun({ records: 3 }, [breaks(answer('A'))])
    // At 20 ms the answer to A and the request with B are in the air.
    expect(all(trace, 'message-lost').map((e) => e.message)).toEqual(
      expect.arrayContaining([answer('A'), request('B')]),
    )
    expect(all(trace, 'batch-will-be-retried').map((e) => [e.at, e.records[0]?.record, e.because])).toEqual([
      [20, 'A', 'disconnected'],
      [20, 'B', 'disconnected'],
    ])
  })

  test('with nothing unanswered nobody is told anything (run e)', () => {
    const trace = labRun({ records: 3, producer: { acks: '0' } }, [breaks(request('B'))])
    expect(all(trace, 'batch-failed')).toEqual([])
    expect(all(trace, 'batch-will-be-retried')).toEqual([])
    expect(leaderLog(trace)).toEqual(['A', 'C'])
  })
})

describe('refuse', () => {
  test('appends nothing, answers the code, and only once', () => {
    const trace = labRun({ records: 2 }, [refused(request('B'))])
    expect(all(trace, 'batch-refused').map((e) => [e.error, e.byFault])).toEqual([['NOT_ENOUGH_REPLICAS', true]])
    expect(leaderLog(trace)).toEqual(['A', 'B'])
  })

  test('with acks=0 closes the connection instead (ACK-03)', () => {
    const trace = labRun({ records: 2, producer: { acks: '0' } }, [refused(request('B'), 'CORRUPT_MESSAGE')])
    expect(all(trace, 'connection-closed-instead')).toHaveLength(1)
    expect(all(trace, 'produce-answered')).toEqual([])
    expect(leaderLog(trace)).toEqual(['A'])
  })

  test('does not fit an answer, nor a code that is not retriable (RET-02)', () => {
    expect(reasons(labRun({ records: 2 }, [refused(answer('A'))]))).toEqual(['does-not-fit'])
    expect(reasons(labRun({ records: 2 }, [refused(request('A'), 'INVALID_RECORD')]))).toEqual(['malformed'])
  })
})

describe('crash of a client', () => {
  test('what it had sent still lands and is served; what was on its way to it is gone (recording A17)', () => {
    const trace = labRun({ records: 2, everyMs: 2 }, [crash('producer-1', { at: 8 }, null)])
    expect(leaderLog(trace)).toEqual(['A', 'B'])
    expect(all(trace, 'message-sent').filter((e) => e.message.body.api === 'ProduceResponse')).toEqual([])
  })

  test('brings a producer back as a stranger: a new id, numbers from 0, and it says so (PID-03)', () => {
    const trace = labRun({ records: 2, onFailure: 'send-again' }, [crash('producer-1', answer('A'))])
    expect(all(trace, 'node-restarted').map((e) => [e.at, e.node])).toEqual([[1_020, 'producer-1']])
    expect(all(trace, 'producer-id-received').map((e) => e.producerId)).toEqual([8])
    expect(all(trace, 'batch-sent').at(-1)?.stamp).toMatchObject({ producerId: 8, producerEpoch: 0 })
  })

  test('for ever: what the application has waits with it, and the run is over', () => {
    const trace = labRun({ records: 3 }, [crash('producer-1', { at: 6 }, null)])
    expect(trace.outcome).toBe('settled')
    expect(all(trace, 'record-handed-over').map((e) => e.records[0]?.record)).toEqual(['A'])
  })

  test('does not fit a node that is down, or one that is not there', () => {
    expect(reasons(labRun({ records: 2 }, [crash('producer-1', { at: 6 }), crash('producer-1', { at: 10 })]))).toEqual([
      'does-not-fit',
    ])
    expect(reasons(labRun({ records: 2 }, [crash('producer-9', { at: 6 })]))).toEqual(['does-not-fit'])
  })
})

describe('a fault that cannot strike is reported, not ignored', () => {
  test.each<readonly [string, LabOptions, Fault, string]>([
    ['a name that never comes up', {}, silent(request('Z')), 'name-never-came'],
    ['an answer with acks=0', { producer: { acks: '0' } }, silent(answer('A')), 'name-never-came'],
    ['a kind nobody knows', {}, { kind: 'gremlin', aim: { at: 5 } }, 'unknown-kind'],
    ['a message of replication', {}, silent('Fetch@1 broker-2>broker-1'), 'does-not-fit'],
    ['a fault of a message aimed at a time', {}, { kind: 'silent', aim: { at: 5 } }, 'malformed'],
    ['a length that is none', {}, { ...crash('producer-1', { at: 5 }), down: -1 } as Fault, 'malformed'],
  ])('%s', (_what, options, fault, reason) => {
    const trace = labRun({ records: 2, ...options }, [fault])
    expect(reasons(trace)).toEqual([reason])
    expect(trace.unused).toEqual([fault])
  })
})
