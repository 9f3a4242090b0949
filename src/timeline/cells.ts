/** A copy of records in one log, over the whole run; and what is cut off such a log. */
import type { NodeId, Offset, PendingName, ProducerStamp, RecordName, TopicPartition } from './fromEngine.ts'
import type { Moment } from './moment.ts'

export interface Look {
  readonly state: 'leader only' | 'replicated'
  readonly from: Moment
}
export interface Removed {
  readonly moment: Moment
  readonly how: 'cut' | 'disk lost'
}
export interface Cell {
  readonly id: string
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly role: 'leader' | 'follower'
  readonly records: readonly RecordName[]
  readonly offset: Offset
  readonly lastOffset: Offset
  readonly leaderEpoch: number
  readonly appended: Moment
  /** In order of time; never empty. */
  readonly looks: readonly Look[]
  /** null: it stays to the end of the run. */
  readonly removed: Removed | null
  /** Another cell of this log holds the same record. */
  readonly secondCopy: boolean
  readonly message: PendingName
  /** Who numbered it, and from where on; null without idempotence. The copies of followers carry it as well. */
  readonly stamp: ProducerStamp | null
}
/** How a cell is called where messages and nodes have names. */
export const cellName = ({ id }: Pick<Cell, 'id'>): string => `cell ${id}`

/** What a follower cuts off at once, because its new leader does not have it. */
export interface CutMark {
  readonly id: string
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly moment: Moment
  readonly records: readonly RecordName[]
  /** Of these an ack was given for the very copy that is cut. */
  readonly acked: readonly RecordName[]
}
