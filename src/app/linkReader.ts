/** Settings of the reader that are not Kafka's: when it says "done", and what makes a repeat of its effect harmless. */
import type { ClientSetup, Protection, Setup } from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { choice, type Field, whole } from './linkField.ts'
import { USUAL_WINDOW } from './readerEdits.ts'

export const READER = 'consumer-1'

type Reader = Extract<ClientSetup, { kind: 'consumer' }>

const readerOf = ({ clients }: Setup): Reader | null => {
  const reader = clients[READER]
  return reader?.kind === 'consumer' ? reader : null
}

const withReader = (setup: Setup, change: Partial<Reader> | DropReason): Setup | DropReason => {
  const reader = readerOf(setup)
  if (reader === null) return 'no-reader'
  if (typeof change === 'string') return change
  return { ...setup, clients: { ...setup.clients, [READER]: { ...reader, ...change } } }
}

/** A week. */
const LONGEST_WINDOW = 604_800_000
const GUARDS = ['dedup', 'upsert', 'conditional'] as const
const guardOf = (kind: (typeof GUARDS)[number]): Protection =>
  kind === 'dedup' ? { kind, windowMs: USUAL_WINDOW } : { kind }

/** The window comes behind the guard it belongs to. */
export const readerFields: readonly Field[] = [
  {
    key: 'commit',
    get: (setup) => readerOf(setup)?.commit ?? null,
    set: (setup, text) => choice(text, ['before', 'after'], (commit) => withReader(setup, { commit })),
  },
  {
    key: 'guard',
    get: (setup) => readerOf(setup)?.protection?.kind ?? null,
    set: (setup, text) => choice(text, GUARDS, (kind) => withReader(setup, { protection: guardOf(kind) })),
  },
  {
    key: 'window',
    get: (setup) => {
      const guard = readerOf(setup)?.protection
      return guard?.kind === 'dedup' && guard.windowMs !== USUAL_WINDOW ? String(guard.windowMs) : null
    },
    set: (setup, text) =>
      whole(text, 0, LONGEST_WINDOW, (windowMs) => {
        const isDedup = readerOf(setup)?.protection?.kind === 'dedup'
        return withReader(setup, isDedup ? { protection: { kind: 'dedup', windowMs } } : 'no-window')
      }),
  },
]
