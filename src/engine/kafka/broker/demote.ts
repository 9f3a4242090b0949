import { OFFSETS_PARTITION, type BrokerNumber, type LeaderEpoch, type TopicPartition } from '../model/names.ts'
import { releaseOffsets } from './coordinator.ts'
import { diskOf, putRole, type Desk } from './desk.ts'
import { boundedHighWatermark } from './log.ts'
import { releaseProduces } from './purgatory.ts'

/**
 * A leader learns that another broker leads the partition. ACK-09: produce requests that wait here are answered
 * NOT_LEADER_OR_FOLLOWER; what they appended stays for now, and whether it survives is up to the new leader (LEAD-07).
 */
export const becomeFollower = (
  desk: Desk,
  partition: TopicPartition,
  leader: BrokerNumber | null,
  leaderEpoch: LeaderEpoch,
): void => {
  const role = desk.state.roles[partition]
  const highWatermark = boundedHighWatermark(diskOf(desk, partition).log, role?.highWatermark ?? 0)
  putRole(desk, partition, { role: 'follower', leader, leaderEpoch, highWatermark, fenced: false })
  releaseProduces(desk, partition)
  if (partition === OFFSETS_PARTITION) releaseOffsets(desk)
}
