import type { RecordName, World } from '../../engine/index.ts'
import type { SumFacts } from '../../words/index.ts'
import { brokerNumber } from '../doors.ts'
import { brokersOf } from './replicas.ts'

/** Which brokers have a record on their disks, and whether all of these are down. */
export const heldIn = (world: World): NonNullable<SumFacts['held']> => {
  const holders = new Map<RecordName, ReturnType<typeof brokersOf>>()
  for (const broker of brokersOf(world)) {
    const batches = Object.values(broker.durable.partitions).flatMap(({ log }) => log.chunks.flat())
    for (const record of new Set(batches.flatMap(({ records }) => records.map((sent) => sent.record))))
      holders.set(record, [...(holders.get(record) ?? []), broker])
  }
  return Object.fromEntries(
    [...holders].map(([record, brokers]) => [
      record,
      { brokers: brokers.map(({ id }) => brokerNumber(id)), down: brokers.every(({ up }) => !up) },
    ]),
  )
}
