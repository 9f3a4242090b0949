/**
 * Who has a lane only if it acts: applications apart from their producers, controllers, what is called outside, and the
 * group coordinator. While the future is hidden whoever might act has one: that somebody will is told by a lane as well.
 */
import { coordinatorLane } from './coordinator.ts'
import type { NodeId, Setup } from './fromEngine.ts'
import { howFarStored } from './howFar.ts'
import type { Lane } from './lanes.ts'
import type { MessageFact } from './messages.ts'
import type { Facts } from './roles.ts'
import { ofKind, type Timed } from './timed.ts'

export interface Run {
  /** Those that decide something in this run. */
  readonly controllers: readonly NodeId[]
  readonly sent: readonly MessageFact[]
  readonly nodes: readonly { readonly id: NodeId; readonly kind: string }[]
}

const outsideNodes = (events: readonly Timed[]): readonly NodeId[] => [
  ...new Set(
    ofKind(events, 'message-sent').flatMap(({ event }) =>
      event.message.body.api === 'Call' ? [event.message.to] : [],
    ),
  ),
]

/** Who has a lane only if it acts. */
export interface Acting {
  readonly applications: readonly NodeId[]
  readonly controllers: readonly NodeId[]
  readonly outside: readonly NodeId[]
  readonly coordinator: Lane | null
}

export const actingIn = (setup: Setup, events: readonly Timed[], facts: Facts, run: Run): Acting => {
  const acting = new Set(
    ofKind(events, 'application-sends-again', 'application-gave-up').map(({ event }) => event.node),
  )
  const crashed = new Set(facts.crashes.map((crash) => crash.node))
  return {
    applications: Object.entries(setup.clients).flatMap(([id, client]) =>
      client.kind === 'producer' && (acting.has(client.application) || crashed.has(id)) ? [client.application] : [],
    ),
    controllers: run.controllers,
    outside: outsideNodes(events),
    coordinator: coordinatorLane(events, setup, run.sent, facts.crashes, howFarStored(events, setup)),
  }
}

/** Whoever might act: that somebody will is told by a lane as well. */
export const mightAct = ({ coordinator }: Acting, { nodes }: Run): Acting => {
  const are = (kind: string): readonly NodeId[] => nodes.filter((node) => node.kind === kind).map(({ id }) => id)
  return {
    applications: are('application'),
    controllers: are('controller'),
    outside: are('outside'),
    coordinator: coordinator === null ? null : { ...coordinator, isNear: false },
  }
}
