import type { Consumer } from '../model/consumer.ts'
import type { Command } from '../model/kinds.ts'
import { fetchAll } from './fetching.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'
import { work } from './working.ts'

/** CGR-01: a poll hands over what has arrived, moves the position, and the next fetch leaves. */
export const poll = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  if (state.handed.length > 0 || state.buffered.length === 0) return moved(state)
  const handed = state.buffered.slice(0, env.config['max.poll.records'])
  const positions = { ...state.positions, ...Object.fromEntries(handed.map((r) => [r.partition, r.offset + 1])) }
  const notes = handed.map(({ partition, record, offset }): Command => ({ do: 'note', event: { kind: 'record-delivered', node: self.id, partition, record, offset } }))
  const after = { ...state, handed, positions, buffered: state.buffered.slice(handed.length) }
  return andThen(
    andThen(moved(after, ...notes), (s) => fetchAll(s, env)),
    (s) => work(self, s, env),
  )
}

/** The first of the handed records is done with: the next one, or the next poll. */
export const goOn = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const rest = { ...state, handed: state.handed.slice(1) }
  return rest.handed.length > 0 ? work(self, rest, env) : poll(self, rest, env)
}
