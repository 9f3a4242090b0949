import type { Input, Turn } from '../model/kinds.ts'
import type { Producer } from '../model/producer.ts'
import { append } from './accumulator.ts'
import { forgetFinished, openDesk, update, type Desk, type ProducerEnv } from './desk.ts'
import { pollOnly } from './poll.ts'
import { sleepUntil } from './sleep.ts'
import { learn, startProducer, startWarm } from './start.ts'
import { senderTurn } from './turn.ts'

/** More turns than this without rest means that two phases undo each other. */
const MOST_TURNS = 1_000

/** A producer: an input fills the inbox, the last phase of a turn runs alone, then whole turns until one changes nothing. */
export const handleProducer = (self: Producer, input: Input, env: ProducerEnv): Turn<Producer> => {
  const restarted = input.kind === 'timer' && (input.timer.timer === 'restart' || input.timer.timer === 'start')
  const desk = openDesk(restarted ? startProducer(self, env) : self, env)
  if (restarted) desk.commands.push({ do: 'call', to: env.application, call: { call: 'producer-up' } })
  if (input.kind === 'timer' && input.timer.timer === 'start') startWarm(desk)
  receive(desk, input)
  pollOnly(desk)
  takeTurns(desk)
  forgetFinished(desk)
  const sleep = sleepUntil(desk)
  desk.commands.push(
    sleep === null ? { do: 'cancel-timer', key: 'poll' } : { do: 'set-timer', key: 'poll', name: `poll ${self.id}`, at: sleep, timer: { timer: 'poll' } },
  )
  return { self: { ...self, up: true, volatile: desk.state }, commands: desk.commands }
}

const receive = (desk: Desk, input: Input): void => {
  switch (input.kind) {
    case 'call':
      if (input.call.call === 'metadata') learn(desk, input.call.cluster)
      if (input.call.call === 'send') append(desk, input.call.record, input.call.partition, input.call.bytes)
      return
    case 'message':
      return update(desk, { inbox: [...desk.state.inbox, { kind: 'answer', message: input.message }] })
    case 'connected':
      return update(desk, { inbox: [...desk.state.inbox, { kind: 'connected', peer: input.peer, connection: input.connection }] })
    case 'disconnected':
      return update(desk, { inbox: [...desk.state.inbox, { kind: 'disconnected', peer: input.peer, connection: input.connection }] })
    case 'timer':
    case 'started':
      return
  }
}

const takeTurns = (desk: Desk): void => {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { state } = desk
    const asked = desk.commands.length
    senderTurn(desk)
    if (desk.state === state && desk.commands.length === asked) return
  }
  throw new Error('invariant: a sender comes to rest')
}
