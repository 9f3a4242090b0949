import type { Consumer } from '../model/consumer.ts'
import type { ExceptionClass } from '../model/error.ts'
import type { Command } from '../model/kinds.ts'
import { moved, type Moved, type State } from './moved.ts'

/** It polls no more. */
export const hasGivenUp = ({ metadata, failed }: State): boolean => failed.length > 0 && Object.keys(metadata).every((p) => failed.includes(p))

/** An exception that the reader's code does not catch ends its loop: nothing is read or worked on any more until it restarts. */
export const giveUp = (self: Consumer, state: State, exception: ExceptionClass): Moved => {
  const left = Object.keys(state.metadata).filter((p) => !state.failed.includes(p))
  const notes = left.map((partition): Command => ({ do: 'note', event: { kind: 'reader-failed', node: self.id, partition, exception } }))
  return moved({ ...state, failed: [...state.failed, ...left], handed: [], buffered: [] }, ...notes, { do: 'cancel-timer', key: 'processed' })
}
