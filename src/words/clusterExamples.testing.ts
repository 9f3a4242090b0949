/** Every kind of event of brokers among themselves, in every shape that has words of its own. */
import type { EventKind, EventNamed } from './index.ts'

const A = { record: 'A', send: 1 }
const B = { record: 'B', send: 1 }
const broker = { node: 'broker-1', partition: 'orders-0' } as const
const controller = { node: 'controller-1', partition: 'orders-0' } as const
const about = { node: 'controller-1', broker: 'broker-1' } as const

export const clusterExamples = {
  'node-paused': [{ kind: 'node-paused', node: 'broker-1', until: 15036 }],
  'broker-stopped': [
    { kind: 'broker-stopped', node: 'broker-1', backAt: 20030 },
    { kind: 'broker-stopped', node: 'broker-1', backAt: null },
  ],
  'node-resumed': [{ kind: 'node-resumed', node: 'broker-1' }],
  'cut-began': (['in', 'out', 'both'] as const).flatMap((way) =>
    [null, 'controller-1'].map((from) => ({ kind: 'cut-began' as const, node: 'broker-1', from, way, until: 20030 })),
  ),
  'cut-ended': [{ kind: 'cut-ended', node: 'broker-1' }],
  'isr-change-asked': [{ ...broker, kind: 'isr-change-asked', isr: [1, 2] }],
  'leadership-taken': [
    { ...broker, kind: 'leadership-taken', leaderEpoch: 1, logEndOffset: 2, highWatermark: 1 },
    { ...broker, kind: 'leadership-taken', leaderEpoch: 1, logEndOffset: 2, highWatermark: 2 },
    { ...broker, kind: 'leadership-taken', leaderEpoch: 1, logEndOffset: 0, highWatermark: 0 },
  ],
  follows: [
    { ...broker, kind: 'follows', leader: 'broker-2', leaderEpoch: 1 },
    { ...broker, kind: 'follows', leader: null, leaderEpoch: 1 },
  ],
  'log-truncated': [
    {
      ...broker,
      kind: 'log-truncated',
      to: 2,
      removed: [{ records: [A, B], baseOffset: 2, leaderEpoch: 0 }],
      highWatermark: 0,
    },
    { ...broker, kind: 'log-truncated', to: 2, removed: [], highWatermark: 0 },
  ],
  'replica-reloaded': [
    { ...broker, kind: 'replica-reloaded', logEndOffset: 3, highWatermark: 0 },
    { ...broker, kind: 'replica-reloaded', logEndOffset: 3, highWatermark: 2 },
    { ...broker, kind: 'replica-reloaded', logEndOffset: 0, highWatermark: 0 },
  ],
  'disk-lost': [{ kind: 'disk-lost', node: 'broker-1' }],
  'fell-behind': [
    { kind: 'fell-behind', node: 'broker-3', until: 40020 },
    { kind: 'fell-behind', node: 'broker-3', until: null },
  ],
  'fetches-again': [{ kind: 'fetches-again', node: 'broker-3' }],
  'broker-fenced': [{ ...about, kind: 'broker-fenced' }],
  'broker-unfenced': [{ ...about, kind: 'broker-unfenced' }],
  'broker-shutting-down': [{ ...about, kind: 'broker-shutting-down' }],
  'registration-refused': [{ ...about, kind: 'registration-refused' }],
  'leader-elected': [
    { ...controller, kind: 'leader-elected', leader: 'broker-2', leaderEpoch: 1, isr: [2, 3], unclean: false },
    { ...controller, kind: 'leader-elected', leader: 'broker-2', leaderEpoch: 1, isr: [2], unclean: true },
    { ...controller, kind: 'leader-elected', leader: null, leaderEpoch: 1, isr: [], unclean: false },
  ],
  'isr-changed': [
    { ...controller, kind: 'isr-changed', isr: [2, 3], elr: [] },
    { ...controller, kind: 'isr-changed', isr: [], elr: [1] },
  ],
  'isr-change-refused': [{ ...controller, kind: 'isr-change-refused', error: 'FENCED_LEADER_EPOCH' }],
  'position-moved': [
    { node: 'consumer-1', partition: 'orders-0', kind: 'position-moved', from: 5, to: 3, because: 'truncated' },
    { node: 'consumer-1', partition: 'orders-0', kind: 'position-moved', from: 5, to: 0, because: 'out-of-range' },
  ],
  'reader-failed': [
    { node: 'consumer-1', partition: 'orders-0', kind: 'reader-failed', exception: 'OffsetOutOfRangeException' },
    { node: 'consumer-1', partition: 'orders-0', kind: 'reader-failed', exception: 'NoOffsetForPartitionException' },
    { node: 'consumer-1', partition: 'orders-0', kind: 'reader-failed', exception: 'InvalidGroupIdException' },
    { node: 'consumer-1', partition: 'orders-0', kind: 'reader-failed', exception: 'TimeoutException' },
  ],
} as const satisfies { readonly [K in EventKind]?: readonly EventNamed<K>[] }
