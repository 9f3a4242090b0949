import type { ConnectionId, Millis } from '../../core/world.ts'
import type { TopicPartition } from '../model/names.ts'
import type { ParkedFetch } from '../model/broker.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import { diskOf, leaderRole, note, putRole, update, type Desk } from './desk.ts'
import { answerFetch, hasNews } from './fetch.ts'
import { finish, isWaitedBehind } from './requests.ts'

const waitOf = ({ request }: ParkedFetch): Timer => ({ timer: 'fetch-wait', connection: request.connection ?? '' })

export const park = (desk: Desk, fetch: ParkedFetch): void => {
  update(desk, { parked: [...desk.state.parked, fetch] })
  for (const { partition, fetchOffset } of fetch.partitions) note(desk, { kind: 'fetch-parked', node: desk.id, partition, from: fetch.request.from, offset: fetchOffset })
  rearmWaits(desk)
}

const unpark = (desk: Desk, fetch: ParkedFetch): void => {
  update(desk, { parked: desk.state.parked.filter((f) => f !== fetch) })
  desk.commands.push({ do: 'cancel-timer', key: timerKey(waitOf(fetch)) })
}

/** HW-R09: an append wakes waiting follower fetches, in the order in which they were parked. */
export const wakeFollowers = (desk: Desk, partition: TopicPartition): void => {
  for (const fetch of desk.state.parked) {
    if (fetch.replica !== null && asksFor(fetch, partition) && hasNews(desk, fetch)) answerParked(desk, fetch)
  }
}

/** CON-07: a consumer's waiting fetch is answered as soon as the high watermark passes its offset, in the same step. */
export const releaseConsumers = (desk: Desk, partition: TopicPartition): void => {
  for (const fetch of desk.state.parked) {
    if (fetch.replica === null && asksFor(fetch, partition) && hasNews(desk, fetch)) answerParked(desk, fetch)
  }
}

/** ACK-09's counterpart: a fetch parked at a broker that stops leading is answered at once with its error (model.md section 3). */
export const answerAsNoLeader = (desk: Desk, partition: TopicPartition): void => {
  for (const fetch of desk.state.parked) if (asksFor(fetch, partition)) answerParked(desk, fetch)
}

/** A fetch parked at the leader's end counts as caught up now (quiet clusters, model.md section 3). */
export const countParkedAsCaughtUp = (desk: Desk, partition: TopicPartition): void => {
  for (const { replica, partitions } of desk.state.parked) {
    const role = leaderRole(desk, partition)
    const remote = replica === null ? undefined : role?.remotes[replica]
    const asked = partitions.find((p) => p.partition === partition)
    if (!role || !remote || replica === null || asked?.fetchOffset !== diskOf(desk, partition).log.logEndOffset) continue
    putRole(desk, partition, { ...role, remotes: { ...role.remotes, [replica]: { ...remote, caughtUpAt: desk.env.now } } })
  }
}

/** HW-R06: an idle fetch has waited long enough and is answered empty, with the high watermark of this moment. */
export const endWait = (desk: Desk, connection: ConnectionId): void => {
  const fetch = desk.state.parked.find((f) => (f.request.connection ?? '') === connection)
  if (fetch) answerParked(desk, fetch)
}

/** The connection of a parked fetch has ended: nobody waits for it any more. */
export const dropParked = (desk: Desk, connection: string): void => {
  for (const fetch of desk.state.parked) {
    if (fetch.request.connection !== connection) continue
    unpark(desk, fetch)
    finish(desk, fetch.request)
  }
}

const asksFor = (fetch: ParkedFetch, partition: TopicPartition): boolean => fetch.partitions.some((p) => p.partition === partition)

const answerParked = (desk: Desk, fetch: ParkedFetch): void => {
  unpark(desk, fetch)
  answerFetch(desk, fetch)
}

/**
 * Quiet clusters have quiet agendas (model.md section 3): a parked fetch arms its wait timer only while its answer would
 * tell the asker of a higher high watermark, or while another request waits behind it on its connection.
 */
export const rearmWaits = (desk: Desk): void => {
  for (const fetch of desk.state.parked) {
    const isNeeded = wouldTellMore(desk, fetch) || isWaitedBehind(desk, fetch.request)
    if (isNeeded) arm(desk, fetch)
  }
}

const wouldTellMore = (desk: Desk, fetch: ParkedFetch): boolean => {
  const { replica } = fetch
  if (replica === null) return false
  return fetch.partitions.some(({ partition }) => {
    const role = leaderRole(desk, partition)
    return role !== null && role.highWatermark > (role.remotes[replica]?.toldHighWatermark ?? 0)
  })
}

const arm = (desk: Desk, fetch: ParkedFetch): void => {
  const at = dueAt(fetch.arrivedAt, desk.env.config['replica.fetch.wait.max.ms'], desk.env.now)
  const name = `fetch-wait ${fetch.request.name.replace(/ #\d+$/, '')}`
  desk.commands.push({ do: 'set-timer', key: timerKey(waitOf(fetch)), name, at, timer: waitOf(fetch), background: true })
}

/** Its wait ends 500 ms after it arrived, or at the next multiple of that if this is past. */
export const dueAt = (arrivedAt: Millis, wait: Millis, now: Millis): Millis => {
  const rounds = Math.max(1, Math.ceil((now - arrivedAt) / Math.max(1, wait)))
  return arrivedAt + rounds * wait
}
