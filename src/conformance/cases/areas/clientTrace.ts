import { pollOnly } from '../../../engine/kafka/producer/poll.ts'
import { senderTurn } from '../../../engine/kafka/producer/turn.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { boolean, type Fields, fieldsOf, listOf, Malformed, nullOr, number, objectAt, oneOf, text, wholly } from '../fields.ts'
import { agreed, type Compared, together } from '../verdict.ts'
import { appendBatch } from './traceAppend.ts'
import { type Bench, disconnectBroker, openTrace, passTime, reachBroker } from './traceBench.ts'
import { answer, respond, respondMany } from './traceAnswers.ts'
import { traceReading } from './traceReading.ts'

/** What each step does to the sender, its network or its clock; what it answers with is compared. */
const STEPS: Readonly<Record<string, (bench: Bench, step: Fields, where: string) => Compared | void>> = {
  append: (bench, step, where) => appendBatch(bench, step.need('batch', text), step.maybe('records', number, 1), step.maybe('partition', number, 0), where),

  loop: (bench) => {
    reachBroker(bench)
    senderTurn(bench.desk)
  },

  pollOnly: (bench) => {
    reachBroker(bench)
    pollOnly(bench.desk)
  },

  respond: (bench, step, where) => respond(bench, answer(step), where),
  respondMany: (bench, step, where) => {
    step.maybe('partial', boolean, false)
    return respondMany(bench, step.need('responses', listOf(wholly(answer))), where)
  },
  disconnect: (bench, step) => disconnectBroker(bench, step.maybe('reconnectBackoffMs', number, 0)),
  advance: (bench, step) => passTime(bench, step.need('ms', number)),
}

/** `append`, `senderTurn`, `disconnect` as an input, `pollOnly`: a sender on its own, with a network that does as it is told. */
export const clientTrace = ({ given, when, then }: Case): Compared => {
  const [from, asked] = [fieldsOf(given, 'given'), fieldsOf(when, 'when')]
  const bench = openTrace(from.need('producer', producerSettings))
  const steps = asked.need('steps', listOf(objectAt))
  from.nothingElse()
  asked.nothingElse()
  const stepped = steps.map((step, i) => takeStep(bench, step, `when.steps[${i}]`))
  return together([...stepped, compare(then, traceReading(bench), 'then')])
}

const takeStep = (bench: Bench, value: Readonly<Record<string, unknown>>, where: string): Compared => {
  const step = fieldsOf(value, where)
  const name = step.need('do', oneOf('append', 'loop', 'pollOnly', 'respond', 'respondMany', 'disconnect', 'advance'))
  const act = STEPS[name]
  if (!act) throw new Malformed(`${where} does nothing`)
  const done = act(bench, step, where) ?? agreed
  const expected = step.maybe('expect', nullOr(objectAt), null)
  step.nothingElse()
  return expected === null ? done : together([done, compare(expected, traceReading(bench), `${where}.expect`)])
}

const acksOf = (value: unknown, where: string): -1 | 0 | 1 => {
  const acks = number(value, where)
  if (acks !== -1 && acks !== 0 && acks !== 1) throw new Malformed(`${where} is ${acks}`)
  return acks
}

const producerSettings = wholly((f) => ({
  idempotence: f.need('idempotence', boolean),
  producerId: f.maybe('producerId', number, 1),
  epoch: f.maybe('epoch', number, 0),
  config: {
    'enable.idempotence': f.need('idempotence', boolean),
    'max.in.flight.requests.per.connection': f.need('maxInFlight', number),
    retries: f.need('retries', number),
    'delivery.timeout.ms': f.need('deliveryTimeoutMs', number),
    'request.timeout.ms': f.need('requestTimeoutMs', number),
    'linger.ms': f.need('lingerMs', number),
    'retry.backoff.ms': f.need('retryBackoffMs', number),
    'retry.backoff.max.ms': f.maybe('retryBackoffMaxMs', number, 1_000),
    acks: f.need('acks', acksOf),
    // Only a `disconnect` step keeps the broker out of reach.
    'reconnect.backoff.ms': 0,
    'reconnect.backoff.max.ms': 0,
  },
}))
