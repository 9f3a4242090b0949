/** What the tables of Kafka's own settings are made of. The tables are data: control, code pane, link and rules read them. */

/** Where a setting is shown, and what it is about. */
export type Area =
  | 'delivery'
  | 'time-outs'
  | 'batching'
  | 'connection'
  | 'transactions'
  | 'partitioning'
  | 'replication'
  | 'retention'
  | 'reading'
  | 'offsets'
  | 'group'
  | 'identity'

interface Shown {
  readonly area: Area
}
export interface NumberSetting extends Shown {
  readonly type: 'short' | 'int' | 'long'
  readonly default: number
  readonly min?: number
  readonly max?: number
}
export interface BooleanSetting extends Shown {
  readonly type: 'boolean'
  readonly default: boolean
}
export interface TextSetting extends Shown {
  readonly type: 'string' | 'class'
  readonly default: string | null
  /** The only texts that are taken. */
  readonly choices?: readonly string[]
  /** The choices count in any case, and the value is kept in lower case. */
  readonly anyCase?: true
  readonly nonEmpty?: true
  /** A check of its own that no list of choices can express. */
  readonly check?: 'auto-offset-reset'
}
export interface ListSetting extends Shown {
  readonly type: 'list'
  readonly default: readonly string[]
  readonly choices?: readonly string[]
}

export type Setting = NumberSetting | BooleanSetting | TextSetting | ListSetting
/** In the order in which Kafka parses: with two wrong values the first of the table is the one it complains of. */
export type Table = Readonly<Record<string, Setting>>

export type ValueOf<S> = S extends { readonly type: 'short' | 'int' | 'long' }
  ? number
  : S extends { readonly type: 'boolean' }
    ? boolean
    : S extends { readonly type: 'list' }
      ? readonly string[]
      : S extends { readonly choices: readonly (infer Choice)[]; readonly default: infer Default }
        ? Choice | (Default extends null ? null : never)
        : S extends { readonly default: null }
          ? string | null
          : string

/** What a table says about the values it yields: `'acks'` is one of its choices, `'retries'` a number. */
export type ConfigOf<T extends Table> = { readonly [Key in keyof T]: ValueOf<T[Key]> }

/** What a person set by hand, as text. Whether a key is here at all matters: Kafka treats defaults differently. */
export type Explicit = Readonly<Record<string, string>>

export const isSetByHand = (explicit: Explicit, key: string): boolean => Object.hasOwn(explicit, key)

/** By whose setting it is: the same key may mean different things to a producer and to a reader. */
export const ownersOfConfig = ['producer', 'topic', 'broker', 'consumer'] as const
export type ConfigOwner = (typeof ownersOfConfig)[number]
