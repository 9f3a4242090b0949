import type { ExceptionClass } from '../model/error.ts'
import type { Consumer } from '../model/consumer.ts'
import type { FetchedPartition } from '../model/message.ts'
import type { Offset } from '../model/names.ts'
import { askForMetadata } from './finding.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/** The asked broker does not lead, or not under this epoch: metadata is asked before it is fetched from again. */
export const isNoLeader = ({ error }: FetchedPartition): boolean => error !== 'NONE' && error !== 'OFFSET_OUT_OF_RANGE'

/** What an answer without records says about a position: the log was cut below it, it is out of range, or the asked broker does not lead. */
export const settlePosition = (self: Consumer, state: State, fetched: FetchedPartition, env: ConsumerEnv): Moved => {
  const { partition, error, diverging, highWatermark } = fetched
  const policy = env.config['auto.offset.reset']
  // CON-04: with a reset policy it moves to the first diverging offset; with none it is told.
  if (diverging) return policy === 'none' ? failOn(self, state, partition, 'LogTruncationException') : moveTo(self, state, partition, diverging.endOffset, 'truncated')
  if (error === 'NONE') return moved(state)
  // CON-03
  if (error === 'OFFSET_OUT_OF_RANGE') {
    if (policy === 'none') return failOn(self, state, partition, 'OffsetOutOfRangeException')
    return moveTo(self, state, partition, policy === 'latest' ? Math.max(0, highWatermark) : 0, 'out-of-range')
  }
  return andThen(moved(state), (s) => askForMetadata(s, env))
}

const moveTo = (self: Consumer, state: State, partition: string, to: Offset, because: 'truncated' | 'out-of-range'): Moved => {
  const from = state.positions[partition] ?? 0
  const { [partition]: _, ...epochs } = state.epochs
  return moved({ ...state, positions: { ...state.positions, [partition]: to }, epochs }, { do: 'note', event: { kind: 'position-moved', node: self.id, partition, from, to, because } })
}

const failOn = (self: Consumer, state: State, partition: string, exception: ExceptionClass): Moved =>
  moved({ ...state, failed: [...state.failed, partition] }, { do: 'note', event: { kind: 'reader-failed', node: self.id, partition, exception } })
