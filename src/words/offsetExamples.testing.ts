import type { PendingName } from '../engine/index.ts'
import type { EventKind, EventNamed } from './en/said.ts'

const at = { node: 'consumer-1', partition: 'orders-0' } as const
const message = 'OffsetCommit[A,B] consumer-1>broker-3 #1' as PendingName
const one = [{ partition: 'orders-0', offset: 2 }]
const two = [...one, { partition: 'orders-1', offset: 1 }]

/** Committed offsets, in every shape that has words of its own. */
export const offsetExamples = {
  'position-found': [
    { ...at, kind: 'position-found', offset: 2, because: 'committed' },
    { ...at, kind: 'position-found', offset: 0, because: 'reset' },
  ],
  'commit-sent': [
    { kind: 'commit-sent', node: 'consumer-1', because: 'before', attempt: 1, offsets: one },
    { kind: 'commit-sent', node: 'consumer-1', because: 'after', attempt: 2, offsets: one },
    { kind: 'commit-sent', node: 'consumer-1', because: 'auto', attempt: 1, offsets: two },
  ],
  'offset-stored': [
    { kind: 'offset-stored', node: 'broker-3', partition: 'orders-0', group: 'group-1', offset: 2, message },
  ],
  'offsets-committed': [{ ...at, kind: 'offsets-committed', offset: 2, because: 'before' }],
  'commit-failed': [
    { kind: 'commit-failed', node: 'consumer-1', because: 'after', error: 'NETWORK_EXCEPTION', retried: true },
    { kind: 'commit-failed', node: 'consumer-1', because: 'auto', error: 'NOT_COORDINATOR', retried: false },
  ],
  'coordinator-took-over': [{ kind: 'coordinator-took-over', node: 'broker-1' }],
} as const satisfies { readonly [K in EventKind]?: readonly EventNamed<K>[] }
