import type { Codec } from './codec/bytes.ts'
import type { Dictionary } from './codec/dictionary.ts'
import type { CoreEvent } from './event.ts'
import type { Fault, Plan } from './plan.ts'
import type { ConnectionId, Kinds, Message, Millis, NodeId, Pending, World } from './world.ts'

/** What reaches a node. It learns nothing else. */
export type Input<K extends Kinds = Kinds> =
  | { readonly kind: 'started' }
  | { readonly kind: 'message'; readonly message: Message<K> }
  | { readonly kind: 'timer'; readonly key: string; readonly timer: K['timer'] }
  | { readonly kind: 'connected'; readonly connection: ConnectionId; readonly peer: NodeId }
  /** `connection` null: the dialling was refused. */
  | { readonly kind: 'disconnected'; readonly connection: ConnectionId | null; readonly peer: NodeId }
  /** It was paused and handles things again. */
  | { readonly kind: 'resumed' }
  | { readonly kind: 'call'; readonly from: NodeId; readonly call: K['call'] }

/** What a node asks for. */
export type Command<K extends Kinds = Kinds> =
  | { readonly do: 'send'; readonly to: NodeId; readonly connection: ConnectionId | null; readonly about: readonly string[]; readonly body: K['body'] }
  | { readonly do: 'answer'; readonly request: Message<K>; readonly body: K['body'] }
  /**
   * To a node of the same process: it happens inside this step and cannot be lost. `remote`: between processes, for what
   * takes no time here; nobody hears it across a cut or while standing still.
   */
  | { readonly do: 'call'; readonly to: NodeId; readonly call: K['call']; readonly remote?: boolean }
  /** `instantly`: without the round trip, inside this step. */
  | { readonly do: 'connect'; readonly to: NodeId; readonly instantly?: boolean }
  | { readonly do: 'close'; readonly connection: ConnectionId }
  | {
      readonly do: 'set-timer'
      readonly key: string
      /** The name without ordinal, such as `poll producer-1`. */
      readonly name: string
      readonly at: Millis
      readonly timer: K['timer']
      readonly background?: boolean
      /** An application's timer: before other timers of the same millisecond. */
      readonly first?: boolean
    }
  /** A step of its own that follows at once, such as waking the fetches that wait for what was just appended. */
  | { readonly do: 'follow-up'; readonly key: string; readonly name: string; readonly timer: K['timer'] }
  | { readonly do: 'cancel-timer'; readonly key: string }
  /** The process ends of its own will. */
  | { readonly do: 'exit' }
  | { readonly do: 'note'; readonly event: K['event'] }

export interface Turn<K extends Kinds, N extends K['node'] = K['node']> {
  readonly self: N
  readonly commands: readonly Command<K>[]
}

/** An input that a fault hands to a node in its own step. */
export interface Handed<K extends Kinds> {
  readonly to: NodeId
  readonly input: Input<K>
}

/** What a fault did; null from `apply` means that it cannot strike here. */
export interface Struck<K extends Kinds> {
  readonly world: World<K>
  readonly events: readonly (CoreEvent<K> | K['event'])[]
  readonly handed?: readonly Handed<K>[]
}

/** One kind of fault: what it is aimed at, its parameters, where it can strike, what it does. */
export interface FaultRule<K extends Kinds, F extends Fault = Fault> {
  readonly kind: F['kind']
  readonly aim: 'message' | 'node'
  readonly params: readonly FaultParam[]
  /** The faults of this kind that could strike now, before `next` is performed. */
  readonly offers: (setup: K['setup'], world: World<K>, next: Pending<K>) => readonly F[]
  readonly apply: (setup: K['setup'], world: World<K>, fault: F) => Struck<K> | null
}

/** A parameter of a fault, for popover, link and explorer alike. */
export type FaultParam =
  | {
      readonly key: string
      readonly type: 'millis'
      readonly min: Millis
      readonly max: Millis
      readonly default: Millis
      /** `never` may be chosen instead of a length (kept as null). */
      readonly orNever?: boolean
      readonly explore: readonly (Millis | null)[]
    }
  | {
      readonly key: string
      readonly type: 'choice'
      readonly choices: readonly string[]
      readonly default: string
      /** Left out of a fault where it means nothing: the disk of a client. */
      readonly optional?: boolean
      readonly explore: readonly string[]
    }

/** How a body is named: `Produce[C]`; `always`: with `#1` from the first on, else only when the name comes again. */
export interface Naming {
  readonly base: string
  readonly ordinal: 'always' | 'again'
}

/** What a system says about its bytes; the rest of a world the core can write by itself. */
export interface SystemCodec<K extends Kinds> {
  readonly node: Codec<K['node']>
  readonly body: Codec<K['body']>
  readonly timer: Codec<K['timer']>
  /** The key under which a node set this timer. */
  readonly timerKey: (timer: K['timer']) => string
  /** Texts of the setup that come often, in its order. */
  readonly dictionary: Dictionary
  /** True when a rule of this setup reads a time that is not relative, such as the times of a script. */
  readonly readsClock: boolean
}

/** A kind of world. The core runs any; it knows none. */
export interface System<K extends Kinds> {
  readonly begin: (setup: K['setup']) => World<K>
  readonly handle: (setup: K['setup'], node: K['node'], input: Input<K>, now: Millis) => Turn<K>
  /** One way, in ms. */
  readonly latency: (setup: K['setup'], from: NodeId, to: NodeId) => Millis
  readonly nameOf: (message: { readonly body: K['body']; readonly about: readonly string[] }) => Naming
  readonly faults: Readonly<Record<string, FaultRule<K>>>
  /** True while somebody still waits for what is already there, so that idle timers keep the run alive. */
  readonly isBehind: (setup: K['setup'], world: World<K>) => boolean
  /** Where a run is stopped when it is not over. */
  readonly horizon: (setup: K['setup'], plan: Plan) => Millis
}

/** A system with its setup: what `step` needs beside a world and a choice. */
export interface Play<K extends Kinds> {
  readonly system: System<K>
  readonly setup: K['setup']
}

/** A play whose worlds can be written as bytes. Only searches and tests need that, so a page that only runs does not carry it. */
export interface CodedPlay<K extends Kinds> extends Play<K> {
  readonly codec: SystemCodec<K>
}

export type EventOf<K extends Kinds> = CoreEvent<K> | K['event']
