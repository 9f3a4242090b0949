/** What a person can change of the reader and of what it does with a record. */
import type { EffectKind, ExplicitConfig, OffsetCommit, Protection, Setup } from '../engine/index.ts'
import { labSetup, resolvedOf } from './doors.ts'
import { type ConsumerSetup, readerOf, withKey } from './setupEdits.ts'

/** When a reader says "done": never, by its code before or after it processes what a poll gave, or by Kafka's auto-commit. */
export type CommitChoice = 'never' | OffsetCommit | 'auto'
export const commitChoices: readonly CommitChoice[] = ['never', 'before', 'after', 'auto']

export const protections: readonly Protection['kind'][] = ['dedup', 'upsert', 'conditional']
export type Guard = 'plain' | Protection['kind']
export const guards: readonly Guard[] = ['plain', ...protections]

export const effects: readonly EffectKind[] = ['card', 'e-mail', 'row', 'counter', 'frame', 'typing']

/** How long a repeat is known as one, unless it is said otherwise: an hour. */
export const USUAL_WINDOW = 3_600_000
const GROUP = 'group-1'

export const commitOf = (setup: Setup): CommitChoice => {
  const reader = readerOf(setup)
  if (reader === null) return 'never'
  const isAutomatic = resolvedOf(setup).consumers[reader.id]?.['enable.auto.commit'] ?? false
  return reader.client.commit ?? (isAutomatic ? 'auto' : 'never')
}

export const guardOf = (setup: Setup): Guard => readerOf(setup)?.client.protection?.kind ?? 'plain'

const withClient = (setup: Setup, change: (reader: ConsumerSetup) => ConsumerSetup): Setup => {
  const reader = readerOf(setup)
  return reader === null ? setup : { ...setup, clients: { ...setup.clients, [reader.id]: change(reader.client) } }
}

/** Offsets are kept by a group; code that commits switches Kafka's own commits off, as it should. */
const configFor = (config: ExplicitConfig, choice: CommitChoice): ExplicitConfig => {
  const bare = withKey(config, 'enable.auto.commit', null)
  if (choice === 'never') return withKey(bare, 'group.id', null)
  const grouped = withKey(bare, 'group.id', config['group.id'] ?? GROUP)
  return choice === 'auto' ? grouped : withKey(grouped, 'enable.auto.commit', 'false')
}

export const withCommit = (setup: Setup, choice: CommitChoice): Setup =>
  withClient(setup, ({ commit: _old, ...reader }) => ({
    ...reader,
    config: configFor(reader.config, choice),
    ...(choice === 'before' || choice === 'after' ? { commit: choice } : {}),
  }))

export const withEffect = (setup: Setup, effect: EffectKind | null): Setup =>
  withClient(setup, (reader) => ({ ...reader, effect }))

export const protectionOf = (kind: Protection['kind']): Protection =>
  kind === 'dedup' ? { kind, windowMs: USUAL_WINDOW } : { kind }

export const withGuard = (setup: Setup, guard: Guard): Setup =>
  withClient(setup, ({ protection: _old, ...reader }) =>
    guard === 'plain' ? reader : { ...reader, protection: protectionOf(guard) },
  )

/** Only a dedup window has a length. */
export const withWindow = (setup: Setup, windowMs: number): Setup =>
  withClient(setup, (reader) =>
    reader.protection?.kind === 'dedup' ? { ...reader, protection: { kind: 'dedup', windowMs } } : reader,
  )

/** With it comes a reader as the Lab makes it; without it go all readers. */
export const withReader = (setup: Setup, on: boolean): Setup => {
  if (on && readerOf(setup) !== null) return setup
  const others = Object.entries(setup.clients).filter(([, client]) => client.kind !== 'consumer')
  const made = Object.entries(labSetup({ reader: 'card' }).clients).filter(([, client]) => client.kind === 'consumer')
  return { ...setup, clients: Object.fromEntries(on ? [...others, ...made] : others) }
}
