import type { PendingName, Setup } from '../engine/index.ts'
import { START } from '../timeline/index.ts'
import { type FaultKind, faultOn } from './doors.ts'
import { applyPreset, type PresetId } from './presets.ts'
import type { AppState } from './state.ts'

/** A ready start of the invitation: a contract with one fault, the playhead at the start. */
export interface ReadyStart {
  readonly id: string
  readonly from: (setup: Setup) => Partial<AppState>
}

// The one place where a name is written by hand: a test runs each start and finds its fault used.
const named = (name: string): PendingName => name as PendingName

const start = (id: string, preset: PresetId, kind: FaultKind, before: string): ReadyStart => ({
  id,
  from: (setup) => ({
    setup: applyPreset(setup, preset),
    preset,
    plan: [faultOn(kind, named(before))],
    cursor: START,
    selected: { kind: 'message', name: named(before) },
    playing: false,
  }),
})

export const ready: readonly ReadyStart[] = [
  start('lose-answer', 'idempotent-producer', 'silent', 'ProduceResponse[C] broker-1>producer-1 #1'),
  start('refuse-once', 'idempotent-producer', 'refuse', 'Produce[B] producer-1>broker-1 #1'),
  start('fire-and-forget', 'at-most-once', 'break', 'Produce[C] producer-1>broker-1 #1'),
]
