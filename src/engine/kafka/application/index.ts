import type { NodeId } from '../../core/world.ts'
import type { Command, Env, Input, Turn } from '../model/kinds.ts'
import type { Application, Handover, ToldFate } from '../model/application.ts'
import type { SentRecord } from '../model/record.ts'
import type { OnFailure, Workload } from '../model/setup.ts'
import { type Due, dueNext, placeOf } from './schedule.ts'

/** What an application knows: its workload, its producer, and what to do about a failure. */
export interface ApplicationEnv extends Env<{ readonly workload: Workload; readonly partitions: number; readonly onFailure: OnFailure }> {
  readonly producer: NodeId
}

/**
 * The shop above the producer. It hands over a record every `everyMs`, with `awaitEach` not before the answer to the
 * one before, and outlives its producer.
 */
export const handleApplication = (self: Application, input: Input, env: ApplicationEnv): Turn<Application> => {
  switch (input.kind) {
    case 'started':
      return { self, commands: planNext(self, env) }
    case 'timer':
      return handOverNext(self, env)
    case 'call':
      return hear(self, input, env)
    default:
      return { self, commands: [] }
  }
}

const hear = (self: Application, { call }: Extract<Input, { kind: 'call' }>, env: ApplicationEnv): Turn<Application> => {
  switch (call.call) {
    case 'acked':
      return carryOn(told(self, call.records, call.baseOffset < 0 ? 'success-no-ack' : 'acked'), env)
    case 'failed':
      return afterFailure(self, call.records, env)
    case 'producer-down':
      return { self: withDurable(self, { producerUp: false }), commands: [] }
    case 'producer-up':
      return producerIsBack(self, env)
    default:
      return { self, commands: [] }
  }
}

const withDurable = (self: Application, change: Partial<Application['durable']>): Application => ({ ...self, durable: { ...self.durable, ...change } })

const told = (self: Application, records: readonly SentRecord[], fate: ToldFate): Application => {
  const isMeant = (h: Handover): boolean => records.some((r) => r.record === h.record && r.send === h.send)
  return withDurable(self, { handovers: self.durable.handovers.map((h) => (isMeant(h) ? { ...h, fate } : h)) })
}

const isWaiting = (self: Application): boolean => self.durable.handovers.some((h) => h.fate === 'waiting') || self.durable.held.length > 0

const dueOf = (self: Application, { producer, config }: ApplicationEnv): Due | null =>
  dueNext(config.workload, producer, config.partitions, self.durable.next, self.durable.lastHandoverAt)

const planNext = (self: Application, env: ApplicationEnv): readonly Command[] => {
  const due = dueOf(self, env)
  return due === null ? [] : [{ do: 'set-timer', key: 'hand-over', name: `hand-over ${self.id}`, at: due.at, timer: { timer: 'hand-over' }, first: true }]
}

const send = ({ producer, config }: ApplicationEnv, record: SentRecord): Command => {
  const { partition, bytes } = placeOf(config.workload, producer, config.partitions, record.record)
  return { do: 'call', to: producer, call: { call: 'send', record, partition, bytes } }
}

/** While the producer's process is down, what is due waits at the application. */
const handOver = (self: Application, env: ApplicationEnv, record: SentRecord): Turn<Application> => {
  if (!self.durable.producerUp) return { self: withDurable(self, { held: [...self.durable.held, record] }), commands: [] }
  const handover: Handover = { ...record, fate: 'waiting' }
  return { self: withDurable(self, { handovers: [...self.durable.handovers, handover] }), commands: [send(env, record)] }
}

const handOverNext = (self: Application, env: ApplicationEnv): Turn<Application> => {
  const { workload } = env.config
  // With `awaitEach` the answer hands over the next one (see carryOn).
  if (workload.awaitEach && !workload.script && isWaiting(self)) return { self, commands: [] }
  const due = dueOf(self, env)
  if (due === null) return { self, commands: [] }
  const given = handOver(self, env, due.record)
  const after = withDurable(given.self, { next: self.durable.next + 1, lastHandoverAt: env.now })
  return { self: after, commands: [...given.commands, ...planNext(after, env)] }
}

/** After an answer: with `awaitEach` the next record follows in the same step if its time has come. */
const carryOn = (self: Application, env: ApplicationEnv): Turn<Application> => {
  const { workload } = env.config
  const due = dueOf(self, env)
  if (!workload.awaitEach || workload.script || isWaiting(self) || due === null || env.now < due.at) return { self, commands: [] }
  return handOverNext(self, env)
}

const afterFailure = (self: Application, records: readonly SentRecord[], env: ApplicationEnv): Turn<Application> => {
  const failed = told(self, records, 'failed')
  if (env.config.onFailure === 'give-up') {
    const on = carryOn(failed, env)
    return { self: on.self, commands: [{ do: 'note', event: { kind: 'application-gave-up', node: self.id, records } }, ...on.commands] }
  }
  return sendAgain(failed, records, env)
}

/** A record keeps its name; the producer cannot tell the second send from a new record (PID-03, MYTH-11). */
const sendAgain = (self: Application, records: readonly SentRecord[], env: ApplicationEnv): Turn<Application> => {
  const again = records.map((r) => ({ record: r.record, send: r.send + 1 }))
  const begun: Turn<Application> = { self, commands: [{ do: 'note', event: { kind: 'application-sends-again', node: self.id, records: again } }] }
  return again.reduce((so, record) => {
    const given = handOver(so.self, env, record)
    return { self: given.self, commands: [...so.commands, ...given.commands] }
  }, begun)
}

/** The process runs again: what it never answered is given up or sent again; then what waited meanwhile. */
const producerIsBack = (self: Application, env: ApplicationEnv): Turn<Application> => {
  const open = self.durable.handovers.filter((h) => h.fate === 'waiting').map(({ record, send }) => ({ record, send }))
  const { held } = self.durable
  const up = withDurable(told(self, open, 'failed'), { producerUp: true, held: [] })
  const first: Turn<Application> = open.length === 0 ? { self: up, commands: [] } : env.config.onFailure === 'send-again' ? sendAgain(up, open, env) : gaveUp(up, open)
  const rest = held.reduce((so, record) => {
    const given = handOver(so.self, env, record)
    return { self: given.self, commands: [...so.commands, ...given.commands] }
  }, first)
  const on = carryOn(rest.self, env)
  return { self: on.self, commands: [...rest.commands, ...on.commands] }
}

const gaveUp = (self: Application, records: readonly SentRecord[]): Turn<Application> => ({
  self,
  commands: [{ do: 'note', event: { kind: 'application-gave-up', node: self.id, records } }],
})

export const newApplication = (id: NodeId): Application => ({
  kind: 'application',
  id,
  up: true,
  durable: { handovers: [], next: 0, held: [], producerUp: true, lastHandoverAt: 0 },
  volatile: null,
})
