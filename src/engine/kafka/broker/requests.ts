import type { Body } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { RequestQueue } from '../model/broker.ts'
import type { SentRecord } from '../model/record.ts'
import { note, update, type Desk } from './desk.ts'

const idle: RequestQueue = { closed: false, serving: null, waiting: [] }

const queueOf = (desk: Desk, connection: string): RequestQueue => desk.state.queues[connection] ?? idle

const putQueue = (desk: Desk, connection: string, queue: RequestQueue): void => {
  const { [connection]: _, ...others } = desk.state.queues
  const isEmpty = queue.serving === null && queue.waiting.length === 0
  update(desk, { queues: isEmpty ? others : { ...others, [connection]: queue } })
}

const recordsIn = (body: Body): readonly SentRecord[] => (body.api === 'Produce' ? body.batches.flatMap((b) => b.records) : [])

/** NET-01: one request of a connection is looked at at a time; the others wait here until its answer is sent, so appends happen in send order (NET-02). @returns whether it is to be served now */
export const accept = (desk: Desk, request: Message): boolean => {
  const connection = request.connection ?? ''
  const queue = queueOf(desk, connection)
  if (queue.serving === null) {
    putQueue(desk, connection, { ...queue, serving: request })
    return true
  }
  putQueue(desk, connection, { ...queue, waiting: [...queue.waiting, request] })
  const partition = request.body.api === 'Produce' ? (request.body.batches[0]?.partition ?? '') : ''
  note(desk, { kind: 'request-waits', node: desk.id, partition, message: request.name, records: recordsIn(request.body), behind: recordsIn(queue.serving.body) })
  return false
}

/** The request is done with, answered or not; the next one of its connection is a step of its own. */
export const finish = (desk: Desk, request: Message): void => {
  const connection = request.connection ?? ''
  const queue = queueOf(desk, connection)
  putQueue(desk, connection, { ...queue, serving: null })
  const next = queue.waiting[0]
  if (!next) return
  const about = next.about.length > 0 ? `[${next.about.join(',')}]` : ''
  desk.commands.push({ do: 'follow-up', key: `serve ${connection}`, name: `serve ${next.body.api}${about} ${desk.id}`, timer: { timer: 'serve', connection } })
}

/** Takes the next waiting request of a connection. */
export const takeNext = (desk: Desk, connection: string): Message | null => {
  const queue = queueOf(desk, connection)
  const [next, ...waiting] = queue.waiting
  if (!next || queue.serving !== null) return null
  putQueue(desk, connection, { ...queue, serving: next, waiting })
  return next
}

/** False once its connection has ended: the answer would go nowhere. */
export const isHeard = (desk: Desk, request: Message): boolean => !queueOf(desk, request.connection ?? '').closed

export const respond = (desk: Desk, request: Message, body: Body): void => {
  if (isHeard(desk, request)) desk.commands.push({ do: 'answer', request, body })
  finish(desk, request)
}

/** The end of a client's connection: what has landed is still served (recording A17). */
export const closeQueue = (desk: Desk, connection: string): void => {
  const queue = desk.state.queues[connection]
  if (queue) putQueue(desk, connection, { ...queue, closed: true })
}

export const isWaitedBehind = (desk: Desk, request: Message): boolean => queueOf(desk, request.connection ?? '').waiting.length > 0
