import type { Recording } from './recording.ts'

/** What a step needs that the engine does not have yet, in words for the table. */
const NEEDS: Readonly<Record<string, string>> = {
  'cut-off': 'a client cut off',
  reconnect: 'a client cut off',
  'alter-topic': 'a topic altered while it runs',
  initTransactions: 'transactions',
  beginTransaction: 'transactions',
  commitTransaction: 'transactions',
  abortTransaction: 'transactions',
  sendOffsetsToTransaction: 'transactions',
  subscribe: 'groups',
  commitSync: 'groups',
  seek: 'readers that are moved',
}

const KNOWN = new Set([
  ...['send', 'await', 'await-all', 'partitionsFor', 'wait', 'wait-until', 'read-all', 'note', 'start', 'crash', 'flush', 'close'],
  ...['kill', 'shutdown', 'lose-disk', 'freeze', 'thaw', 'assign', 'poll', 'position'],
])

/** Why a recording is skipped; null when it can be carried out. */
export const skipReason = ({ steps, faults, settings }: Recording): string | null => {
  for (const step of steps) {
    const need = NEEDS[step.do]
    if (need) return `needs ${need}`
    if (!KNOWN.has(step.do)) return `has the unknown step ${step.do}`
    if (step.condition && 'polling' in step.condition) return 'needs groups'
    if (step.do === 'assign' && step.from === 'committed') return 'needs groups'
  }
  if (faults.some((f) => f.api !== 'Produce' && f.api !== 'Fetch')) return 'needs transactions'
  if (Object.values(settings.clients).some((c) => c['transactional.id'] !== undefined)) return 'needs transactions'
  return null
}
