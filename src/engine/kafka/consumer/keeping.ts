import type { Millis } from '../../core/world.ts'
import type { ClientLink } from '../model/clientLink.ts'
import type { Command } from '../model/kinds.ts'
import type { Commit, FetchedRecord, Keeping } from '../model/consumer.ts'
import type { PartitionOffset } from '../model/message.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import type { ConsumerEnv, State } from './moved.ts'

export const DOWN: ClientLink = { state: 'disconnected', connection: null, notBefore: 0, failures: 0 }

/** A process that has just started: it knows no coordinator, and nothing of what was committed. */
export const coldKeeping: Omit<Keeping, 'group'> = {
  coordinator: { node: null, known: false, asked: null, link: DOWN },
  uncommitted: [],
  commit: null,
  fetched: 'wanted',
  autoCommitAt: 0,
}

export const put = (state: State, change: Partial<Keeping>): State => (state.keeping === null ? state : { ...state, keeping: { ...state.keeping, ...change } })

export const putCoordinator = (state: State, change: Partial<Keeping['coordinator']>): State =>
  state.keeping === null ? state : put(state, { coordinator: { ...state.keeping.coordinator, ...change } })

export const putCommit = (state: State, commit: Commit, change: Partial<Commit>): State => put(state, { commit: { ...commit, ...change } })

/** The offsets that cover these records: behind the last one of each partition (CGR-01). */
export const offsetsOf = (records: readonly FetchedRecord[]): readonly PartitionOffset[] =>
  [...new Map(records.map((r) => [r.partition, r.offset + 1]))].map(([partition, offset]) => ({ partition, offset }))

/** A commit that the reader's code waits for: nothing else happens meanwhile. */
export const isWaitedFor = ({ keeping }: State): boolean => keeping?.commit != null && keeping.commit.because !== 'auto'

export const isAutomatic = ({ config }: ConsumerEnv, { keeping }: State): boolean => keeping !== null && config['enable.auto.commit']

type OwnTimer = Extract<Timer, { timer: 'coordinator-timeout' | 'coordinator-retry' | 'commit-deadline' | 'auto-commit' }>

export const at = (id: string, time: Millis, timer: OwnTimer, background = false): Command => ({
  do: 'set-timer',
  key: timerKey(timer),
  name: `${timer.timer} ${id}`,
  at: time,
  timer,
  ...(background ? { background } : {}),
})

export const never = (timer: OwnTimer['timer']): Command => ({ do: 'cancel-timer', key: timerKey({ timer }) })
