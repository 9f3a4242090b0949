import { eventsOf, run, type Act, type Fault, type KafkaTrace, type Millis } from '../../engine/index.ts'
import { actOnNode, asFault, heldFollowers, type NodeFault } from './nodeFaults.ts'
import { planOf, strikes, type Installed } from './place.ts'
import { conditionAt, toldAt } from './reached.ts'
import type { Recording, RecordedStep } from './recording.ts'
import { setupOf } from './setup.ts'

/** A recording carried out by the engine, with the times its steps began. */
export interface Carried {
  readonly trace: KafkaTrace
  /** When each step began, by its number. */
  readonly begins: Readonly<Record<number, Millis>>
  readonly crashedAt: Readonly<Record<string, Millis>>
}

interface Progress {
  readonly acts: readonly Act[]
  readonly nodeFaults: readonly NodeFault[]
  readonly installed: readonly Installed[]
  readonly begins: Readonly<Record<number, Millis>>
  /** When the step before has ended, and the step itself. */
  readonly now: Millis
  readonly last: RecordedStep | null
}

/**
 * Runs the engine up to the end of a step, adds the next act at the time reached, and runs again (recordings' README,
 * "Translation"). It reads settings, steps and faults, never the outcome.
 */
export const carryOut = (recording: Recording): Carried => {
  const done = recording.steps.reduce<Progress>((so, step) => takeStep(recording, so, step), { acts: [], nodeFaults: [], installed: [], begins: {}, now: 0, last: null })
  const crashedAt = Object.fromEntries(done.nodeFaults.filter((f) => f.kind === 'crash' && !f.node.startsWith('broker-')).map((f) => [f.node, f.at]))
  return { trace: runSoFar(recording, done), begins: done.begins, crashedAt }
}

const takeStep = (recording: Recording, so: Progress, step: RecordedStep): Progress => {
  const begin = so.now + pause(recording, so.last, step)
  const installed = install(recording, so, step)
  const begun: Progress = { ...so, installed, begins: { ...so.begins, [step.n]: begin }, now: begin, last: step }
  const acted = act(begun, step, begin)
  return { ...acted, now: endOf(recording, acted, step, begin) }
}

/** 50 ms between steps, 25 inside a burst, unless the step says otherwise. */
const pause = ({ spacing }: Recording, last: RecordedStep | null, step: RecordedStep): Millis => {
  if (step.spacing !== undefined) return step.spacing
  return last?.burst !== undefined && last.burst === step.burst ? 25 : spacing
}

/** In force from the moment the step before `installedAtStep` has ended until the one before `removedAtStep` has. */
const install = ({ faults }: Recording, so: Progress, step: RecordedStep): readonly Installed[] => {
  const closed = so.installed.map((i) => (i.fault.removedAtStep === step.n ? { ...i, until: so.now } : i))
  return [...closed, ...faults.filter((f) => f.installedAtStep === step.n).map((fault) => ({ fault, from: so.now, until: null }))]
}

const act = (so: Progress, step: RecordedStep, at: Millis): Progress => {
  switch (step.do) {
    case 'send': {
      const { value = '', topic = '', partition = 0 } = step
      const send = so.acts.filter((a) => a.record === value).length + 1
      return { ...so, acts: [...so.acts, { by: step.who, at, record: value, send, topic, partition, valueBytes: value.length }] }
    }
    default:
      return { ...so, nodeFaults: actOnNode(so.nodeFaults, step, at) }
  }
}

const endOf = (recording: Recording, so: Progress, step: RecordedStep, begin: Millis): Millis => {
  const latest = (value: string | undefined): Act | undefined => so.acts.findLast((a) => a.by === step.who && a.record === value)
  const whenTold = (acts: readonly Act[]): Millis => {
    const trace = runSoFar(recording, so)
    return Math.max(begin, ...acts.map((a) => toldAt(trace, a.by, a.record, a.send) ?? trace.end.now))
  }
  switch (step.do) {
    case 'send':
      return step.await ? whenTold([latest(step.value)].flatMap((a) => a ?? [])) : begin
    case 'await':
      return whenTold([latest(step.value)].flatMap((a) => a ?? []))
    case 'await-all':
    case 'flush':
    case 'close':
      return whenTold(so.acts.filter((a) => a.by === step.who))
    case 'wait':
      return begin + (step.ms ?? 0)
    case 'wait-until':
      return Math.max(begin, conditionAt(runSoFar(recording, so), step, begin) ?? begin + (step.limit ?? 0))
    case 'shutdown':
      return begin + TIME_OF_A_SHUTDOWN
    case 'poll':
      return pollEnd(runSoFar(recording, so), step, begin)
    default:
      return begin
  }
}

/** A process that is shut down in order takes a moment to end. */
const TIME_OF_A_SHUTDOWN = 500

/** A poll ends when `max` records have come in it, or at its limit. */
const pollEnd = (trace: KafkaTrace, { who, max = 1, limit = 0 }: RecordedStep, begin: Millis): Millis => {
  const came = eventsOf(trace).filter(({ event }) => event.kind === 'record-delivered' && event.node === who)
  const before = came.filter(({ at }) => at <= begin).length
  const last = came[before + max - 1] ?? came[Math.min(came.length, max) - 1]
  return last ? Math.min(begin + limit, Math.max(begin, last.at)) : begin + limit
}

/** Faults are placed one by one: each changes what comes behind it, and never what is before it. */
const runSoFar = (recording: Recording, { acts, nodeFaults, installed, begins }: Progress): KafkaTrace => {
  const setup = setupOf(recording, acts, begins)
  const crashes = [...nodeFaults, ...heldFetches(installed, setup.cluster.brokers)].map(asFault)
  let plan: readonly Fault[] = crashes
  for (;;) {
    const trace = run(setup, plan)
    const next = [...strikes(trace, installed.filter((i) => i.fault.api === 'Produce')).flatMap((s) => planOf(s, (name) => heldFor(trace, installed, name))), ...crashes]
    if (JSON.stringify(next) === JSON.stringify(plan)) return trace
    if (next.length < plan.length) return trace
    plan = next
  }
}

const heldFetches = (installed: readonly Installed[], brokers: number): readonly NodeFault[] =>
  installed
    .filter((i) => i.fault.api === 'Fetch')
    .flatMap((i) => heldFollowers(i.fault, brokers).map((node): NodeFault => ({ kind: 'falls-behind', node, at: i.from, until: i.until, diskLost: false })))

/** How long a held message is late: from when it would have landed to when it is let go. */
const heldFor = (trace: KafkaTrace, installed: readonly Installed[], name: string): Millis | null => {
  const release = installed.find((i) => i.fault.heldOnes === 'delivered' && i.until !== null)?.until ?? null
  const sent = eventsOf(trace).find(({ event }) => event.kind === 'message-sent' && event.message.name === name)
  if (release === null || sent?.event.kind !== 'message-sent') return null
  return Math.max(1, release - sent.event.lands)
}
