import type { Consumer } from '../model/consumer.ts'
import type { Command } from '../model/kinds.ts'
import { commitByPoll, commitSync, planAutoCommit, type Then } from './committing.ts'
import { fetchAll } from './fetching.ts'
import { hasGivenUp } from './givingUp.ts'
import { isWaitedFor, never, put } from './keeping.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'
import { work } from './working.ts'

/**
 * CGR-01: a poll hands over what has arrived, moves the position, and the next fetch leaves. Before that it commits what
 * earlier polls handed over, when that is due (CGR-03).
 */
export const poll = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  if (state.handed.length > 0 || isWaitedFor(state) || hasGivenUp(state)) return moved(state)
  return andThen(commitByPoll(self, state, env), (s) => (s.buffered.length > 0 ? handOver(self, s, env) : planAutoCommit(self, s, env)))
}

const handOver = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const handed = state.buffered.slice(0, env.config['max.poll.records'])
  const positions = { ...state.positions, ...Object.fromEntries(handed.map((r) => [r.partition, r.offset + 1])) }
  const notes = handed.map(({ partition, record, offset }): Command => ({ do: 'note', event: { kind: 'record-delivered', node: self.id, partition, record, offset } }))
  const uncommitted = [...(state.keeping?.uncommitted ?? []), ...handed]
  const after = put({ ...state, handed, positions, buffered: state.buffered.slice(handed.length) }, { uncommitted })
  return andThen(
    andThen(moved(after, ...notes, never('auto-commit')), (s) => fetchAll(s, env)),
    (s) => (env.commit === 'before' ? commitSync(self, s, 'before', env, afterCommit(self, env)) : work(self, s, env)),
  )
}

/** The first of the handed records is done with: the next one, or, behind the last, the commit and the next poll. */
export const goOn = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const rest = { ...state, handed: state.handed.slice(1) }
  if (rest.handed.length > 0) return work(self, rest, env)
  return env.commit === 'after' ? commitSync(self, rest, 'after', env, afterCommit(self, env)) : poll(self, rest, env)
}

/** CGR-02: what was committed before it is processed is worked on now; behind a commit afterwards comes the next poll. */
export const afterCommit =
  (self: Consumer, env: ConsumerEnv): Then =>
  (state, because) => {
    if (because === 'before') return work(self, state, env)
    return because === 'after' || state.handed.length === 0 ? poll(self, state, env) : moved(state)
  }
