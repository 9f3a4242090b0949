import type { ConnectionId, Millis } from '../../core/world.ts'

/** The client's end of a connection to one broker. */
export interface ClientLink {
  readonly state: 'connected' | 'connecting' | 'disconnected'
  readonly connection: ConnectionId | null
  /** Not to be dialled before (TMO-09). */
  readonly notBefore: Millis
  /** Failed tries and lost connections in a row. */
  readonly failures: number
}
