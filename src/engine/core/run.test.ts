import { describe, expect, test } from 'vitest'
import type { Fault, Plan } from './plan.ts'
import { eventsOf, MOST_EVENTS, run } from './run.ts'
import { step } from './step.ts'
import type { PendingName } from './world.ts'
import { worldAt } from './worldAt.ts'
import { choices } from './choices.ts'
import { FIRST, generals, type Generals, SECOND } from './twoGenerals.testing.ts'

const lost = (name: string): Fault => ({ kind: 'lost', aim: { before: name as PendingName } })
const attackers = (trace: ReturnType<typeof told>): string[] => eventsOf(trace).flatMap(({ at, event }) => (event.kind === 'attacks' ? [`${at} ${event.node}`] : []))
const told = (setup: Partial<Generals['setup']> = {}, plan: Plan = []) => run(generals(setup), plan)

describe('run', () => {
  test('both generals attack when no messenger is caught', () => {
    const trace = told()
    expect(attackers(trace)).toEqual([`6 ${SECOND}`, `12 ${FIRST}`])
    expect(trace.outcome).toBe('settled')
    expect(trace.problems).toEqual([])
    expect(trace.steps.map((s) => s.name)).toEqual([`again ${FIRST}`, `Attack ${FIRST}>${SECOND} #1`, `Agreed ${SECOND}>${FIRST} #1`])
  })

  test('a fault strikes before the message it names, and only there', () => {
    const trace = told({}, [lost(`Agreed ${SECOND}>${FIRST} #1`)])
    expect(attackers(trace)).toEqual([`6 ${SECOND}`, `112 ${FIRST}`])
    expect(eventsOf(trace).filter((e) => e.event.kind === 'message-lost')).toEqual([
      { at: 12, event: { kind: 'message-lost', message: `Agreed ${SECOND}>${FIRST} #1`, from: SECOND, to: FIRST, connection: null, cause: 'datagram', aimedAt: true } },
    ])
    expect(trace.unused).toEqual([])
  })

  test('what came before a fault is the same with and without it', () => {
    const plan = [lost(`Agreed ${SECOND}>${FIRST} #1`)]
    expect(told({}, plan).steps.slice(0, 2)).toEqual(told().steps.slice(0, 2))
  })

  test('a fault at a time strikes before anything due then, and the run waits for it', () => {
    const system = { ...generals().system, faults: { storm: storm() } }
    const at = (ms: number): Fault => ({ kind: 'storm', aim: { at: ms } })
    const trace = run({ system, setup: generals().setup }, [at(6), at(5_000)])
    expect(trace.steps.map((s) => [s.at, s.choice.do])).toEqual([[0, 'next'], [6, 'fault'], [6, 'next'], [12, 'next'], [5_000, 'fault']])
    expect(trace.steps.map((s) => s.name)[1]).toBeNull()
    expect(trace.end.now).toBe(5_000)
  })

  test('every fault that could not strike is returned with its reason', () => {
    const never = lost(`Attack ${FIRST}>${SECOND} #9`)
    const timer = lost(`again ${FIRST}`)
    const unknown: Fault = { kind: 'plague', aim: { before: `Agreed ${SECOND}>${FIRST} #1` as PendingName } }
    const plan = [never, timer, unknown]
    const trace = told({}, plan)
    expect(trace.unused).toEqual(plan)
    expect(trace.problems).toEqual([
      { problem: 'fault-unused', fault: never, reason: 'name-never-came' },
      { problem: 'fault-unused', fault: timer, reason: 'does-not-fit' },
      { problem: 'fault-unused', fault: unknown, reason: 'unknown-kind' },
    ])
    expect(attackers(trace)).toHaveLength(2)
  })

  test('a fault behind the end of a run that was cut short says so', () => {
    const system = { ...generals().system, faults: { storm: storm() } }
    const late: Fault = { kind: 'storm', aim: { at: 9_000 } }
    const trace = run({ system, setup: generals({ habit: 'fidgets' }).setup }, [late])
    expect(trace.problems).toContainEqual({ problem: 'fault-unused', fault: late, reason: 'after-the-end' })
  })

  test('a fault that was used once is not used again', () => {
    const [one, two] = [lost(`Attack ${FIRST}>${SECOND} #1`), lost(`Attack ${FIRST}>${SECOND} #1`)]
    const trace = told({}, [one, two])
    expect(trace.steps.filter((s) => s.choice.do === 'fault')).toHaveLength(1)
    // The name came up, and nothing of it was left for the second fault.
    expect(trace.problems).toEqual([{ problem: 'fault-unused', fault: two, reason: 'does-not-fit' }])
  })

  test('a run that reaches its horizon is undecided and says where', () => {
    const trace = told({ tries: 1_000, horizon: 250 }, [1, 2, 3].map((n) => lost(`Attack ${FIRST}>${SECOND} #${n}`)))
    expect(trace.outcome).toBe('undecided')
    expect(trace.problems).toEqual([{ problem: 'horizon-reached', at: 250 }])
    expect(trace.end.now).toBeLessThanOrEqual(250)
  })

  test('a loop inside one millisecond ends as one, with the names it is made of', () => {
    const trace = told({ habit: 'fidgets' })
    expect(trace.outcome).toBe('undecided')
    expect(trace.problems).toEqual([{ problem: 'too-many-events', at: 0, loop: [`fidget ${SECOND}`] }])
    expect(trace.steps.length).toBeLessThanOrEqual(MOST_EVENTS)
  })

  test('a timer that only guards an idle wait does not keep a run alive', () => {
    const trace = told({ habit: 'watches' })
    expect(trace.outcome).toBe('settled')
    expect(trace.end.agenda.map((p) => p.name)).toEqual([`watch ${SECOND} #2`])
  })

  test('a broken invariant of ours ends the run and keeps what happened before', () => {
    const trace = told({ habit: 'faints' })
    expect(trace.outcome).toBe('undecided')
    expect(trace.problems).toEqual([{ problem: 'engine-error', at: 0, message: 'invariant: a general never faints' }])
    expect(trace.steps.map((s) => s.name)).toEqual([`again ${FIRST}`])
  })
})

describe('worldAt', () => {
  test('is the world that replaying the choices gives', () => {
    const play = generals({ tries: 3 })
    const trace = run(play, [lost(`Attack ${FIRST}>${SECOND} #1`)])
    let world = play.system.begin(play.setup)
    trace.steps.forEach(({ choice }, i) => {
      expect(worldAt(play, trace, i)).toEqual(world)
      world = step(play, world, choice)!.world
    })
    expect(worldAt(play, trace, trace.steps.length)).toEqual(world)
    expect(worldAt(play, trace, trace.steps.length + 5)).toEqual(world)
  })

  test('finds worlds that were not kept, from the nearest one that was', () => {
    const play = generals({ habit: 'fidgets' })
    const trace = run(play, [])
    expect(trace.snapshots.length).toBeLessThan(trace.steps.length)
    expect(worldAt(play, trace, 7_000).book[`fidget ${SECOND}`]).toBe(6_999)
  })
})

describe('choices', () => {
  test('begin with the next pending, then every fault on offer', () => {
    const play = generals()
    const world = worldAt(play, run(play, []), 1)
    expect(choices(play, world, 'faults')).toEqual([{ do: 'next' }, { do: 'fault', fault: lost(`Attack ${FIRST}>${SECOND} #1`) }])
  })

  test('with everything, any delivery can come out of turn', () => {
    const play = generals({ every: 2 })
    const world = worldAt(play, run(play, []), 3)
    const [first, ...others] = choices(play, world, 'everything')
    expect(first).toEqual({ do: 'next' })
    expect(others.map((c) => (c.do === 'deliver' ? c.name : c.do))).toEqual([`Attack ${FIRST}>${SECOND} #2`, 'fault'])
    expect(step(play, world, others[0]!)?.world.agenda.map((p) => p.name)).not.toContain(`Attack ${FIRST}>${SECOND} #2`)
  })

  test('there are none when nothing is left', () => {
    const play = generals()
    expect(choices(play, run(play, []).end, 'everything')).toEqual([])
  })

  test('a choice that cannot be made is no step', () => {
    const play = generals()
    const { end } = run(play, [])
    expect(step(play, end, { do: 'next' })).toBeNull()
    expect(step(play, end, { do: 'deliver', name: 'nobody' as PendingName })).toBeNull()
    expect(step(play, end, { do: 'fault', fault: lost('nobody') })).toBeNull()
  })
})

function storm() {
  return { kind: 'storm', aim: 'node' as const, params: [], offers: () => [], apply: (_setup: unknown, world: import('./world.ts').World<Generals>) => ({ world, events: [] }) }
}
