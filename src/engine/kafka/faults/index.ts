import type { FaultRule } from '../../core/system.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import { breakConnection } from './break.ts'
import { callFails } from './callFails.ts'
import { crash } from './crash.ts'
import { cutOff } from './cutOff.ts'
import { fallsBehind } from './fallsBehind.ts'
import { late } from './late.ts'
import { pause } from './pause.ts'
import { refuse } from './refuse.ts'
import { replyLost } from './replyLost.ts'
import { shutdown } from './shutdown.ts'
import { silent } from './silent.ts'
import { twice } from './twice.ts'

/** The registry: menu, link codec, list and explorer read it; words and marks are mapped types over its kinds. */
const registry = { silent, break: breakConnection, late, refuse, 'call-fails': callFails, 'reply-lost': replyLost, twice, crash, pause, 'cut-off': cutOff, 'falls-behind': fallsBehind, shutdown } as const

export type FaultKind = keyof typeof registry
/** Any fault of Kafka's world, derived from the registry. */
export type KafkaFault = { [K in FaultKind]: (typeof registry)[K] extends FaultRule<KafkaKinds, infer F> ? F : never }[FaultKind]

/** Looked up by kind, so a rule only ever meets faults of its own kind. */
export const faultRegistry = registry as unknown as Readonly<Record<FaultKind, FaultRule<KafkaKinds>>>

export const faultKinds = Object.keys(registry) as readonly FaultKind[]
