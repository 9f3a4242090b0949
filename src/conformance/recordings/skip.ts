import type { Recording } from './recording.ts'

/** What a step needs that the engine does not have yet, in words for the table. */
const NEEDS: Readonly<Record<string, string>> = {
  kill: 'brokers dying',
  shutdown: 'brokers dying',
  'lose-disk': 'brokers dying',
  freeze: 'a frozen broker',
  thaw: 'a frozen broker',
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
  assign: 'readers that act step by step',
  poll: 'readers that act step by step',
  position: 'readers that act step by step',
  seek: 'readers that act step by step',
}

const ENDED_BY_A_READ = new Set(['send', 'await', 'await-all', 'partitionsFor', 'wait', 'wait-until', 'read-all', 'note', 'start', 'crash', 'flush', 'close'])

/** Why a recording is skipped; null when it can be carried out. */
export const skipReason = ({ steps, faults, settings }: Recording): string | null => {
  for (const step of steps) {
    const need = NEEDS[step.do]
    if (need) return `needs ${need}`
    if (!ENDED_BY_A_READ.has(step.do)) return `has the unknown step ${step.do}`
    if (step.do === 'start' && step.who.startsWith('broker-')) return 'needs brokers dying'
    if (step.condition && !('client' in step.condition)) return 'needs a changing ISR or leader'
  }
  if (faults.some((f) => f.api === 'Fetch')) return 'needs followers that fall behind'
  if (faults.some((f) => f.api !== 'Produce')) return 'needs transactions'
  if (Object.values(settings.clients).some((c) => c['transactional.id'] !== undefined)) return 'needs transactions'
  return null
}
