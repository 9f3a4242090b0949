import type { Millis, NodeId, PendingName } from '../../core/world.ts'

/** A fault of a message: always aimed at its name. */
export interface MessageFault<Kind extends string> {
  readonly kind: Kind
  readonly aim: { readonly before: PendingName }
}

/** A fault of a node, before a name or at a time. */
export interface NodeFault<Kind extends string> {
  readonly kind: Kind
  readonly aim: { readonly before: PendingName } | { readonly at: Millis }
  readonly node: NodeId
}
