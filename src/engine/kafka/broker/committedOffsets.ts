import type { PartitionOffset } from '../model/message.ts'
import type { Offset, TopicPartition } from '../model/names.ts'
import type { Log } from '../model/broker.ts'
import { batchesOf } from './log.ts'

/**
 * What a group has committed, read from the coordinator's log. CGR-09: the last commit counts, backwards or not.
 * @param upTo as far as the log is read
 * @returns for each partition that was asked for; -1 where nothing is committed
 */
export const committedOffsets = (log: Log, upTo: Offset, group: string, asked: readonly TopicPartition[]): readonly PartitionOffset[] => {
  const stored = batchesOf(log).flatMap((batch) => (batch.lastOffset < upTo ? (batch.commits ?? []) : []))
  return asked.map((partition) => {
    const last = stored.findLast((s) => s.group === group && s.partition === partition)
    return { partition, offset: last?.offset ?? -1 }
  })
}
