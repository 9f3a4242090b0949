/** Plain words for Kafka's quantities. */
export type Offset = number
/** 32 bits: after 2147483647 comes 0 (SEQ-01). */
export type Sequence = number
/** Counts the starts of a broker: which of its processes speaks. */
export type BrokerEpoch = number
export type LeaderEpoch = number
export type ProducerId = number
export type ProducerEpoch = number
/** 1, 2, 3: `broker-1` is the node of broker 1. */
export type BrokerNumber = number
/** The name an application gives a record: `A`, `B`, … `AA`. It stays the same when the record is sent again. */
export type RecordName = string
export type Topic = string
/** `orders-0` */
export type TopicPartition = string

/** Where the group coordinator keeps committed offsets. Kafka spreads groups over 50 partitions of it; here it has one. */
const OFFSETS_TOPIC: Topic = '__consumer_offsets'
export const OFFSETS_PARTITION: TopicPartition = `${OFFSETS_TOPIC}-0`
/** A partition of the cluster's own: a log like any other, which no client reads. */
export const isInternal = (tp: TopicPartition): boolean => tp.startsWith('__')

export const brokerNode = (broker: BrokerNumber): string => `broker-${broker}`
export const brokerNumber = (node: string): BrokerNumber => Number(node.slice('broker-'.length))
export const isBrokerNode = (node: string): boolean => node.startsWith('broker-')
export const topicPartition = (topic: Topic, partition: number): TopicPartition => `${topic}-${partition}`
export const topicOf = (tp: TopicPartition): Topic => tp.slice(0, tp.lastIndexOf('-'))
export const partitionOf = (tp: TopicPartition): number => Number(tp.slice(tp.lastIndexOf('-') + 1))

/** A, B, … Z, AA, AB, … : the name of the record with this index, from 0. */
export const recordName = (index: number): RecordName => {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : recordName(Math.floor(index / 26) - 1) + letter
}
