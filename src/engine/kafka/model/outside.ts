import type { EffectKind } from './message.ts'
import type { RecordName } from './names.ts'
import type { Self } from './node.ts'

export type Outside = Self<
  'outside',
  { readonly effects: readonly { readonly record: RecordName; readonly effect: EffectKind }[] },
  null
>
