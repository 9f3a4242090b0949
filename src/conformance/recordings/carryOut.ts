import { eventsOf, run, type Act, type Fault, type KafkaTrace, type Millis } from '../../engine/index.ts'
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
  readonly crashes: readonly Fault[]
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
  const done = recording.steps.reduce<Progress>((so, step) => takeStep(recording, so, step), { acts: [], crashes: [], installed: [], begins: {}, now: 0, last: null })
  const crashedAt = Object.fromEntries(done.crashes.map((f) => [f.node ?? '', 'at' in f.aim ? f.aim.at : 0]))
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
    case 'crash':
      return { ...so, crashes: [...so.crashes, { kind: 'crash', aim: { at }, node: step.who, down: null } as Fault] }
    default:
      return so
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
      return Math.max(begin, conditionAt(runSoFar(recording, so), step) ?? begin + (step.limit ?? 0))
    default:
      return begin
  }
}

/** Faults are placed one by one: each changes what comes behind it, and never what is before it. */
const runSoFar = (recording: Recording, { acts, crashes, installed }: Progress): KafkaTrace => {
  const setup = setupOf(recording, acts)
  let plan: readonly Fault[] = crashes
  for (;;) {
    const trace = run(setup, plan)
    const next = [...strikes(trace, installed).flatMap((s) => planOf(s, (name) => heldFor(trace, installed, name))), ...crashes]
    if (JSON.stringify(next) === JSON.stringify(plan)) return trace
    if (next.length < plan.length) return trace
    plan = next
  }
}

/** How long a held message is late: from when it would have landed to when it is let go. */
const heldFor = (trace: KafkaTrace, installed: readonly Installed[], name: string): Millis | null => {
  const release = installed.find((i) => i.fault.heldOnes === 'delivered' && i.until !== null)?.until ?? null
  const sent = eventsOf(trace).find(({ event }) => event.kind === 'message-sent' && event.message.name === name)
  if (release === null || sent?.event.kind !== 'message-sent') return null
  return Math.max(1, release - sent.event.lands)
}
