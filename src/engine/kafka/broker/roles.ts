import { brokerNode, brokerNumber, OFFSETS_PARTITION } from '../model/names.ts'
import type { ClusterState, PartitionState } from '../model/controller.ts'
import type { PartitionMetadata } from '../model/message.ts'
import { becomeFollower } from './demote.ts'
import { diskOf, note, putDisk, update, type Desk } from './desk.ts'
import { followLeaders } from './follower.ts'
import { putLeader, viewOf, watchIsr } from './highWatermark.ts'
import { onMetadata, takeOffice } from './leader.ts'
import { beginEpoch } from './leaderEpoch.ts'
import { answerAsNoLeader } from './parked.ts'

/** What the controller has decided reaches a broker: it leads, follows, or learns of others (LEAD-05, ISR-R05, ACK-09). */
export const takeMetadata = (desk: Desk, { partitions, eligible }: ClusterState): void => {
  const metadata = Object.fromEntries(partitions.map(({ partition, leader, leaderEpoch }): [string, PartitionMetadata] => [partition, { partition, leader, leaderEpoch }]))
  update(desk, { eligible, metadata: { ...desk.state.metadata, ...metadata } })
  const before = desk.state.roles
  for (const state of partitions) if (desk.durable.partitions[state.partition]) takeState(desk, state)
  const changed = partitions.filter(({ partition }) => desk.state.roles[partition] !== before[partition])
  followLeaders(desk, changed.flatMap((p) => (p.leader === null ? [] : [brokerNode(p.leader)])))
  watchIsr(desk)
}

const takeState = (desk: Desk, state: PartitionState): void => {
  const role = desk.state.roles[state.partition]
  if (role && state.leaderEpoch < role.leaderEpoch) return
  if (state.leader !== brokerNumber(desk.id)) return follow(desk, state)
  if (role?.role === 'leader' && role.leaderEpoch === state.leaderEpoch) {
    if (state.partitionEpoch > role.partitionEpoch) putLeader(desk, state.partition, role, onMetadata(role, state, viewOf(desk, state.partition, role)))
    return
  }
  lead(desk, state)
}

/** LEAD-05: it keeps its whole log, and its epoch begins at its log end. */
const lead = (desk: Desk, state: PartitionState): void => {
  const { partition, leaderEpoch } = state
  const disk = diskOf(desk, partition)
  const { logEndOffset } = disk.log
  putDisk(desk, partition, { ...disk, leaderEpochs: beginEpoch(disk.leaderEpochs, leaderEpoch, logEndOffset) })
  const before = desk.state.roles[partition]
  if (partition === OFFSETS_PARTITION) note(desk, { kind: 'coordinator-took-over', node: desk.id })
  const known = before?.highWatermark ?? 0
  note(desk, { kind: 'leadership-taken', node: desk.id, partition, leaderEpoch, logEndOffset, highWatermark: known })
  const office = takeOffice(state, known, viewOf(desk, partition, state), before?.role === 'leader' ? before : null)
  putLeader(desk, partition, { ...office, highWatermark: known }, office)
}

const follow = (desk: Desk, { partition, leader, leaderEpoch }: PartitionState): void => {
  const before = desk.state.roles[partition]
  if (before?.role === 'follower' && before.leaderEpoch === leaderEpoch && before.leader === leader) return
  note(desk, { kind: 'follows', node: desk.id, partition, leader: leader === null ? null : brokerNode(leader), leaderEpoch })
  becomeFollower(desk, partition, leader, leaderEpoch)
  if (before?.role === 'leader') answerAsNoLeader(desk, partition)
}
