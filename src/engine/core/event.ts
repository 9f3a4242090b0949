import type { Connection, ConnectionId, Kinds, Message, Millis, NodeId, PendingName } from './world.ts'
import type { Fault } from './plan.ts'

/** Why a message never landed. */
export type LossCause = 'silent' | 'broken' | 'closed' | 'crash' | 'datagram'

/** What the core itself sees happen, whatever the system. */
export type CoreEvent<K extends Kinds = Kinds> =
  /** `copyOf`: the network made it of that message; its sender sent one. */
  | { readonly kind: 'message-sent'; readonly message: Message<K>; readonly lands: Millis; readonly copyOf?: PendingName }
  | { readonly kind: 'message-landed'; readonly message: PendingName; readonly from: NodeId; readonly to: NodeId }
  | {
      readonly kind: 'message-lost'
      readonly message: PendingName
      readonly from: NodeId
      readonly to: NodeId
      readonly connection: ConnectionId | null
      readonly cause: LossCause
      /** True for the one message a fault was aimed at. */
      readonly aimedAt: boolean
    }
  | { readonly kind: 'message-late'; readonly message: PendingName; readonly lands: Millis; readonly by: Millis }
  | { readonly kind: 'connection-opened'; readonly connection: ConnectionId; readonly client: NodeId; readonly server: NodeId }
  | { readonly kind: 'connection-refused'; readonly client: NodeId; readonly server: NodeId }
  | { readonly kind: 'connection-silent'; readonly connection: ConnectionId; readonly from: NodeId; readonly to: NodeId }
  | {
      readonly kind: 'connection-ended'
      readonly connection: ConnectionId
      readonly client: Connection['client']
      readonly server: Connection['server']
      readonly by: 'fault' | 'client' | 'server' | 'crash'
    }
  | { readonly kind: 'fault-struck'; readonly fault: Fault }
  | { readonly kind: 'node-crashed'; readonly node: NodeId; readonly backAt: Millis | null }
  | { readonly kind: 'node-restarted'; readonly node: NodeId }
  | { readonly kind: 'node-paused'; readonly node: NodeId; readonly until: Millis }
  | { readonly kind: 'node-resumed'; readonly node: NodeId }
  | { readonly kind: 'cut-began'; readonly node: NodeId; readonly from: NodeId | null; readonly way: 'in' | 'out' | 'both'; readonly until: Millis }
  | { readonly kind: 'cut-ended'; readonly node: NodeId }
