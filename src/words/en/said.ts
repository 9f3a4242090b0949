import type { EventOf, KafkaKinds } from '../../engine/index.ts'
import type { Names } from './names.ts'

/** What is said about one event: what happened, then why or what follows. */
export interface Said {
  readonly head: string
  readonly body?: string
  /** Kafka's own words, where an application sees them. */
  readonly quote?: string
}

export type AnyEvent = EventOf<KafkaKinds>
export type EventKind = AnyEvent['kind']
export type EventNamed<K extends EventKind> = Extract<AnyEvent, { readonly kind: K }>
export type Say<K extends EventKind> = (event: EventNamed<K>, names: Names) => Said
/** A sentence for each of these kinds; leaving one out does not compile. */
export type SayEach<K extends EventKind> = { readonly [Kind in K]: Say<Kind> }
