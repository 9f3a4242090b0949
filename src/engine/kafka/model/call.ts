import type { ExceptionClass } from './error.ts'
import type { Offset, TopicPartition } from './names.ts'
import type { SentRecord } from './record.ts'

/** What application and producer say to each other inside their process. */
export type Call =
  | { readonly call: 'send'; readonly record: SentRecord; readonly partition: TopicPartition; readonly bytes: number }
  | { readonly call: 'acked'; readonly records: readonly SentRecord[]; readonly baseOffset: Offset }
  | { readonly call: 'failed'; readonly records: readonly SentRecord[]; readonly exception: ExceptionClass; readonly text: string }
  /** The process of the producer is gone, or runs again. */
  | { readonly call: 'producer-down' }
  | { readonly call: 'producer-up' }
