import { describe, expect, test } from 'vitest'
import { explore } from '../../core/explore.ts'
import type { Fault, Plan } from '../../core/plan.ts'
import { eventsOf } from '../../core/run.ts'
import { type LabOptions, labSetup } from '../labSetup.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import { run } from '../run.ts'
import { all, crash, crashBroker, written } from '../runs.testing.ts'
import { play } from '../system.ts'
import { verdict } from './verdict.ts'

/*
 * Two records and a reader that crashes. CGR-02: what a commit before and a commit after the work are worth; CGR-04: what
 * an automatic one is. A list that changes is not wrong by itself: find out why, then write it down.
 */
interface Seen {
  readonly plan: string
  readonly missing: readonly string[]
  /** Records with more than one effect. */
  readonly repeated: readonly string[]
}

const seenIn = (plan: Plan, trace: KafkaTrace): Seen => {
  const text = plan.map(written).join(', ')
  expect(trace.outcome, text).toBe('settled')
  expect(beganBelowTold(trace), text).toEqual([])
  const { missing, fates } = verdict(trace)
  return { plan: text, missing, repeated: Object.entries(fates).flatMap(([record, fate]) => (fate.effects > 1 ? [record] : [])) }
}

/** Restarts that begin below what the reader had been told is committed. There must not be any, whoever died. */
const beganBelowTold = (trace: KafkaTrace): readonly string[] => {
  let told = 0
  return eventsOf(trace).flatMap(({ at, event }) => {
    if (event.kind === 'offsets-committed') told = Math.max(told, event.offset)
    return event.kind === 'position-found' && event.offset < told ? [`${at}: ${event.offset} below ${told}`] : []
  })
}

const setupOf = (options: LabOptions) => labSetup({ records: 2, reader: 'card', ...options })

/** A crash of the reader before each step of the run without faults, also before what lands elsewhere. */
const crashedEverywhere = (options: LabOptions): readonly Seen[] => {
  const setup = setupOf(options)
  const points = [...new Set(run(setup, []).steps.flatMap((s) => s.name ?? []))]
  return points.map((name) => {
    const plan = [crash('consumer-1', name)]
    return seenIn(plan, run(setup, plan))
  })
}

const search = (options: LabOptions, faults: number, kinds: readonly string[], may: (fault: Fault) => boolean): readonly Seen[] =>
  [...explore(play(setupOf(options)), { faults, kinds, may })].map(({ plan, trace }) => seenIn(plan, trace))

const losing = (seen: readonly Seen[]): readonly string[] => seen.flatMap((s) => (s.missing.length > 0 ? [s.plan] : []))
const repeating = (seen: readonly Seen[]): readonly string[] => seen.flatMap((s) => (s.repeated.length > 0 ? [s.plan] : []))

describe('a crash of the reader at every point of the run', () => {
  test('commit before processing is at most once: no effect comes twice, and where the commit is stored and the work not begun a record is skipped', () => {
    const seen = crashedEverywhere({ commit: 'before' })
    expect(seen.length).toBeGreaterThan(30)
    expect(repeating(seen)).toEqual([])
    const lost = losing(seen)
    expect(lost).toContain('crash process[A] consumer-1')
    expect(lost).toContain('crash OffsetCommit[A] consumer-1>broker-3 #1')
    // Once the card service has the call the crash costs nothing.
    expect(lost).not.toContain('crash Call[A] consumer-1>card-1 #1')
    expect(lost).not.toContain('crash CallReply[A] card-1>consumer-1 #1')
  })

  test('commit after processing is at least once: nothing is missing, and where the effect has happened and the commit has not left it comes twice', () => {
    const seen = crashedEverywhere({ commit: 'after' })
    expect(losing(seen)).toEqual([])
    const twice = repeating(seen)
    expect(twice).toContain('crash CallReply[A] card-1>consumer-1 #1')
    // What the reader had sent still lands: the commit counts, though nobody hears of it.
    expect(twice).not.toContain('crash OffsetCommit[A] consumer-1>broker-3 #1')
    expect(twice).not.toContain('crash OffsetCommitResponse[A] broker-3>consumer-1 #1')
  })

  test.each(['5000', '15', '0'])('auto-commit every %s ms is at least once, because records are done with before the next poll (CGR-04)', (interval) => {
    const seen = crashedEverywhere({ commit: 'auto', consumer: { 'auto.commit.interval.ms': interval } })
    expect(losing(seen)).toEqual([])
    expect(repeating(seen).length).toBeGreaterThan(0)
  })

  test('the longer the interval of auto-commit, the more comes again: with one at each poll only the record in hand', () => {
    const most = (interval: string): number => Math.max(...crashedEverywhere({ commit: 'auto', consumer: { 'auto.commit.interval.ms': interval } }).map((s) => s.repeated.length))
    expect([most('5000'), most('0')]).toEqual([2, 1])
  })

  test('without a group everything comes again, wherever it crashes behind an effect', () => {
    const seen = crashedEverywhere({})
    expect(losing(seen)).toEqual([])
    expect(seen.some((s) => s.repeated.length === 2)).toBe(true)
  })
})

describe('a crash of the reader, and a commit or its answer that is lost', () => {
  const may = (fault: Fault): boolean => ('node' in fault ? fault.node === 'consumer-1' : written(fault).includes('OffsetCommit'))
  const lossy = (options: LabOptions) => search({ ...options, consumer: { 'request.timeout.ms': '100' } }, 2, ['crash', 'silent', 'break'], may)

  test('break no promise that held without: before is at most once, after at least once', () => {
    expect(repeating(lossy({ commit: 'before' }))).toEqual([])
    expect(losing(lossy({ commit: 'after' }))).toEqual([])
  })

  test('a lost answer alone is harmless: the commit is stored twice, and nothing comes again', () => {
    const alone = search({ commit: 'after' }, 1, ['silent', 'break'], may)
    expect(alone.length).toBeGreaterThan(8)
    expect([...losing(alone), ...repeating(alone)]).toEqual([])
  })
})

describe('a crash of the coordinator and then of the reader', () => {
  test.each(['before', 'after', 'auto'] as const)('commit %s: what was told committed outlives the coordinator, and the promise holds', (commit) => {
    const setup = setupOf({ commit, consumer: { 'auto.commit.interval.ms': '15' } })
    const points = [...new Set(run(setup, []).steps.flatMap((s) => (s.at >= 14 && s.name ? [s.name] : [])))]
    const seen = points.map((name) => {
      const plan = [crashBroker('broker-3', name), crash('consumer-1', { at: 9_600 })]
      return seenIn(plan, run(setup, plan))
    })
    if (commit === 'before') expect(repeating(seen)).toEqual([])
    else expect(losing(seen)).toEqual([])
  })

  test('it moves to the leader that is elected when the session is over', () => {
    const trace = run(setupOf({ commit: 'after' }), [crashBroker('broker-3', 'OffsetCommit[A] consumer-1>broker-3 #1')])
    expect(all(trace, 'coordinator-took-over').map((e) => [e.node, e.at])).toEqual([['broker-1', 9_002]])
    expect(all(trace, 'offset-stored').map((e) => [e.node, e.offset])).toEqual([['broker-1', 1], ['broker-1', 2]])
    expect(verdict(trace)).toMatchObject({ missing: [], twice: [] })
  })
})
