import type { Explicit } from './setting.ts'

/** Why Kafka refuses; our own tags, so that words and tests can tell the refusals apart. */
export type ProblemCause =
  | 'not-a-number'
  | 'not-a-boolean'
  | 'out-of-range'
  | 'not-a-choice'
  | 'empty-text'
  | 'idempotence-needs-acks-all'
  | 'idempotence-needs-retries'
  | 'idempotence-needs-max-in-flight-at-most-5'
  | 'transactional-id-without-idempotence'
  | 'transaction-timeout-with-two-phase-commit'
  | 'delivery-timeout-below-linger-plus-request-timeout'
  | 'unknown-topic-setting'
  | 'settings-not-for-this-group-protocol'
  | 'auto-commit-without-group'
  | 'blank-group'
  | 'bad-group-instance-id'
  | 'heartbeat-not-below-session-timeout'
  | 'class-not-found'

export type WayOutId =
  | 'set-acks-all'
  | 'idempotence-off'
  | 'leave-idempotence-to-kafka'
  | 'retries-to-default'
  | 'in-flight-to-5'
  | 'one-in-flight'
  | 'no-transactional-id'
  | 'all-that-transactions-need'
  | 'no-transaction-timeout'
  | 'no-two-phase-commit'
  | 'delivery-timeout-to-default'
  | 'delivery-timeout-to-sum'
  | 'use-the-choice-that-was-meant'
  | 'use-the-key-that-was-meant'
  | 'use-the-default'
  | 'use-the-limit'
  | 'drop-the-setting'
  | 'protocol-classic'
  | 'protocol-consumer'
  | 'auto-commit-off'
  | 'give-a-group'
  | 'session-timeout-to-default'

/** One click that makes Kafka accept the settings, or at least no longer refuse them for the same reason. */
export interface WayOut {
  readonly id: WayOutId
  readonly set: Explicit
  readonly unset: readonly string[]
}

export type ConfigException =
  | 'ConfigException'
  | 'KafkaException'
  | 'InvalidConfigurationException'
  | 'InvalidGroupIdException'
  | 'IllegalArgumentException'

export interface ConfigProblem {
  readonly exception: ConfigException
  /** Kafka's own words. */
  readonly text: string
  /** What a constructor wraps it in, where it does: the application sees this first, and the text above as its cause. */
  readonly wrappedIn?: { readonly exception: 'KafkaException'; readonly text: string }
  readonly cause: ProblemCause
  readonly keys: readonly string[]
  readonly waysOut: readonly WayOut[]
}

/** What Kafka changes without refusing: at most a line in the log says so. */
export interface QuietChange {
  readonly change:
    | 'idempotence-off'
    | 'delivery-timeout-raised'
    | 'retry-backoff-capped'
    | 'reconnect-backoff-capped'
    | 'reconnect-backoff-constant'
    | 'auto-commit-off'
    | 'duplicates-dropped'
    | 'unknown-key'
    | 'not-in-the-model'
  readonly key: string
  /** As texts, as they would stand in a file; null: Kafka takes no notice of the key. */
  readonly from: string
  readonly to: string | null
  /** The settings that brought it about, with their values. */
  readonly because: readonly { readonly key: string; readonly value: string }[]
  readonly log: { readonly level: 'INFO' | 'WARN'; readonly text: string } | null
}

export type Resolved<Config> =
  | { readonly outcome: 'ok'; readonly effective: Config; readonly quiet: readonly QuietChange[] }
  | { readonly outcome: 'error'; readonly problem: ConfigProblem }

/** A refusal before anybody has thought about ways out of it. */
export type Refusal = Omit<ConfigProblem, 'waysOut'>

export const takeWayOut = (explicit: Explicit, way: WayOut): Explicit => ({
  ...Object.fromEntries(Object.entries(explicit).filter(([key]) => !way.unset.includes(key))),
  ...way.set,
})
