import { invariant } from '../../core/invariant.ts'
import type { Commit, CommitReason, Consumer } from '../model/consumer.ts'
import type { ErrorCode } from '../model/error.ts'
import type { Command } from '../model/kinds.ts'
import { reach } from './coordinator.ts'
import { giveUp } from './givingUp.ts'
import { at, isAutomatic, never, offsetsOf, put, putCommit, putCoordinator } from './keeping.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/** What follows a commit: the records are worked on, or the next poll. */
export type Then = (state: State, because: CommitReason) => Moved

/**
 * CGR-02: the reader's code commits what it was handed, and waits. What follows comes with the answer; without any answer
 * for `default.api.timeout.ms` the call throws.
 */
export const commitSync = (self: Consumer, state: State, because: 'before' | 'after', env: ConsumerEnv, then: Then): Moved => {
  if (state.keeping === null) return giveUp(self, state, 'InvalidGroupIdException')
  if (state.keeping.uncommitted.length === 0) return then(state, because)
  // Code that commits does so before every poll, so no automatic commit can be on its way here.
  invariant(state.keeping.commit === null, 'one commit at a time')
  const deadline = at(self.id, env.now + env.config['default.api.timeout.ms'], { timer: 'commit-deadline' })
  return andThen(moved(begun(state, because), deadline), (s) => reach(self, s, env))
}

const begun = (state: State, because: CommitReason): State =>
  put(state, { commit: { because, records: state.keeping?.uncommitted ?? [], attempt: 0, sent: false, notBefore: 0 } })

/**
 * CGR-03, CGR-04: a poll that begins commits what *earlier* polls handed over, once `auto.commit.interval.ms` have passed.
 * Nobody waits for the answer. Idle polls commit nothing new, so they pass here without a trace (quiet clusters).
 */
export const commitByPoll = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const { keeping } = state
  if (keeping === null || !isAutomatic(env, state) || env.now < keeping.autoCommitAt || keeping.commit !== null) return moved(state)
  const every = env.config['auto.commit.interval.ms']
  if (keeping.uncommitted.length === 0) {
    const rounds = every === 0 ? 0 : Math.floor((env.now - keeping.autoCommitAt) / every) + 1
    return moved(put(state, { autoCommitAt: keeping.autoCommitAt + rounds * every }))
  }
  return andThen(moved(put(begun(state, 'auto'), { autoCommitAt: env.now + every }), never('auto-commit')), (s) => reach(self, s, env))
}

/** A poll that finds nothing waits, and wakes when the interval is over; only while there is something to commit. */
export const planAutoCommit = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const { keeping } = state
  if (keeping === null || !isAutomatic(env, state) || keeping.uncommitted.length === 0 || keeping.commit !== null) return moved(state)
  return moved(state, at(self.id, Math.max(env.now, keeping.autoCommitAt), { timer: 'auto-commit' }))
}

/** The coordinator has answered. */
export const committed = (self: Consumer, state: State, error: ErrorCode, env: ConsumerEnv, then: Then): Moved => {
  const commit = state.keeping?.commit
  if (!state.keeping || !commit) return moved(state)
  if (error !== 'NONE') return refused(self, state, commit, error, env)
  const notes = offsetsOf(commit.records).map(({ partition, offset }): Command => ({ do: 'note', event: { kind: 'offsets-committed', node: self.id, partition, offset, because: commit.because } }))
  const left = put(state, { commit: null, uncommitted: state.keeping.uncommitted.slice(commit.records.length) })
  return andThen(moved(left, ...notes, never('coordinator-timeout'), never('commit-deadline')), (s) => then(s, commit.because))
}

const refused = (self: Consumer, state: State, commit: Commit, error: ErrorCode, env: ConsumerEnv): Moved => {
  // Whoever says so does not coordinate, or not any more.
  const doubted = error === 'COORDINATOR_LOAD_IN_PROGRESS' ? state : putCoordinator(state, { known: false })
  return andThen(moved(doubted, never('coordinator-timeout')), (s) => commitFailed(self, s, commit, error, env))
}

/**
 * Every failure here is one that passes: a commit that is waited for is tried again after `retry.backoff.ms`, an automatic
 * one is left to the next poll after as long (CGR-03).
 */
export const commitFailed = (self: Consumer, state: State, commit: Commit, error: ErrorCode, env: ConsumerEnv): Moved => {
  const again = env.now + env.config['retry.backoff.ms']
  const retried = commit.because !== 'auto'
  const note: Command = { do: 'note', event: { kind: 'commit-failed', node: self.id, because: commit.because, error, retried } }
  if (retried) return moved(putCommit(state, commit, { sent: false, notBefore: again }), note, at(self.id, again, { timer: 'coordinator-retry' }, true))
  const dropped = put(state, { commit: null, autoCommitAt: again })
  // Busy with a record, it is in no poll: the next one looks at the clock.
  const isIdle = dropped.handed.length === 0
  return andThen(moved(dropped, note), (s) => (isIdle ? planAutoCommit(self, s, env) : moved(s)))
}

/** `default.api.timeout.ms` is over: the call throws, and the reader's loop ends with it. */
export const commitTimedOut = (self: Consumer, state: State): Moved =>
  state.keeping?.commit ? andThen(moved(put(state, { commit: null }), never('coordinator-timeout'), never('coordinator-retry')), (s) => giveUp(self, s, 'TimeoutException')) : moved(state)
