import type { ErrorCode, InFlightRequest, Message, PartitionProduceResult, PendingName } from '../../../engine/index.ts'
import { unanswered, update } from '../../../engine/kafka/producer/desk.ts'
import { isErrorCode } from '../../../engine/kafka/producer/errors.ts'
import { compare } from '../compare.ts'
import { type Fields, Malformed, NotModelled, number, text } from '../fields.ts'
import { type Compared, together } from '../verdict.ts'
import { BROKER } from './producerBench.ts'
import { keyOfBatch } from './traceAppend.ts'
import type { Bench } from './traceBench.ts'

/** What the broker says about one batch. */
interface Answer {
  readonly batch: string
  readonly error: ErrorCode
  readonly offset: number
  readonly logStartOffset: number
  readonly sentFirstSeq: number | undefined
}

export const answer = (step: Fields): Answer => {
  const error = step.need('error', text)
  if (!isErrorCode(error)) throw new NotModelled(`error "${error}"`)
  return {
    batch: step.need('batch', text),
    error,
    offset: step.maybe('offset', number, -1),
    logStartOffset: step.maybe('logStartOffset', number, -1),
    sentFirstSeq: step.maybe<number | undefined>('sentFirstSeq', number, undefined),
  }
}

export const respond = (bench: Bench, told: Answer, where: string): Compared => respondMany(bench, [told], where)

/** Puts an answer on the wire: the next last phase reads it. */
export const respondMany = (bench: Bench, told: readonly Answer[], where: string): Compared => {
  const [first] = told
  if (!first) throw new Malformed(`${where} answers nothing`)
  const request = requestWith(bench, first.batch, where)
  const results = told.map((t): PartitionProduceResult => ({ partition: sentIn(request, t, where).partition, error: t.error, baseOffset: t.offset }))
  const message: Message = { name: `ProduceResponse[${first.batch}]` as PendingName, about: [], from: BROKER, to: 'producer-1', connection: request.connection, sentAt: bench.desk.env.now, body: { api: 'ProduceResponse', results } }
  update(bench.desk, { inbox: [...bench.desk.state.inbox, { kind: 'answer', message, logStartOffset: first.logStartOffset }] })
  bringForward(bench, request)
  return together(told.map((t) => carried(request, t, where)))
}

type Produce = Extract<InFlightRequest, { api: 'Produce' }>

const requestWith = (bench: Bench, batch: string, where: string): Produce => {
  const isIt = (r: InFlightRequest): r is Produce => r.api === 'Produce' && r.batches.some((b) => b.key === keyOfBatch(batch))
  const request = unanswered(bench.desk, BROKER).find((r): r is Produce => isIt(r) && !bench.answered.includes(r))
  if (!request) throw new Malformed(`${where}: no request with "${batch}" is unanswered`)
  return request
}

const sentIn = (request: Produce, { batch }: Answer, where: string): Produce['batches'][number] => {
  const sent = request.batches.find((b) => b.key === keyOfBatch(batch))
  if (!sent) throw new Malformed(`${where}: "${batch}" was sent in another request`)
  return sent
}

/** A real connection answers in order; a case may not. The sender reads answers oldest request first, so the answered one is made the oldest. */
const bringForward = (bench: Bench, request: InFlightRequest): void => {
  const all = unanswered(bench.desk, BROKER)
  bench.answered = [...bench.answered.filter((r) => all.includes(r)), request]
  const others = all.filter((r) => !bench.answered.includes(r))
  update(bench.desk, { inFlight: { ...bench.desk.state.inFlight, [BROKER]: [...bench.answered, ...others] } })
}

const carried = (request: Produce, told: Answer, where: string): Compared => {
  const sequence = sentIn(request, told, where).stamp?.baseSequence ?? null
  return compare(told.sentFirstSeq ?? sequence, sequence, `${where}.sentFirstSeq`)
}
