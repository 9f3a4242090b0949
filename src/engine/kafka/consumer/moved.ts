import type { Millis, NodeId } from '../../core/world.ts'
import type { ConsumerConfig } from '../config/index.ts'
import type { Consumer } from '../model/consumer.ts'
import type { Command, Env } from '../model/kinds.ts'
import type { EffectKind } from '../model/message.ts'
import type { Protection } from '../model/protection.ts'
import type { OffsetCommit } from '../model/setup.ts'

export interface ConsumerEnv extends Env<ConsumerConfig> {
  readonly effect: EffectKind | null
  readonly outside: NodeId | null
  readonly guard: Protection | null
  readonly processing: Millis
  /** When its code commits by itself; null: never. */
  readonly commit: OffsetCommit | null
}

export type State = Consumer['volatile']

/** What a rule made of a reader's state, and what it asks for. */
export interface Moved {
  readonly state: State
  readonly commands: readonly Command[]
}

export const moved = (state: State, ...commands: readonly Command[]): Moved => ({ state, commands })

/** What follows when the first of the handed records is done with. */
export type Done = (state: State) => Moved

/** Not called `then`: a module that exports that is a promise to whoever imports it at run time. */
export const andThen = (first: Moved, next: (state: State) => Moved): Moved => {
  const second = next(first.state)
  return { state: second.state, commands: [...first.commands, ...second.commands] }
}
