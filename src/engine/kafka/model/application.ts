import type { Millis } from '../../core/world.ts'
import type { RecordName } from './names.ts'
import type { Self } from './node.ts'
import type { SentRecord } from './record.ts'

export type ToldFate = 'waiting' | 'acked' | 'success-no-ack' | 'failed'

/** What an application knows of one of its sends. */
export interface Handover {
  readonly record: RecordName
  readonly send: number
  readonly fate: ToldFate
}

/** It outlives its producer: nothing of it is volatile, because no fault of ours kills it. */
export type Application = Self<
  'application',
  {
    /** Sends in order; the last one of a record is the one that counts. */
    readonly handovers: readonly Handover[]
    /** How many records of the workload were handed over. */
    readonly next: number
    /** Waits for the producer to come back. */
    readonly held: readonly SentRecord[]
    readonly producerUp: boolean
    readonly lastHandoverAt: Millis
  },
  null
>
