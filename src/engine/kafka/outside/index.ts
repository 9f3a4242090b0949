import type { Millis } from '../../core/world.ts'
import type { Input, Message, Turn } from '../model/kinds.ts'
import type { Body, CallOutcome } from '../model/message.ts'
import type { Outside } from '../model/outside.ts'

type Call = Extract<Body, { api: 'Call' }>

/**
 * The world outside Kafka: a card service, a mail server, a database. It does what it is called for and says so, unless a
 * fault lets the call fail or what guards the effect knows the call as a repeat.
 */
export const handleOutside = (self: Outside, input: Input, now: Millis): Turn<Outside> => {
  if (input.kind !== 'message' || input.message.body.api !== 'Call') return { self, commands: [] }
  const { message } = input
  const call = input.message.body
  if (self.volatile.failing[message.name]) return fail(self, message, call)
  const outcome = outcomeOf(self, call, now)
  return outcome === 'done' ? doIt(self, message, call, now) : skip(self, message, call, outcome)
}

/** Whether it is done, or what else is said. A guard is asked and the effect is done in one local transaction (EXT-01). */
const outcomeOf = ({ durable }: Outside, { guard, record }: Call, now: Millis): 'done' | 'repeat' | 'refused' => {
  const stands = durable.effects.some((done) => done.record === record)
  switch (guard?.kind) {
    case undefined:
      return 'done'
    // EXT-01: a repeat is known only inside the window.
    case 'dedup':
      return now < (durable.remembered[record] ?? 0) ? 'repeat' : 'done'
    // EXT-03: set to the same value; the caller need not know.
    case 'upsert':
      return stands ? 'repeat' : 'done'
    // EXT-03: refused, and the answer shows what stands there.
    case 'conditional':
      return stands ? 'refused' : 'done'
  }
}

const doIt = (self: Outside, request: Message, call: Call, now: Millis): Turn<Outside> => {
  const { record, effect, guard } = call
  const { effects, remembered } = self.durable
  const times = effects.filter((done) => done.record === record).length + 1
  const kept = guard?.kind === 'dedup' ? { ...remembered, [record]: now + guard.windowMs } : remembered
  return {
    self: { ...self, durable: { effects: [...effects, { record, effect }], remembered: kept } },
    commands: [{ do: 'note', event: { kind: 'effect-happened', node: self.id, record, effect, times, guard } }, answer(request, call, 'done')],
  }
}

const skip = (self: Outside, request: Message, call: Call, outcome: 'repeat' | 'refused'): Turn<Outside> => {
  const { record, effect, guard } = call
  const noted = guard ? [{ do: 'note' as const, event: { kind: 'effect-skipped' as const, node: self.id, record, effect, because: guard.kind } }] : []
  return { self, commands: [...noted, answer(request, call, outcome)] }
}

const fail = (self: Outside, request: Message, call: Call): Turn<Outside> => {
  const { [request.name]: how, ...failing } = self.volatile.failing
  const { record, effect } = call
  const said = how === 'error'
  return {
    self: { ...self, volatile: { failing } },
    commands: [{ do: 'note', event: { kind: 'effect-failed', node: self.id, record, effect, said } }, ...(said ? [answer(request, call, 'failed')] : [])],
  }
}

const answer = (request: Message, { record, effect, partition, offset }: Call, outcome: CallOutcome): Turn<Outside>['commands'][number] => ({
  do: 'answer',
  request,
  body: { api: 'CallReply', record, effect, partition, offset, outcome },
})
