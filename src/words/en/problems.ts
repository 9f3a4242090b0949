import type { QuietChange, RunProblem, WayOut, WayOutId } from '../../engine/index.ts'
import { faultTitle, sayUnused } from './faults.ts'
import type { Names } from './names.ts'
import { atTime, listed } from './time.ts'

type Problem = RunProblem['problem']
type ProblemNamed<P extends Problem> = Extract<RunProblem, { readonly problem: P }>

const RUN: { readonly [P in Problem]: (problem: ProblemNamed<P>, names: Names, acks: -1 | 0 | 1) => string } = {
  'fault-unused': ({ fault, reason }, names, acks) =>
    `${faultTitle(fault, names)}. ${sayUnused(fault, reason, names, acks)}`,
  'horizon-reached': ({ at }) =>
    `The simulation stops at ${atTime(at)}, the horizon of this setup, with the run not over.`,
  'too-many-events': ({ at, loop }) =>
    `The simulation stops at ${atTime(at)}, after too many events. These go round: ${listed(loop)}.`,
  'setup-refused': ({ texts }) => `Kafka refuses these settings. ${texts.join(' ')}`,
  'engine-error': ({ at, message }) =>
    `The simulation stopped at ${atTime(at)}. Copy the link below into a report. It says: ${message}`,
}

/** What was wrong with a run, or which bound it met; `acks`: what its producer is set to. */
export const sayRunProblem = (problem: RunProblem, names: Names, acks: -1 | 0 | 1 = -1): string => {
  // Looked up by kind: TypeScript cannot pair a problem with the entry of its own kind.
  const say = RUN[problem.problem] as (problem: RunProblem, names: Names, acks: -1 | 0 | 1) => string
  return say(problem, names, acks)
}

const only = (way: WayOut): { readonly key: string; readonly value: string } => {
  const [key = way.unset[0] ?? '', value = ''] = Object.entries(way.set)[0] ?? []
  return { key, value }
}

const WAYS: { readonly [Id in WayOutId]: (way: WayOut) => string } = {
  'set-acks-all': () => 'Set acks to all',
  'idempotence-off': () => 'Turn idempotence off',
  'leave-idempotence-to-kafka': () => 'Leave enable.idempotence to Kafka',
  'retries-to-default': () => 'Leave retries to Kafka',
  'in-flight-to-5': () => 'Allow 5 in flight',
  'one-in-flight': () => 'Allow 1 in flight',
  'no-transactional-id': () => 'Drop transactional.id',
  'all-that-transactions-need': (way) => `Leave ${listed(way.unset)} to Kafka`,
  'no-transaction-timeout': () => 'Drop transaction.timeout.ms',
  'no-two-phase-commit': () => 'Turn two-phase commit off',
  'delivery-timeout-to-default': () => 'Leave delivery.timeout.ms to Kafka',
  'delivery-timeout-to-sum': (way) => `Set delivery.timeout.ms to ${only(way).value}`,
  'use-the-choice-that-was-meant': (way) => `Set ${only(way).key} to ${only(way).value}`,
  'use-the-key-that-was-meant': (way) => `Write ${only(way).key} instead`,
  'use-the-default': (way) => `Leave ${only(way).key} to Kafka`,
  'use-the-limit': (way) => `Set ${only(way).key} to ${only(way).value}`,
  'drop-the-setting': (way) => `Drop ${listed(way.unset)}`,
  'protocol-classic': () => 'Use the classic group protocol',
  'protocol-consumer': () => 'Use the consumer group protocol',
  'auto-commit-off': () => 'Leave enable.auto.commit to Kafka',
  'give-a-group': (way) => `Set group.id to ${only(way).value}`,
  'session-timeout-to-default': () => 'Leave both time-outs to Kafka',
}

/** The button that takes a way out of a refusal. */
export const sayWayOut = (way: WayOut): string => WAYS[way.id](way)

const because = (change: QuietChange): string => {
  const reasons = change.because.map(({ key, value }) => `${key} is ${value}`)
  return reasons.length === 0 ? '' : `, because ${listed(reasons)}`
}

const QUIET: { readonly [C in QuietChange['change']]: (change: QuietChange) => string } = {
  'idempotence-off': (change) => `Idempotence is off now${because(change)}.`,
  'delivery-timeout-raised': (change) => `delivery.timeout.ms is ${change.to} now${because(change)}.`,
  'retry-backoff-capped': (change) => `Each wait between tries is ${change.to} ms${because(change)}.`,
  'reconnect-backoff-capped': (change) => `Each wait between connections is ${change.to} ms${because(change)}.`,
  'reconnect-backoff-constant': (change) => `Each wait between connections is ${change.to} ms: it does not grow.`,
  'auto-commit-off': () => 'Auto commit is off, because there is no group.id to commit for.',
  'duplicates-dropped': (change) => `${change.key} names something twice. Kafka keeps the first of each.`,
  'unknown-key': (change) => `Kafka does not know ${change.key}. It ignores it and writes a line into the log.`,
  'not-in-the-model': (change) => `This simulation does not heed ${change.key}.`,
}

/** What Kafka changed without refusing. */
export const sayQuietChange = (change: QuietChange): string => QUIET[change.change](change)
