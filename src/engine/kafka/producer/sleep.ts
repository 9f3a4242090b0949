import type { Millis } from '../../core/world.ts'
import { leaderOf, queuedPartitions, timeToReady } from './accumulator.ts'
import { deliveryDeadline, linkTo, unanswered, type Desk } from './desk.ts'
import { hasRoom } from './write.ts'

/**
 * TMO-10: the sender sleeps until something arrives, a batch becomes ready or its node may be dialled, the next delivery
 * deadline, or `request.timeout.ms` from *now*, whichever is first. The deadline of a request in flight does not wake
 * it. A sleep for a deadline ends 1 ms behind it, because TMO-08 is *strictly greater*; so where request and delivery
 * deadline coincide, the request time-out is handled first (TMO-11: the real client goes either way). With
 * nothing queued and nothing unanswered there is nothing to sleep for: null.
 */
export const sleepUntil = (desk: Desk): Millis | null => {
  const waits = [...readyTimes(desk), ...deadlines(desk), ...requestTimeout(desk), ...identityTimes(desk), ...metadataTimes(desk)].filter((t) => Number.isFinite(t))
  return waits.length === 0 ? null : Math.max(Math.min(...waits), desk.env.now + 1)
}

const readyTimes = (desk: Desk): readonly Millis[] =>
  queuedPartitions(desk).flatMap((partition) => {
    const leader = leaderOf(desk, partition)
    if (leader === null || desk.state.muted.includes(partition)) return []
    const wait = timeToReady(desk, partition)
    if (wait > 0) return [desk.env.now + wait]
    const link = linkTo(desk, leader)
    if (link.state === 'disconnected') return [link.notBefore]
    // The real sender does not sleep at all while a ready batch is held back: it then sees request deadlines on time.
    return hasRoom(desk, leader) ? requestDeadlines(desk) : []
  })

const requestDeadlines = (desk: Desk): readonly Millis[] =>
  desk.env.brokers.flatMap((b) => unanswered(desk, b).map((r) => r.sentAt + desk.env.config['request.timeout.ms'] + 1))

/** Of what is in flight, and of the head of each queue, muted or not: nobody looks further (TMO-02). */
const deadlines = (desk: Desk): readonly Millis[] => {
  const waiting = new Set(Object.values(desk.state.queues).flatMap((queue) => queue.slice(1)))
  return Object.values(desk.state.batches)
    .filter((b) => b.result === null && !waiting.has(b.key))
    .map((b) => deliveryDeadline(desk, b) + 1)
}

const requestTimeout = (desk: Desk): readonly Millis[] =>
  desk.env.brokers.some((b) => unanswered(desk, b).length > 0) ? [desk.env.now + desk.env.config['request.timeout.ms'] + 1] : []

const identityTimes = (desk: Desk): readonly Millis[] => {
  const { identity } = desk.state
  return identity.state === 'uninitialized' && identity.notBefore > desk.env.now ? [identity.notBefore] : []
}

/** Somebody must be asked and nobody may be dialled yet; or a partition has no leader and the last answer is too fresh to ask again. */
const metadataTimes = (desk: Desk): readonly Millis[] => {
  const { env, state } = desk
  const again = queuedPartitions(desk).some((p) => leaderOf(desk, p) === null) ? [state.metadataAskedAt + env.config['retry.backoff.ms']] : []
  const needsBroker = state.metadataWanted || state.identity.state === 'uninitialized'
  const isReachable = env.brokers.some((b) => linkTo(desk, b).state !== 'disconnected')
  const dialTimes = needsBroker && !isReachable ? env.brokers.map((b) => linkTo(desk, b).notBefore) : []
  return [...again, ...dialTimes].filter((t) => t > env.now)
}
