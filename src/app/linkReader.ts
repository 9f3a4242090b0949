/** Settings of the reader that are not Kafka's: when it says "done", and what makes a repeat of its effect harmless. */
import { LONGEST_WINDOW, type Setup } from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { choice, type Field, whole } from './linkField.ts'
import { protectionOf, protections, USUAL_WINDOW } from './readerEdits.ts'
import type { ConsumerSetup } from './setupEdits.ts'

export const READER = 'consumer-1'

const readerOf = ({ clients }: Setup): ConsumerSetup | null => {
  const reader = clients[READER]
  return reader?.kind === 'consumer' ? reader : null
}

const withReader = (setup: Setup, change: Partial<ConsumerSetup> | DropReason): Setup | DropReason => {
  const reader = readerOf(setup)
  if (reader === null) return 'no-reader'
  if (typeof change === 'string') return change
  return { ...setup, clients: { ...setup.clients, [READER]: { ...reader, ...change } } }
}

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
    set: (setup, text) => choice(text, protections, (kind) => withReader(setup, { protection: protectionOf(kind) })),
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
