import type { Millis, NodeId } from '../../core/world.ts'
import { recordName, type TopicPartition, topicPartition } from '../model/names.ts'
import type { SentRecord } from '../model/record.ts'
import type { Act, Workload } from '../model/setup.ts'

/** What an application hands over next, when and where. */
export interface Due {
  readonly at: Millis
  readonly record: SentRecord
  readonly partition: TopicPartition
  readonly bytes: number
}

/** The acts of one producer's application, in order of time. */
const actsOf = ({ script }: Workload, producer: NodeId): readonly Act[] => (script ?? []).filter((act) => act.by === producer)

/**
 * The hand-over number `next`, from 0.
 * @param lastAt when the one before was handed over
 * @returns null when there is none
 */
export const dueNext = (workload: Workload, producer: NodeId, partitions: number, next: number, lastAt: Millis): Due | null => {
  if (workload.script) return dueOfAct(actsOf(workload, producer)[next])
  if (next >= workload.records) return null
  const record = { record: recordName(next), send: 1 }
  const at = next === 0 ? workload.startMs : lastAt + workload.everyMs
  return { at, record, partition: partitionOfIndex(workload, partitions, next), bytes: workload.valueBytes }
}

const dueOfAct = (act: Act | undefined): Due | null =>
  act ? { at: act.at, record: { record: act.record, send: act.send }, partition: topicPartition(act.topic, act.partition), bytes: act.valueBytes } : null

/** By key: the same key always goes to the same partition. */
const partitionOfIndex = ({ topic, partitioner, keys }: Workload, partitions: number, index: number): TopicPartition =>
  topicPartition(topic, (partitioner === 'by-key' ? index % Math.max(1, keys) : index) % partitions)

/** Where a record went, for sending it again. */
export const placeOf = (workload: Workload, producer: NodeId, partitions: number, record: string): { readonly partition: TopicPartition; readonly bytes: number } => {
  const act = actsOf(workload, producer).find((a) => a.record === record)
  if (act) return { partition: topicPartition(act.topic, act.partition), bytes: act.valueBytes }
  return { partition: partitionOfIndex(workload, partitions, indexOfName(record)), bytes: workload.valueBytes }
}

const indexOfName = (name: string): number => {
  let index = 0
  for (const letter of name) index = index * 26 + (letter.charCodeAt(0) - 64)
  return index - 1
}
