import type { ProducerBatch, SequenceEntry } from '../../../engine/index.ts'
import { incrementSequence } from '../../../engine/kafka/model/sequence.ts'
import { newBatch } from '../../../engine/kafka/producer/accumulator.ts'
import { type Desk, putBatch, putSequences } from '../../../engine/kafka/producer/desk.ts'
import { isHeldBack } from '../../../engine/kafka/producer/drain.ts'
import { freshSequences } from '../../../engine/kafka/producer/sequences.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { type Fields, fieldsOf, listOf, nullOr, number, objectAt, recordOf, text, wholly } from '../fields.ts'
import { type Compared, together } from '../verdict.ts'
import { happen } from './clientSequenceEvents.ts'
import { batchNamed, configWith, deskWith, partitionNamed, partitionNumber, producerEpoch, producerId } from './producerBench.ts'

/** The functions on a partition's sequence entry (model.md section 11). */
export const clientSequence = ({ given, when, then }: Case): Compared => {
  const [from, asked] = [fieldsOf(given, 'given'), fieldsOf(when, 'when')]
  const events = asked.need('events', listOf(objectAt))
  asked.nothingElse()
  if (!from.has('partitions')) return compare(then, incremented(from, events), 'then')
  const desk = givenDesk(from)
  const happened = events.map((event, i) => happen(desk, event, `when.events[${i}]`))
  return together([...happened, compare(then, reading(desk), 'then')])
}

const incremented = (from: Fields, events: readonly unknown[]) => {
  const increment = wholly((f) => f.need('increment', number))
  const first = from.need('nextSeq', number)
  from.nothingElse()
  return { nextSeq: events.reduce<number>((next, event, i) => incrementSequence(next, increment(event, `when.events[${i}]`)), first) }
}

interface CaseBatch {
  readonly batch: string
  readonly epoch: number
  readonly firstSeq: number
  readonly records: number
}
const inFlight = wholly(
  (f): CaseBatch => ({ batch: f.need('batch', text), epoch: f.need('epoch', number), firstSeq: f.need('firstSeq', number), records: f.need('records', number) }),
)

const partition = wholly((f) => ({
  nextSeq: f.need('nextSeq', number),
  lastAckedSeq: f.maybe('lastAckedSeq', nullOr(number), null),
  unresolvedNextSeq: f.maybe('unresolvedNextSeq', nullOr(number), null),
  inFlight: f.maybe('inFlight', listOf(inFlight), []),
}))

const givenDesk = (from: Fields): Desk => {
  const epoch = from.need('epoch', number)
  const id = from.maybe('producerId', number, 1)
  const partitions = from.need('partitions', recordOf(partition))
  from.nothingElse()
  const names = Object.keys(partitions).map(partitionNamed)
  const desk = deskWith({ config: configWith({}), identity: { state: 'ready', producerId: id, producerEpoch: epoch }, partitions: names })
  for (const [name, given] of Object.entries(partitions)) {
    const on = partitionNamed(name)
    for (const b of given.inFlight) putBatch(desk, sentBatch(desk, on, b, id))
    const entry: SequenceEntry = {
      ...freshSequences(id, given.inFlight[0]?.epoch ?? epoch),
      nextSequence: given.nextSeq,
      lastAckedSequence: given.lastAckedSeq,
      unfinished: given.inFlight.map((b) => b.batch),
      unresolved: given.unresolvedNextSeq,
    }
    putSequences(desk, on, entry)
  }
  return desk
}

const sentBatch = (desk: Desk, on: string, b: CaseBatch, id: number): ProducerBatch => {
  const records = Array.from({ length: b.records }, (_, i) => ({ record: `${b.batch}.${i}`, send: 1 }))
  const stamp = { producerId: id, producerEpoch: b.epoch, baseSequence: b.firstSeq }
  return { ...newBatch(desk, records, on, 100, 0), key: b.batch, stamp, everSent: true, closed: true }
}

const reading = (desk: Desk) => ({
  epoch: producerEpoch(desk),
  producerId: producerId(desk),
  partitions: Object.fromEntries(Object.entries(desk.state.sequences).map(([on, entry]) => [partitionNumber(on), partitionReading(desk, on, entry)])),
})

const partitionReading = (desk: Desk, on: string, entry: SequenceEntry) => ({
  nextSeq: entry.nextSequence,
  lastAckedSeq: entry.lastAckedSequence,
  unresolvedNextSeq: entry.unresolved,
  epoch: entry.producerEpoch,
  inFlight: entry.unfinished.map((key) => {
    const { stamp, records } = batchNamed(desk, key)
    return { batch: key, epoch: stamp?.producerEpoch ?? null, firstSeq: stamp?.baseSequence ?? null, records: records.length }
  }),
  newBatchesDrainable: !isHeldBack(desk, newBatch(desk, [{ record: 'new', send: 1 }], on, 100, 0)),
})
