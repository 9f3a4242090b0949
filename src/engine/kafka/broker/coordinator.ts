import type { ConnectionId } from '../../core/world.ts'
import type { WaitingOffsets } from '../model/broker.ts'
import type { ErrorCode } from '../model/error.ts'
import type { Message } from '../model/kinds.ts'
import type { Body } from '../model/message.ts'
import { OFFSETS_PARTITION } from '../model/names.ts'
import type { LogBatch } from '../model/record.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import { layDown } from './checkAndAppend.ts'
import { committedOffsets } from './committedOffsets.ts'
import { diskOf, leaderRole, note, putDisk, update, type Desk } from './desk.ts'
import { advanceHighWatermark } from './highWatermark.ts'
import { countParkedAsCaughtUp } from './parked.ts'
import { respond } from './requests.ts'

/**
 * The group coordinator is whoever leads the log of committed offsets: its state is that log, and it moves with the
 * leadership. Any broker says who that is.
 */
export const serveFindCoordinator = (desk: Desk, request: Message): void => {
  const coordinator = desk.state.metadata[OFFSETS_PARTITION]?.leader ?? null
  respond(desk, request, { api: 'FindCoordinatorResponse', error: coordinator === null ? 'COORDINATOR_NOT_AVAILABLE' : 'NONE', coordinator })
}

/**
 * CGR-09: stored as it is told. The record is appended as with acks=1, so too few replicas refuse nothing; but the answer
 * leaves only when the high watermark covers it, so a commit that was answered outlives its coordinator.
 */
export const serveOffsetCommit = (desk: Desk, request: Message, body: Extract<Body, { api: 'OffsetCommit' }>): void => {
  const role = leaderRole(desk, OFFSETS_PARTITION)
  if (!role) return answer(desk, request, 'NOT_COORDINATOR')
  const { group, offsets } = body
  const disk = diskOf(desk, OFFSETS_PARTITION)
  const baseOffset = disk.log.logEndOffset
  const commits = offsets.map(({ partition, offset }) => ({ group, partition, offset }))
  const batch: LogBatch = { baseOffset, lastOffset: baseOffset + commits.length - 1, leaderEpoch: role.leaderEpoch, records: [], stamp: null, timestamp: desk.env.now, commits }
  countParkedAsCaughtUp(desk, OFFSETS_PARTITION)
  putDisk(desk, OFFSETS_PARTITION, layDown(disk, batch))
  for (const { partition, offset } of offsets) note(desk, { kind: 'offset-stored', node: desk.id, group, partition, offset, message: request.name })
  desk.commands.push({ do: 'follow-up', key: `wake ${OFFSETS_PARTITION}`, name: `wake offsets ${desk.id}`, timer: { timer: 'wake', partition: OFFSETS_PARTITION } })
  advanceHighWatermark(desk, OFFSETS_PARTITION)
  answerWhenReplicated(desk, { request, needs: batch.lastOffset + 1 })
}

/** A reader asks for stable offsets: what was stored before counts once it is replicated, and the answer waits for that. */
export const serveOffsetFetch = (desk: Desk, request: Message): void => {
  if (!leaderRole(desk, OFFSETS_PARTITION)) return answer(desk, request, 'NOT_COORDINATOR')
  answerWhenReplicated(desk, { request, needs: diskOf(desk, OFFSETS_PARTITION).log.logEndOffset })
}

const expiryOf = (request: Message): Timer => ({ timer: 'offsets-expiry', connection: request.connection ?? '' })

const answerWhenReplicated = (desk: Desk, waiting: WaitingOffsets): void => {
  if ((leaderRole(desk, OFFSETS_PARTITION)?.highWatermark ?? -1) >= waiting.needs) return conclude(desk, waiting, 'NONE')
  update(desk, { waitingOffsets: [...desk.state.waitingOffsets, waiting] })
  const { request } = waiting
  const name = `offsets-expiry ${request.body.api} ${desk.id}`
  desk.commands.push({ do: 'set-timer', key: timerKey(expiryOf(request)), name, at: desk.env.now + desk.env.config['offsets.commit.timeout.ms'], timer: expiryOf(request) })
}

/** Its log is replicated further, or another broker leads it now. */
export const releaseOffsets = (desk: Desk): void => {
  const role = leaderRole(desk, OFFSETS_PARTITION)
  for (const waiting of desk.state.waitingOffsets) {
    if (role && role.highWatermark < waiting.needs) continue
    leave(desk, waiting)
    conclude(desk, waiting, role ? 'NONE' : 'NOT_COORDINATOR')
  }
}

/** What was appended stays: the commit may count all the same. */
export const expireOffsets = (desk: Desk, connection: ConnectionId): void => {
  const waiting = desk.state.waitingOffsets.find((w) => (w.request.connection ?? '') === connection)
  if (!waiting) return
  leave(desk, waiting)
  conclude(desk, waiting, 'COORDINATOR_NOT_AVAILABLE')
}

const leave = (desk: Desk, waiting: WaitingOffsets): void => {
  update(desk, { waitingOffsets: desk.state.waitingOffsets.filter((w) => w !== waiting) })
  desk.commands.push({ do: 'cancel-timer', key: timerKey(expiryOf(waiting.request)) })
}

const conclude = (desk: Desk, { request, needs }: WaitingOffsets, error: ErrorCode): void => {
  const { body } = request
  if (body.api !== 'OffsetFetch' || error !== 'NONE') return answer(desk, request, error)
  const offsets = committedOffsets(diskOf(desk, OFFSETS_PARTITION).log, needs, body.group, body.partitions)
  respond(desk, request, { api: 'OffsetFetchResponse', error, offsets })
}

const answer = (desk: Desk, request: Message, error: ErrorCode): void =>
  respond(desk, request, request.body.api === 'OffsetFetch' ? { api: 'OffsetFetchResponse', error, offsets: [] } : { api: 'OffsetCommitResponse', error })
