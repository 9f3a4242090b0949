import { isAimedAtTime, type Fault, type Plan } from './plan.ts'
import { step, type Stepped } from './step.ts'
import type { EventOf, Play } from './system.ts'
import type { Choice, Outcome, RunProblem, Step, Trace, UnusedReason } from './trace.ts'
import type { Kinds, World } from './world.ts'

/** A run longer than this, in events or in steps without any, has no end of its own worth waiting for. */
export const MOST_EVENTS = 20_000
/** Under this many steps every world is kept, later every 256th. */
const KEEP_ALL_BELOW = 5_000
const KEEP_EVERY = 256

/** Strikes when its aim is the next to be performed, or before anything due at its time. */
const canStrikeNow = <K extends Kinds>(world: World<K>, fault: Fault): boolean => {
  const next = world.agenda[0]
  if (isAimedAtTime(fault.aim)) return !next || next.at >= fault.aim.at
  return next?.name === fault.aim.before
}

/** Over when only timers that guard an idle wait are left and nobody waits for what is already there. */
const isOver = <K extends Kinds>(play: Play<K>, world: World<K>, faultsLeft: Plan): boolean => {
  const idle = world.agenda.every((p) => p.background)
  if (!idle) return false
  if (faultsLeft.some((f) => isAimedAtTime(f.aim) && f.aim.at >= world.now)) return false
  return world.agenda.length === 0 || !play.system.isBehind(play.setup, world)
}

interface Running<K extends Kinds> {
  world: World<K>
  steps: Step<K>[]
  snapshots: { step: number; world: World<K> }[]
  events: number
  faultsLeft: Fault[]
  misfits: Fault[]
  problems: RunProblem[]
}

const keep = <K extends Kinds>(running: Running<K>, choice: Choice, stepped: Stepped<K>): void => {
  const index = running.steps.length
  if (index < KEEP_ALL_BELOW || index % KEEP_EVERY === 0) running.snapshots.push({ step: index, world: running.world })
  const name = running.world.agenda[0]?.name ?? null
  const isAtTime = choice.do === 'fault' && isAimedAtTime(choice.fault.aim)
  running.steps.push({ at: stepped.world.now, name: isAtTime ? null : name, choice, events: stepped.events })
  running.events += stepped.events.length
  running.world = stepped.world
}

/** The first fault of the plan that can strike now; one that does not fit what it is aimed at is set aside. */
const strikeOne = <K extends Kinds>(play: Play<K>, running: Running<K>): boolean => {
  for (const fault of running.faultsLeft.filter((f) => canStrikeNow(running.world, f))) {
    running.faultsLeft.splice(running.faultsLeft.indexOf(fault), 1)
    const choice: Choice = { do: 'fault', fault }
    const stepped = step(play, running.world, choice)
    if (stepped) {
      keep(running, choice, stepped)
      return true
    }
    running.misfits.push(fault)
  }
  return false
}

/**
 * The whole run: begins, and while the world is not over takes the first fault of the plan that can strike now, else
 * the earliest pending. Faults that never could are returned as `unused`. Never throws: a broken invariant of ours ends
 * the run with a problem, and what happened before stays.
 */
export const run = <K extends Kinds>(play: Play<K>, plan: Plan): Trace<K> => {
  const running: Running<K> = { world: play.system.begin(play.setup), steps: [], snapshots: [], events: 0, faultsLeft: [...plan], misfits: [], problems: [] }
  const outcome = runOn(play, plan, running)
  return finish(play, plan, running, outcome)
}

const runOn = <K extends Kinds>(play: Play<K>, plan: Plan, running: Running<K>): Outcome => {
  const horizon = play.system.horizon(play.setup, plan)
  try {
    while (!isOver(play, running.world, running.faultsLeft)) {
      if (strikeOne(play, running)) continue
      if (Math.max(running.events, running.steps.length) >= MOST_EVENTS) return stop(running, { problem: 'too-many-events', at: running.world.now, loop: loopOf(running.steps) })
      const next = running.world.agenda[0]
      if (!next) return 'settled'
      if (next.at > horizon) return stop(running, { problem: 'horizon-reached', at: horizon })
      const choice: Choice = { do: 'next' }
      const stepped = step(play, running.world, choice)
      if (!stepped) return 'settled'
      keep(running, choice, stepped)
    }
    return 'settled'
  } catch (error) {
    return stop(running, { problem: 'engine-error', at: running.world.now, message: error instanceof Error ? error.message : String(error) })
  }
}

const stop = <K extends Kinds>(running: Running<K>, problem: RunProblem): Outcome => {
  running.problems.push(problem)
  return 'undecided'
}

/** The names, without ordinals, that filled the last hundred steps: the loop a person is told of. */
const loopOf = (steps: readonly Step[]): string[] => [...new Set(steps.slice(-100).map((s) => (s.name ?? '').replace(/ #\d+$/, '')))].filter((n) => n !== '')

const finish = <K extends Kinds>(play: Play<K>, plan: Plan, running: Running<K>, outcome: Outcome): Trace<K> => {
  const why = (fault: Fault): UnusedReason => {
    if (!play.system.faults[fault.kind]) return 'unknown-kind'
    if (running.misfits.includes(fault)) return 'does-not-fit'
    const { aim } = fault
    if (isAimedAtTime(aim)) return 'after-the-end'
    // Its name came up, but the fault before it left nothing of it.
    return running.steps.some((s) => s.name === aim.before) ? 'does-not-fit' : 'name-never-came'
  }
  const unused = plan.filter((f) => running.faultsLeft.includes(f) || running.misfits.includes(f))
  const unusedProblems = unused.map((fault): RunProblem => ({ problem: 'fault-unused', fault, reason: why(fault) }))
  return {
    setup: play.setup,
    plan,
    steps: running.steps,
    snapshots: running.snapshots,
    end: running.world,
    outcome,
    unused,
    problems: [...running.problems, ...unusedProblems],
  }
}

/** Every event of a run with its time, in order. */
export const eventsOf = <K extends Kinds>(trace: Trace<K>): readonly { readonly at: number; readonly event: EventOf<K> }[] =>
  trace.steps.flatMap((s) => s.events.map((event) => ({ at: s.at, event })))
