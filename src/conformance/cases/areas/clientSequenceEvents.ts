import { canRetry } from '../../../engine/kafka/producer/retry.ts'
import type { Desk } from '../../../engine/kafka/producer/desk.ts'
import { isErrorCode, isExceptionClass } from '../../../engine/kafka/producer/errors.ts'
import { leaveUnresolved } from '../../../engine/kafka/producer/expiry.ts'
import { fail, succeed } from '../../../engine/kafka/producer/finish.ts'
import { adoptIdentity, bumpEpochIfRequested, requestBump, resolveSequences } from '../../../engine/kafka/producer/identity.ts'
import { compare } from '../compare.ts'
import { boolean, type Fields, fieldsOf, Malformed, NotModelled, number, type Read, text } from '../fields.ts'
import { agreed, type Compared } from '../verdict.ts'
import { batchNamed, partitionNamed } from './producerBench.ts'

/** Each event is named by its first key. */
const EVENTS: Readonly<Record<string, (desk: Desk, event: Fields, where: string) => Compared | void>> = {
  completed: (desk, event) => succeed(desk, batchNamed(desk, event.need('completed', text)), event.need('offset', number), 'answered'),

  canRetry: (desk, event, where) => {
    const batch = batchNamed(desk, event.need('canRetry', text))
    const answer = canRetry(desk, batch, event.need('error', errorCode), event.maybe('logStartOffset', number, -1))
    return compare(event.maybe('returns', boolean, answer), answer, `${where}.returns`)
  },

  failed: (desk, event) => {
    const batch = batchNamed(desk, event.need('failed', text))
    fail(desk, batch, event.need('exception', exceptionClass), '', event.maybe('adjustSequences', boolean, false))
  },

  markUnresolved: (desk, event) => leaveUnresolved(desk, batchNamed(desk, event.need('markUnresolved', text))),
  resolve: (desk, event) => once(event, 'resolve', () => resolveSequences(desk)),
  requestBump: (desk, event) => requestBump(desk, partitionNamed(event.need('requestBump', text))),
  bumpIfRequested: (desk, event) => once(event, 'bumpIfRequested', () => bumpEpochIfRequested(desk)),

  newProducerId: (desk, event, where) => {
    const epoch = /^epoch (\d+)$/.exec(event.need('newProducerId', text))?.[1]
    if (epoch === undefined) throw new Malformed(`${where}.newProducerId says no epoch`)
    adoptIdentity(desk, ANOTHER_ID, Number(epoch))
  },
}

/** Whatever a broker hands out next: only that it is another one matters. */
const ANOTHER_ID = 1_000_001

const once = (event: Fields, key: string, act: () => void): void => {
  if (event.need(key, boolean)) act()
}

const errorCode: Read<Exclude<Parameters<typeof canRetry>[2], never>> = (value, where) => {
  const name = text(value, where)
  if (!isErrorCode(name) || name === 'NONE') throw new NotModelled(`${where} "${name}"`)
  return name
}

const exceptionClass: Read<Parameters<typeof fail>[2]> = (value, where) => {
  const name = text(value, where)
  if (!isExceptionClass(name)) throw new NotModelled(`${where} "${name}"`)
  return name
}

export const happen = (desk: Desk, value: Readonly<Record<string, unknown>>, where: string): Compared => {
  const event = fieldsOf(value, where)
  const [name = ''] = Object.keys(value)
  const act = EVENTS[name]
  if (!act) throw new NotModelled(`${where} "${name}"`)
  const compared = act(desk, event, where)
  event.nothingElse()
  return compared ?? agreed
}
