import { append } from '../../../engine/kafka/producer/accumulator.ts'
import { NotModelled } from '../fields.ts'
import { partitionNamed } from './producerBench.ts'
import type { Bench } from './traceBench.ts'

/** Record `A` begins batch `A`; further ones of the same batch are `A.1`, `A.2`. */
const recordsOfBatch = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? name : `${name}.${i}`))
export const keyOfBatch = (name: string): string => `${name}/1`

const VALUE_BYTES = 10

/** A case writes one `append` per batch, so each has to open a batch of its own (README of the cases). */
export const appendBatch = (bench: Bench, name: string, records: number, partition: number, where: string): void => {
  for (const record of recordsOfBatch(name, records))
    append(bench.desk, { record, send: 1 }, partitionNamed(partition), VALUE_BYTES)
  if (bench.desk.state.batches[keyOfBatch(name)]?.records.length !== records)
    throw new NotModelled(`${where}: "${name}" shares a batch`)
}
