import type { Command as CoreCommand, Input as CoreInput, Turn as CoreTurn } from '../../core/system.ts'
import type { Message as CoreMessage, Millis, Pending as CorePending, World as CoreWorld } from '../../core/world.ts'
import type { Trace as CoreTrace } from '../../core/trace.ts'
import type { Call } from './call.ts'
import type { KafkaEvent } from './event.ts'
import type { Body } from './message.ts'
import type { Node } from './node.ts'
import type { Setup } from './setup.ts'
import type { Timer } from './timer.ts'

/** What Kafka's world is made of, for the core's generics. */
export interface KafkaKinds {
  readonly setup: Setup
  readonly node: Node
  readonly body: Body
  readonly timer: Timer
  readonly call: Call
  readonly event: KafkaEvent
}

export type Message = CoreMessage<KafkaKinds>
export type Pending = CorePending<KafkaKinds>
export type World = CoreWorld<KafkaKinds>
export type Input = CoreInput<KafkaKinds>
export type Command = CoreCommand<KafkaKinds>
export type Turn<N extends Node = Node> = CoreTurn<KafkaKinds, N>
export type KafkaTrace = CoreTrace<KafkaKinds>

/** What a handler may know beside itself and one input: the time, and what this node was configured with. */
export interface Env<Config> {
  readonly now: Millis
  readonly config: Config
}
