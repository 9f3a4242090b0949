import type { Body, FetchedPartition, FetchPartition } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import { brokerNode, brokerNumber } from '../model/names.ts'
import { layDown } from './checkAndAppend.ts'
import { diskOf, note, putDisk, putRole, type Desk } from './desk.ts'
import { boundedHighWatermark, lastEpoch } from './log.ts'
import { forgetExpired } from './producerExpiry.ts'

/** A follower takes what its leader sent and asks for what comes next. */
export const takeFetched = (desk: Desk, message: Message, body: Extract<Body, { api: 'FetchResponse' }>): void => {
  for (const fetched of body.partitions) replicate(desk, message, fetched)
  fetchNext(desk, message.from)
}

/** BLOG-11: a follower checks no sequence. HW-R07: its high watermark is the value in the answer, as far as its own log reaches. */
const replicate = (desk: Desk, message: Message, { partition, batches, highWatermark }: FetchedPartition): void => {
  const role = desk.state.roles[partition]
  if (role?.role !== 'follower' || role.leader !== brokerNumber(message.from)) return
  if (batches.length > 0) forgetExpired(desk, partition)
  for (const batch of batches) {
    putDisk(desk, partition, layDown(diskOf(desk, partition), batch))
    const { records, baseOffset, leaderEpoch } = batch
    const { logEndOffset } = diskOf(desk, partition).log
    note(desk, { kind: 'batch-replicated', node: desk.id, partition, records, baseOffset, leaderEpoch, logEndOffset, message: message.name })
  }
  const known = boundedHighWatermark(diskOf(desk, partition).log, highWatermark)
  if (known === role.highWatermark) return
  putRole(desk, partition, { ...role, highWatermark: known })
  if (known > role.highWatermark) note(desk, { kind: 'high-watermark-advanced', node: desk.id, partition, highWatermark: known, role: 'follower' })
}

/** What a follower asks one leader for: every partition it follows there, from its own log end. */
export const fetchNext = (desk: Desk, leader: string): void => {
  const connection = desk.state.links[leader]
  const partitions = followedFrom(desk, leader)
  if (connection === undefined || partitions.length === 0 || desk.state.idle) return
  desk.commands.push({ do: 'send', to: leader, connection, about: [], body: { api: 'Fetch', replica: brokerNumber(desk.id), partitions } })
}

export const followedFrom = (desk: Pick<Desk, 'state' | 'durable'>, leader: string): readonly FetchPartition[] =>
  Object.entries(desk.state.roles).flatMap(([partition, role]) => {
    const disk = desk.durable.partitions[partition]
    if (role.role !== 'follower' || brokerNode(role.leader) !== leader || !disk) return []
    return [{ partition, fetchOffset: disk.log.logEndOffset, leaderEpoch: role.leaderEpoch, lastFetchedEpoch: lastEpoch(disk.log) }]
  })
