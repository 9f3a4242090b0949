import type { InFlightRequest, ProducerBatch } from '../../../engine/index.ts'
import { type Desk, queueOf, unanswered } from '../../../engine/kafka/producer/desk.ts'
import { BROKER, firstInFlight, partitionNamed, partitionNumber, producerEpoch } from './producerBench.ts'
import type { Bench } from './traceBench.ts'

const FIRST = partitionNamed(0)

/** Everything a trace may ask for, in its words. Without a partition the first one is meant. */
export const traceReading = ({ desk }: Bench) => {
  const produces = unanswered(desk, BROKER).filter((r) => r.api === 'Produce')
  const numbers = numbersOf(desk, FIRST)
  return {
    inFlightRequests: produces.length,
    inFlightBatches: batchesIn(desk, produces).filter((b) => b.partition === FIRST && b.result === null).length,
    queue: queueOf(desk, FIRST).map(nameOfBatch),
    nextSeq: numbers.nextSeq,
    lastAckedSeq: numbers.lastAckedSeq,
    firstInFlightSeq: firstInFlight(desk, FIRST),
    epoch: producerEpoch(desk),
    unresolved: (desk.state.sequences[FIRST]?.unresolved ?? null) !== null,
    partitions: Object.fromEntries(Object.keys(desk.state.metadata).map((p) => [partitionNumber(p), numbersOf(desk, p)])),
    results: Object.fromEntries(Object.values(desk.state.batches).map((b) => [nameOfBatch(b.key), resultOf(b)])),
  }
}

/** A batch is called after its first record. */
const nameOfBatch = (key: string): string => key.slice(0, key.lastIndexOf('/'))

const batchesIn = (desk: Desk, requests: readonly InFlightRequest[]): readonly ProducerBatch[] =>
  requests.flatMap((r) => (r.api === 'Produce' ? r.batches.flatMap((sent) => desk.state.batches[sent.key] ?? []) : []))

const numbersOf = (desk: Desk, partition: string) => {
  const entry = desk.state.sequences[partition]
  return { epoch: entry?.producerEpoch ?? producerEpoch(desk), nextSeq: entry?.nextSequence ?? 0, lastAckedSeq: entry?.lastAckedSequence ?? null }
}

const resultOf = ({ result }: ProducerBatch) => {
  if (result === null) return 'pending'
  return result.kind === 'acked' ? { offset: result.baseOffset } : { exception: result.exception }
}
