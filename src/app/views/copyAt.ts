import { type BrokerNumber, brokerNumber, type Offset, type TopicPartition } from '../../engine/index.ts'
import { type Cursor, type FaultTarget, isDone, type Timeline } from '../../timeline/index.ts'

/** Where a copy lies in a log. */
export interface CopyPlace {
  readonly broker: BrokerNumber
  readonly partition: TopicPartition
  readonly offset: Offset
}

/** The copy that lies there at a cursor, as something to select; null: none. After a cut another may lie at its offset. */
export const copyAt = (
  { strips }: Timeline,
  cursor: Cursor,
  { broker, partition, offset }: CopyPlace,
): FaultTarget | null => {
  const cell = strips.cells.findLast(
    (one) =>
      brokerNumber(one.node) === broker &&
      one.partition === partition &&
      one.offset <= offset &&
      offset <= one.lastOffset &&
      isDone(one.appended, cursor),
  )
  return cell === undefined ? null : { kind: 'message', name: cell.message, cell: cell.id }
}
