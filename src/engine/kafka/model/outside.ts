import type { Millis } from '../../core/world.ts'
import type { EffectKind } from './message.ts'
import type { RecordName } from './names.ts'
import type { Self } from './node.ts'

/** How a call is to fail by a fault: it is told so, or nothing. */
export type Failing = 'error' | 'nothing'

export type Outside = Self<
  'outside',
  {
    /** What was done, in order; of what may stand once only, once. */
    readonly effects: readonly { readonly record: RecordName; readonly effect: EffectKind }[]
    /** Names of records that were kept with their effects, and until when (EXT-01). */
    readonly remembered: Readonly<Record<RecordName, Millis>>
  },
  {
    /** By name of the call that a fault lets fail. */
    readonly failing: Readonly<Record<string, Failing>>
  }
>
