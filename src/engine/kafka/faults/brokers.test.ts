import { describe, expect, test } from 'vitest'
import type { Fault } from '../../core/plan.ts'
import type { LabOptions } from '../labSetup.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import { worldAt } from '../run.ts'
import { all, crashBroker, labRun, leaderLog } from '../runs.testing.ts'
import { verdict } from '../judge/verdict.ts'

const one = 'broker-1'
const at = (ms: number): Fault['aim'] => ({ at: ms })
const pauses = (node: string, ms: number, length: number): Fault => ({ kind: 'pause', aim: at(ms), node, for: length }) as Fault
const cuts = (node: string, ms: number, length: number, change: object = {}): Fault => ({ kind: 'cut-off', aim: at(ms), node, from: 'everyone', way: 'both', for: length, noticed: 'no', ...change }) as Fault
const stops = (node: string, ms: number, down: number | null): Fault => ({ kind: 'shutdown', aim: at(ms), node, down }) as Fault
const lags = (node: string, ms: number, length: number | null): Fault => ({ kind: 'falls-behind', aim: at(ms), node, for: length }) as Fault

/** `2 epoch 1`: who was elected, in order. */
const elected = (trace: KafkaTrace): readonly string[] => all(trace, 'leader-elected').map((e) => `${e.at} ${e.leader ?? 'nobody'} epoch ${e.leaderEpoch}${e.unclean ? ' unclean' : ''}`)
const isrs = (trace: KafkaTrace): readonly string[] => all(trace, 'isr-changed').map((e) => `${e.at} ${e.isr.join('')}`)
const lab = (options: LabOptions, ...plan: readonly Fault[]): KafkaTrace => labRun({ records: 3, ...options }, plan)

describe('the crash of a broker', () => {
  test('is noticed 9 s behind its last heartbeat: multiples of 2 s (KR-01, KR-03, MYTH-20)', () => {
    const trace = lab({}, crashBroker(one, at(4_700), { down: null }))
    expect(all(trace, 'broker-fenced').map((e) => e.at)).toEqual([13_000])
    expect(elected(trace)).toEqual(['13000 broker-2 epoch 1'])
  })

  test('a broker that is back too soon is refused until its old session ends, and takes no connections (KR-04)', () => {
    const trace = lab({}, crashBroker(one, at(50), { down: 1_000 }))
    expect(all(trace, 'registration-refused').map((e) => e.at)).toEqual([1_050])
    expect(all(trace, 'broker-unfenced').map((e) => e.at)).toEqual([9_000])
    const early = worldAt(trace, trace.steps.findIndex((s) => s.at > 1_050)).nodes[one]
    expect(early).toMatchObject({ up: true, listens: false })
    expect(trace.end.nodes[one]).toMatchObject({ up: true, listens: true })
  })

  test('it begins with the high watermark of its checkpoint, or 0 without one (HW-R08)', () => {
    const back = (ms: number) => all(lab({}, crashBroker(one, at(ms))), 'replica-reloaded').map((e) => [e.logEndOffset, e.highWatermark])
    expect(back(50)).toEqual([[3, 0]])
    expect(back(5_001)).toEqual([[3, 3]])
  })

  test('its producer state is built anew from the log: a retry behind it is still recognised (BLOG-12, BLOG-11)', () => {
    const trace = lab({ records: 1 }, { kind: 'silent', aim: { before: 'ProduceResponse[A] broker-1>producer-1 #1' } } as Fault, crashBroker(one, at(2_000)))
    expect(all(trace, 'duplicate-recognised').map((e) => e.node)).toEqual(['broker-2'])
    expect(leaderLog(trace)).toEqual(['A'])
  })

  test('of a follower: its ISR is left at its fencing, not by its lag, and joined again on its return (KR-03, KR-05, ISR-R04)', () => {
    const trace = lab({}, crashBroker('broker-3', at(60)))
    expect(isrs(trace)).toEqual(['9000 12', '20064 123'])
    expect(elected(trace)).toEqual([])
  })

  test('with its disk comes back empty and copies everything (LEAD-09)', () => {
    const trace = lab({}, crashBroker('broker-3', at(60), { disk: 'lost' }))
    expect(all(trace, 'disk-lost').map((e) => e.node)).toEqual(['broker-3'])
    expect(all(trace, 'batch-replicated').filter((e) => e.node === 'broker-3' && e.at > 60).map((e) => e.records[0]?.record)).toEqual(['A', 'B', 'C'])
  })

  test('of the last replica: with its disk kept it leads again, cleanly, from the ELR; with its disk lost it is the last known leader (ELR-02…04)', () => {
    const alone = { topic: { 'min.insync.replicas': '1' }, isrAtStart: [1] }
    const kept = lab(alone, crashBroker(one, at(5_500)))
    // After a crash it has left the ELR: the controller cannot know what its page cache had.
    expect(elected(kept)).toEqual(['13000 nobody epoch 1', '25500 broker-1 epoch 2 unclean'])
    const stopped = lab(alone, stops(one, 5_500, 20_000))
    expect(elected(stopped).map((e) => e.replace(/^\d+ /, ''))).toEqual(['nobody epoch 1', 'broker-1 epoch 2'])
    const lost = lab(alone, crashBroker(one, at(5_500), { disk: 'lost' }))
    expect(verdict(lost).lost).toEqual(['A', 'B', 'C'])
  })
})

describe('a shutdown in order (KR-02)', () => {
  test('hands over in milliseconds, loses nothing, and comes back', () => {
    const trace = lab({ records: 5 }, stops(one, 30, 20_000))
    expect(elected(trace)).toEqual(['32 broker-2 epoch 1'])
    expect(isrs(trace)[0]).toBe('32 23')
    expect(all(trace, 'broker-fenced')).toEqual([])
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [], twice: [] })
    expect(all(trace, 'broker-stopped')).toMatchObject([{ at: 34, node: one, backAt: 20_034 }])
    expect(isrs(trace).at(-1)).toMatch(/123$/)
  })

  test('a broker that stopped in order is not refused, and remembers only the last batch of each producer (BLOG-12)', () => {
    const trace = lab({}, stops('broker-3', 100, 1_000))
    expect(all(trace, 'registration-refused')).toEqual([])
    expect(all(lab({}, stops('broker-3', 100, null)), 'broker-stopped')).toMatchObject([{ node: 'broker-3', backAt: null }])
    const { nodes } = worldAt(trace, trace.steps.findIndex((s) => s.name?.startsWith('restart broker-3')) + 1)
    const stopped = nodes['broker-3']
    expect(stopped?.kind === 'broker' && stopped.durable.partitions['orders-0']?.producers['7']?.batches.map((b) => b.baseSequence)).toEqual([2])
  })
})

describe('two faults of one broker', () => {
  test('back during a cut from the controller: it registers when the cut is over (KR-04)', () => {
    const trace = lab({}, cuts(one, 25, 30_000), crashBroker(one, at(50), { down: 1_000 }))
    expect(all(trace, 'broker-unfenced').map((e) => e.at)).toEqual([30_025])
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [] })
  })

  test('dead again before it was unfenced: a broker without heartbeats is not (KR-01)', () => {
    const trace = lab({}, pauses(one, 25, 12_000), crashBroker(one, at(12_100), { down: 20_000 }))
    expect(all(trace, 'broker-unfenced').map((e) => e.at)).toEqual([32_100])
  })

  test('dead again while it is refused: its old session ends as it would have (KR-04)', () => {
    const trace = lab({}, crashBroker(one, at(50), { down: 1_000 }), crashBroker(one, at(3_000), { down: 1_000 }))
    expect(all(trace, 'broker-fenced').map((e) => e.at)).toEqual([9_000])
    expect(all(trace, 'broker-unfenced').map((e) => e.at)).toEqual([9_000])
  })

  test('a broker that stands still cannot be shut down in order', () => {
    expect(lab({}, pauses(one, 25, 3_000), stops(one, 30, 1_000)).problems).toMatchObject([{ problem: 'fault-unused', reason: 'does-not-fit' }])
  })
})

describe('a pause', () => {
  test('shorter than the session changes nothing but the time', () => {
    const trace = lab({}, pauses(one, 30, 3_000))
    expect(elected(trace)).toEqual([])
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C'])
    expect(all(trace, 'node-resumed').map((e) => e.at)).toEqual([3_030])
  })

  test('of a leader that is replaced meanwhile: thawed, it acks with acks=1 until it hears, and loses that (LEAD-10, MYTH-25, recording A19)', () => {
    const trace = lab({ records: 2, everyMs: 10, producer: { acks: '1' } }, pauses(one, 9, 12_000))
    expect(elected(trace)).toEqual(['9000 broker-2 epoch 1'])
    const zombie = all(trace, 'batch-appended').filter((e) => e.node === one && e.at >= 12_009)
    expect(zombie.map((e) => e.records[0]?.record)).toEqual(['A', 'B'])
    expect(all(trace, 'log-truncated').find((e) => e.node === one)?.removed.map((b) => b.records[0]?.record)).toEqual(['A', 'B'])
    expect(verdict(trace).lost).toEqual(['A', 'B'])
  })

  test('with acks=all the same leader acks nothing, and the records are there in the end (LEAD-10, ACK-09)', () => {
    const trace = lab({ records: 2, everyMs: 10 }, pauses(one, 9, 12_000))
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [] })
    expect(all(trace, 'batch-acked').every((e) => e.at > 12_009)).toBe(true)
    expect(all(trace, 'produce-answered').filter((e) => e.node === one).map((e) => e.error)).toContain('NOT_LEADER_OR_FOLLOWER')
  })
})

describe('a leader cut off from everyone', () => {
  test('both ways: nothing is acked by it, another one leads, and on its return it cuts what it had alone (LEAD-10)', () => {
    const trace = lab({}, cuts(one, 25, 20_000))
    expect(elected(trace)).toEqual(['9000 broker-2 epoch 1'])
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [], twice: [] })
    expect(isrs(trace).at(-1)).toMatch(/123$/)
  })

  test('from the controller alone: it leads on as a zombie and cannot change its ISR (LEAD-10, ISR-R05)', () => {
    const trace = lab({}, cuts(one, 25, 20_000, { from: 'controller-1' }))
    expect(elected(trace)).toEqual(['9000 broker-2 epoch 1'])
    expect(verdict(trace).lost).toEqual([])
  })

  test('noticed: connections break at once and dialling is refused until it ends', () => {
    const trace = lab({}, cuts(one, 25, 20_000, { noticed: 'yes' }))
    expect(all(trace, 'connection-ended').filter((e) => e.at === 25).length).toBeGreaterThan(0)
    expect(all(trace, 'connection-refused').length).toBeGreaterThan(0)
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [] })
  })

  test('for less than its session: its followers find it again by themselves (HW-R09)', () => {
    const trace = lab({}, cuts(one, 25, 3_000, { noticed: 'yes' }))
    expect(elected(trace)).toEqual([])
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C'])
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [], twice: [] })
  })

  test('outwards only: it hears, but no answer leaves and its session ends', () => {
    expect(elected(lab({}, cuts(one, 25, 20_000, { way: 'out' })))).toEqual(['9000 broker-2 epoch 1'])
  })

  test('inwards only: its session lives, its connections fall silent', () => {
    const trace = lab({}, cuts(one, 25, 20_000, { way: 'in' }))
    expect(elected(trace)).toEqual([])
    expect(verdict(trace)).toMatchObject({ lost: [], missing: [] })
  })
})

describe('a follower that falls behind', () => {
  test('leaves the ISR 30 to 45 s later, at a multiple of 15 s, and the record waits for that (ISR-R01, ISR-R02)', () => {
    const trace = lab({}, lags('broker-3', 20, 60_000))
    expect(isrs(trace)).toEqual(['45002 12', '60028 123'])
    expect(all(trace, 'batch-acked').map((e) => e.records[0]?.record)).toEqual(['A', 'B', 'C'])
  })

  test('for ever never comes back; with two of three behind, acks=all is refused (ACK-05)', () => {
    const trace = lab({ records: 2, everyMs: 70_000 }, lags('broker-2', 1, null), lags('broker-3', 1, null))
    expect(isrs(trace)).toEqual(['45002 1'])
    expect(all(trace, 'batch-refused').map((e) => e.error)).toContain('NOT_ENOUGH_REPLICAS')
  })
})
