import { describe, expect, test } from 'vitest'
import { handleBroker } from './index.ts'
import { answersIn, batch, brokerEnv, brokerWith, eventsIn, produce, producedIn, stamped } from './desk.testing.ts'
import type { Broker } from '../model/broker.ts'
import type { Command, Input } from '../model/kinds.ts'

const connection = 'producer-1>broker-1 #1'
/** A broker that is given these inputs one after the other. */
const given = (
  self: Broker,
  ...inputs: readonly Input[]
): { readonly self: Broker; readonly commands: readonly Command[] } =>
  inputs.reduce(
    (so: { readonly self: Broker; readonly commands: readonly Command[] }, input) => {
      const turn = handleBroker(so.self, input, brokerEnv())
      return { self: turn.self, commands: [...so.commands, ...turn.commands] }
    },
    { self, commands: [] },
  )
const lands = (message: ReturnType<typeof produce>): Input => ({ kind: 'message', message })
const [A, B] = [produce(batch('A', stamped(0))), produce(batch('B', stamped(1)))]

describe('one request of a connection at a time (NET-01)', () => {
  test('the next one waits at the broker while the answer to the one before does', () => {
    const { self, commands } = given(brokerWith(), lands(A), lands(B))
    const kinds = eventsIn(commands).map((e) => e.kind)
    expect(kinds).toEqual(['batch-appended', 'produce-waits-for-replicas', 'request-waits'])
    expect(self.durable.partitions['orders-0']?.log.logEndOffset).toBe(1)
    expect(self.volatile.queues[connection]).toMatchObject({ serving: { name: A.name }, waiting: [{ name: B.name }] })
  })

  test('when the answer leaves, looking at the next request is a step of its own that follows at once', () => {
    const acks1 = { ...A, body: { ...A.body, acks: 1 as const } } as typeof A
    const waiting = brokerWith({ state: { queues: { [connection]: { closed: false, serving: null, waiting: [B] } } } })
    const { commands } = given(waiting, lands(acks1))
    expect(commands.find((c) => c.do === 'follow-up' && c.timer.timer === 'serve')).toMatchObject({
      name: 'serve Produce[B] broker-1',
    })
  })

  test('requests of different connections do not wait for each other', () => {
    const other = { ...B, from: 'producer-2', connection: 'producer-2>broker-1 #1' }
    const { commands } = given(brokerWith(), lands(A), lands(other))
    expect(eventsIn(commands).filter((e) => e.kind === 'request-waits')).toEqual([])
  })
})

describe('when its connection ends (recording A17)', () => {
  const ends: Input = { kind: 'disconnected', connection, peer: 'producer-1' }

  test('a request that has landed is still served, and its answer goes nowhere', () => {
    const { self, commands } = given(brokerWith(), lands(A), lands(B), ends)
    const expired = given(self, { kind: 'timer', key: '', timer: { timer: 'produce-expiry', connection } })
    expect(answersIn([...commands, ...expired.commands])).toEqual([])
    const served = given(expired.self, { kind: 'timer', key: '', timer: { timer: 'serve', connection } })
    expect(eventsIn(served.commands).map((e) => e.kind)).toContain('batch-appended')
    expect(producedIn(served.commands)).toEqual([])
    expect(served.self.durable.partitions['orders-0']?.log.logEndOffset).toBe(2)
  })

  test('nothing is kept of a connection with no request left', () => {
    const acks0 = { ...A, body: { ...A.body, acks: 0 as const } } as typeof A
    expect(given(brokerWith(), lands(acks0), ends).self.volatile.queues).toEqual({})
  })
})
