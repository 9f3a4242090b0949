import type { NodeId } from '../../core/world.ts'
import type { Application } from './application.ts'
import type { Broker } from './broker.ts'
import type { Consumer } from './consumer.ts'
import type { Controller } from './controller.ts'
import type { Outside } from './outside.ts'
import type { Producer } from './producer.ts'

/** A crash keeps what is durable and resets what is volatile: one rule for every node. */
export interface Self<Kind extends string, Durable, Volatile> {
  readonly kind: Kind
  readonly id: NodeId
  readonly up: boolean
  readonly durable: Durable
  readonly volatile: Volatile
}

export type Node = Controller | Application | Producer | Broker | Consumer | Outside
