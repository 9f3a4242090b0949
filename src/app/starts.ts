import type { PendingName } from '../engine/core/world.ts'
import type { Setup } from '../engine/kafka/model/setup.ts'
import { START } from '../timeline/index.ts'
import { applyPreset, type PresetId } from './presets.ts'
import type { AppState } from './state.ts'

/** A ready start of the invitation: a contract with one fault, the playhead where it strikes. */
export interface ReadyStart {
  readonly id: string
  readonly from: (setup: Setup) => Partial<AppState>
}

// The one place where a name is written by hand: a test runs each start and finds its fault used.
const named = (name: string): PendingName => name as PendingName

const start = (id: string, preset: PresetId, kind: string, before: string, at: number): ReadyStart => ({
  id,
  from: (setup) => ({
    setup: applyPreset(setup, preset),
    preset,
    plan: [{ kind, aim: { before: named(before) } }],
    cursor: at === 0 ? START : { at, tie: 0 },
    selected: { kind: 'message', name: named(before) },
    playing: false,
  }),
})

export const ready: readonly ReadyStart[] = [
  start('lose-answer', 'idempotent-producer', 'silent', 'ProduceResponse[C] broker-1>producer-1 #1', 0),
  start('refuse-once', 'idempotent-producer', 'refuse', 'Produce[B] producer-1>broker-1 #1', 0),
  start('fire-and-forget', 'at-most-once', 'break', 'Produce[C] producer-1>broker-1 #1', 0),
]
