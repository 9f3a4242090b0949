import type { Millis } from '../../core/world.ts'
import type { ClusterState } from './controller.ts'
import type { ExceptionClass } from './error.ts'
import type { BrokerEpoch, Offset, TopicPartition } from './names.ts'
import type { SentRecord } from './record.ts'

/** What application and producer say to each other inside their process. */
export type Call =
  | { readonly call: 'send'; readonly record: SentRecord; readonly partition: TopicPartition; readonly bytes: number }
  | { readonly call: 'acked'; readonly records: readonly SentRecord[]; readonly baseOffset: Offset }
  | { readonly call: 'failed'; readonly records: readonly SentRecord[]; readonly exception: ExceptionClass; readonly text: string }
  /** A broker's process runs again and registers; `clean`: it was shut down in order. It is answered at once (W13). */
  | { readonly call: 'register'; readonly clean: boolean; readonly brokerEpoch: BrokerEpoch }
  /** Registered and unfenced, with what it has to know. */
  | { readonly call: 'registered'; readonly brokerEpoch: BrokerEpoch; readonly cluster: ClusterState }
  /** A client that starts is warm: it is told the metadata at once (model.md section 4). */
  | { readonly call: 'bootstrap' }
  | { readonly call: 'metadata'; readonly cluster: ClusterState }
  /** A broker that stood still is heard of again. */
  | { readonly call: 'heartbeat' }
  /** A broker is about to stop in order (KR-02). */
  | { readonly call: 'shut-down'; readonly down: Millis | null }
  /** The process of the producer is gone, or runs again. */
  | { readonly call: 'producer-down' }
  | { readonly call: 'producer-up' }
