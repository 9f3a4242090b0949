import { describe, expect, test } from 'vitest'
import { type LabOptions, labSetup } from '../labSetup.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import { run as runOf } from '../run.ts'
import { all, breaks, crash, crashBroker, labRun, silent } from '../runs.testing.ts'

const commitOf = (records: string, ordinal = 1): string => `OffsetCommit[${records}] consumer-1>broker-3 #${ordinal}`
const answerTo = (records: string, ordinal = 1): string => `OffsetCommitResponse[${records}] broker-3>consumer-1 #${ordinal}`

const committed = (trace: KafkaTrace) => all(trace, 'offsets-committed').map((e) => [e.at, e.offset])
const effects = (trace: KafkaTrace) => all(trace, 'effect-happened').map((e) => e.record)
const delivered = (trace: KafkaTrace) => all(trace, 'record-delivered').map((e) => [e.at, e.record])
const order = (trace: KafkaTrace, ...kinds: readonly string[]) => trace.steps.flatMap((s) => s.events.filter((e) => kinds.includes(e.kind)).map((e) => e.kind))

const oneRecord = (options: LabOptions) => ({ records: 1, reader: 'card' as const, ...options })

describe('CGR-02: the reader’s code says when it is done', () => {
  test('before: nothing is called for until the coordinator has answered', () => {
    const trace = labRun(oneRecord({ commit: 'before' }))
    expect(order(trace, 'commit-sent', 'offset-stored', 'offsets-committed', 'effect-called')).toEqual(['commit-sent', 'offset-stored', 'offsets-committed', 'effect-called'])
    // Delivered at 20; 6 ms there, 2 and 2 to be replicated, 6 back.
    expect(committed(trace)).toEqual([[36, 1]])
  })

  test('after: the next poll waits for the answer', () => {
    const trace = labRun({ records: 2, reader: 'card', commit: 'after' })
    expect(delivered(trace)).toEqual([[20, 'A'], [49, 'B']])
    expect(committed(trace)).toEqual([[49, 1], [78, 2]])
  })

  test('one commit for everything a poll handed over', () => {
    const trace = labRun({ records: 3, everyMs: 0, reader: 'card', commit: 'after' })
    expect(all(trace, 'commit-sent').map((e) => e.offsets[0]?.offset)).toEqual([1, 3])
    expect(labRun({ records: 3, everyMs: 0, reader: 'card', commit: 'after', consumer: { 'max.poll.records': '1' } }).steps.flatMap((s) => s.events.filter((e) => e.kind === 'commit-sent'))).toHaveLength(3)
  })

  test('one offset for each partition, behind its last record (CGR-01)', () => {
    const trace = labRun({ records: 4, everyMs: 0, partitions: 2, reader: null, commit: 'after' })
    const last = new Map(all(trace, 'offsets-committed').map((e) => [e.partition, e.offset]))
    expect([...last]).toEqual(expect.arrayContaining([['orders-0', 2], ['orders-1', 2]]))
  })

  test('without a group the commit throws, and the loop ends', () => {
    const setup = labSetup(oneRecord({}))
    const reader = setup.clients['consumer-1']
    if (reader?.kind !== 'consumer') throw new Error('the Lab has a reader')
    const trace = runOf({ ...setup, clients: { ...setup.clients, 'consumer-1': { ...reader, commit: 'before' } } }, [])
    expect(all(trace, 'reader-failed').map((e) => e.exception)).toEqual(['InvalidGroupIdException'])
    expect([effects(trace), trace.outcome]).toEqual([[], 'settled'])
  })
})

describe('a commit that is not answered', () => {
  test('its answer is lost: it is committed again after retry.backoff.ms, stored twice, and nothing comes again', () => {
    const trace = labRun({ records: 2, reader: 'card', commit: 'after' }, [breaks(answerTo('A'))])
    expect(all(trace, 'commit-failed').map((e) => [e.at, e.error, e.retried])).toEqual([[49, 'NETWORK_EXCEPTION', true]])
    // 100 ms later it is sent again, behind a look-up and a new connection.
    expect(all(trace, 'commit-sent').map((e) => [e.at, e.attempt])).toEqual([[33, 1], [173, 2], [202, 1]])
    expect(all(trace, 'offset-stored').map((e) => e.offset)).toEqual([1, 1, 2])
    expect(effects(trace)).toEqual(['A', 'B'])
  })

  test('a silent connection is given up after request.timeout.ms', () => {
    const trace = labRun(oneRecord({ commit: 'after', consumer: { 'request.timeout.ms': '1000' } }), [silent(commitOf('A'))])
    expect(all(trace, 'commit-failed').map((e) => [e.at, e.error])).toEqual([[1_034, 'REQUEST_TIMED_OUT']])
    expect(all(trace, 'offset-stored').map((e) => e.offset)).toEqual([1])
  })

  test('for default.api.timeout.ms: the call throws TimeoutException, and nothing is read any more', () => {
    const trace = labRun({ records: 2, reader: 'card', brokers: 1, commit: 'before', topic: { 'min.insync.replicas': '1' }, consumer: { 'default.api.timeout.ms': '5000' } }, [
      crashBroker('broker-1', 'OffsetCommit[A] consumer-1>broker-1 #1', { down: null }),
    ])
    expect(all(trace, 'reader-failed').map((e) => [e.at, e.exception])).toEqual([[5_016, 'TimeoutException']])
    expect(effects(trace)).toEqual([])
    expect(delivered(trace).map(([, record]) => record)).toEqual(['A'])
  })

  test('goes through once the coordinator is elsewhere', () => {
    const trace = labRun(oneRecord({ commit: 'after' }), [crashBroker('broker-3', commitOf('A'))])
    expect(all(trace, 'offset-stored').map((e) => e.node)).toEqual(['broker-1'])
    expect(committed(trace)).toHaveLength(1)
  })
})

describe('CGR-03: auto-commit', () => {
  const auto = (options: LabOptions, interval = '5000') => ({ reader: 'card' as const, commit: 'auto' as const, ...options, consumer: { 'auto.commit.interval.ms': interval, ...options.consumer } })

  test('an idle poll commits when the interval is over, and then nothing more is left to do', () => {
    const trace = labRun(auto({ records: 2 }))
    expect(all(trace, 'commit-sent').map((e) => [e.at, e.offsets[0]?.offset, e.because])).toEqual([[5_000, 2, 'auto']])
    expect(trace.outcome).toBe('settled')
  })

  test('commits what earlier polls handed over, never what this one is about to', () => {
    const trace = labRun(auto({ records: 3 }, '0'))
    // B is handed over at 33, in the poll that commits A. At 46 that is not answered yet, so B and C are committed together.
    expect(all(trace, 'commit-sent').map((e) => [e.at, e.offsets[0]?.offset])).toEqual([[33, 1], [59, 3]])
    expect(delivered(trace).map(([at]) => at)).toEqual([20, 33, 46])
  })

  test('never in the middle of the work, however long that takes', () => {
    const trace = labRun(auto({ records: 1, consumer: { 'auto.commit.interval.ms': '5' } }))
    // Due at 5; the record came at 20 and was done with at 33.
    expect(all(trace, 'commit-sent').map((e) => e.at)).toEqual([33])
  })

  test('nobody waits for the answer', () => {
    const trace = labRun(auto({ records: 3 }, '0'), [silent(commitOf('A'))])
    expect(effects(trace)).toEqual(['A', 'B', 'C'])
    expect(all(trace, 'effect-confirmed').at(-1)?.at).toBe(59)
  })

  test('one that failed is left to a later poll, which commits what is reached by then', () => {
    const trace = labRun(auto({ records: 2 }), [breaks(answerTo('A,B'))])
    expect(all(trace, 'commit-failed').map((e) => [e.at, e.retried])).toEqual([[5_016, false]])
    expect(all(trace, 'commit-sent').map((e) => e.attempt)).toEqual([1, 1])
    expect(committed(trace).map(([, offset]) => offset)).toEqual([2])
  })

  test('a quiet group commits nothing and keeps no run alive', () => {
    const trace = labRun(auto({ records: 0 }))
    expect([trace.outcome, trace.end.now < 5_000]).toEqual(['settled', true])
  })

  test('goes by rounds while nothing comes: a record at 7 s is committed at 10 s', () => {
    const { setup } = labRun(auto({ records: 1 }))
    const late = { ...setup, workload: { ...setup.workload, startMs: 7_000 } }
    expect(all(runOf(late, []), 'commit-sent').map((e) => e.at)).toEqual([10_000])
  })
})

describe('code that commits while Kafka commits as well', () => {
  test('leaves nothing for a poll to commit, so no commit ever waits for another', () => {
    const both = { 'enable.auto.commit': 'true', 'auto.commit.interval.ms': '0', 'max.poll.records': '1' }
    for (const commit of ['before', 'after'] as const) {
      const trace = labRun({ records: 3, reader: 'card', commit, consumer: both }, [breaks(answerTo('A'))])
      expect([...new Set(all(trace, 'commit-sent').map((e) => e.because))]).toEqual([commit])
      expect(effects(trace)).toEqual(['A', 'B', 'C'])
    }
  })
})

describe('CGR-06: a restart', () => {
  test('asks who coordinates, then what is committed, then reads from there', () => {
    const trace = labRun({ records: 2, reader: 'card', commit: 'after' }, [crash('consumer-1', answerTo('A'))])
    const asked = trace.steps.flatMap((s) => s.events.flatMap((e) => (e.kind === 'message-sent' && e.message.from === 'consumer-1' && s.at > 1_000 ? [e.message.body.api] : [])))
    expect(asked.slice(0, 3)).toEqual(['FindCoordinator', 'OffsetFetch', 'Fetch'])
    expect(all(trace, 'position-found').map((e) => [e.offset, e.because])).toEqual([[1, 'committed']])
    expect(effects(trace)).toEqual(['A', 'B'])
  })

  test('before anything was committed begins at 0, where a group of the Lab stands', () => {
    const trace = labRun(oneRecord({ commit: 'after', consumer: { 'auto.offset.reset': 'none' } }), [crash('consumer-1', 'CallReply[A] card-1>consumer-1 #1')])
    expect(all(trace, 'position-found').map((e) => e.offset)).toEqual([0])
    expect(effects(trace)).toEqual(['A', 'A'])
  })
})

test('isolation.level=read_committed asks for it in every fetch, and reads the same while nothing is transactional', () => {
  const told = (isolation: string) => {
    const trace = labRun({ records: 3, reader: 'card', commit: 'after', consumer: { 'isolation.level': isolation } })
    const asked = trace.steps.flatMap((s) => s.events.flatMap((e) => (e.kind === 'message-sent' && e.message.from === 'consumer-1' && e.message.body.api === 'Fetch' ? [e.message.body.isolation] : [])))
    return { asked: [...new Set(asked)], events: trace.steps.flatMap((s) => s.events.filter((e) => e.kind !== 'message-sent').map((e) => JSON.stringify([s.at, e]))) }
  }
  const [committedOnly, everything] = [told('read_committed'), told('read_uncommitted')]
  expect([committedOnly.asked, everything.asked]).toEqual([['read_committed'], [undefined]])
  expect(committedOnly.events).toEqual(everything.events)
})
