import { describe, expect, test } from 'vitest'
import { endConnection, hold, silence } from './connections.ts'
import { perform, type Progress } from './perform.ts'
import { step } from './step.ts'
import type { Command } from './system.ts'
import { FIRST, generals, type Generals, SECOND } from './twoGenerals.testing.ts'
import type { Delivery, Message, World } from './world.ts'

const play = generals({ by: 'wire', tries: 9 })
const wire = `${FIRST}>${SECOND} #1`
type At = Progress<Generals>
const at = (world: World<Generals>): At => ({ world, events: [], handed: [] })
const begun: At = at({ ...play.system.begin(play.setup), agenda: [] })

const send: Command<Generals> = { do: 'send', to: SECOND, connection: wire, about: [], body: { api: 'Attack', day: 1 } }
const does = (so: At, node: string, ...commands: Command<Generals>[]): At => commands.reduce((p, command) => perform(play, p, node, command), so)
const later = (so: At, ms: number): At => ({ ...so, world: { ...so.world, now: so.world.now + ms } })
const inTheAir = ({ world }: At): string[] => world.agenda.flatMap((p) => (p.kind === 'deliver' ? [`${p.name} at ${p.at}`] : []))
const lostIn = (events: readonly { kind: string }[]): string[] => events.flatMap((e) => (e.kind === 'message-lost' && 'message' in e ? [String(e.message)] : []))
const delivery = ({ world }: At, index: number): Delivery<Generals> => world.agenda.filter((p) => p.kind === 'deliver')[index]!
const standing = ({ world }: At) => world.connections[wire]!

const three = does(begun, FIRST, send, send, send)
const messageFrom = (so: At): Message<Generals> => delivery(so, 0).message
const answered = does(three, SECOND, { do: 'answer', request: messageFrom(three), body: { api: 'Agreed' } })

describe('a connection that goes silent', () => {
  const struck = silence(answered.world, standing(answered), FIRST, delivery(answered, 1).name)

  test('loses all that is in the air in that direction, and nothing in the other', () => {
    expect(lostIn(struck.events)).toEqual([1, 2, 3].map((n) => `Attack ${FIRST}>${SECOND} #${n}`))
    expect(inTheAir(at(struck.world))).toEqual([`Agreed ${SECOND}>${FIRST} #1 at 6`])
  })

  test('says which one the fault was aimed at', () => {
    expect(struck.events.flatMap((e) => (e.kind === 'message-lost' ? [e.aimedAt] : []))).toEqual([false, true, false])
  })

  test('loses what is sent on it afterwards, in that direction only', () => {
    const again = does(at(struck.world), FIRST, send)
    expect(lostIn(again.events)).toEqual([`Attack ${FIRST}>${SECOND} #4`])
    const back = does(at(struck.world), SECOND, { do: 'answer', request: messageFrom(three), body: { api: 'Agreed' } })
    expect(lostIn(back.events)).toEqual([])
  })

  test('is still there for both ends', () => {
    expect(struck.world.connections[wire]?.silent).toEqual({ toServer: true, toClient: false })
  })
})

describe('a connection that breaks', () => {
  const broken = endConnection(answered.world, standing(answered), 'fault', () => false)

  test('loses everything in the air in both directions and is gone', () => {
    expect(lostIn(broken.events)).toHaveLength(4)
    expect(broken.world.agenda).toEqual([])
    expect(broken.world.connections).toEqual({})
    expect(broken.events.at(-1)).toEqual({ kind: 'connection-ended', connection: wire, client: FIRST, server: SECOND, by: 'fault' })
  })

  test('takes no message and no answer any more', () => {
    const after = does(at(broken.world), FIRST, send)
    expect([after.events, after.world.agenda]).toEqual([[], []])
    expect(does(at(broken.world), SECOND, { do: 'answer', request: messageFrom(three), body: { api: 'Agreed' } }).events).toEqual([])
  })
})

describe('a connection that one end closes', () => {
  const closed = does(answered, FIRST, { do: 'close', connection: wire })

  test('loses what is in the air, and the other end hears of it one link later', () => {
    expect(lostIn(closed.events)).toHaveLength(4)
    expect(closed.world.agenda.map((p) => [p.name, p.to, p.at])).toEqual([[`end ${FIRST}>${SECOND}`, SECOND, 6]])
    const heard = step(play, closed.world, { do: 'next' })
    expect(heard?.events).toEqual([{ kind: 'hears-of-the-wire', node: SECOND, stands: false }])
  })

  test('cannot be closed twice', () => {
    expect(does(closed, SECOND, { do: 'close', connection: wire }).world).toBe(closed.world)
  })

  test('stands again one round trip after it is dialled, with the next number', () => {
    const dialled = does(closed, FIRST, { do: 'connect', to: SECOND })
    const heard = step(play, step(play, dialled.world, { do: 'next' })!.world, { do: 'next' })
    expect(heard?.world.now).toBe(12)
    expect(heard?.world.nodes[FIRST]?.wire).toBe(`${FIRST}>${SECOND} #2`)
  })

  test('is refused by a process that is down, and no number is used up', () => {
    const down = { ...closed.world, nodes: { ...closed.world.nodes, [SECOND]: { ...closed.world.nodes[SECOND]!, up: false } }, agenda: [] }
    const heard = step(play, does(at(down), FIRST, { do: 'connect', to: SECOND }).world, { do: 'next' })
    expect(heard?.events).toEqual([
      { kind: 'connection-refused', client: FIRST, server: SECOND },
      { kind: 'hears-of-the-wire', node: FIRST, stands: false },
    ])
    expect(heard?.world.book[`${FIRST}>${SECOND}`]).toBe(1)
  })
})

describe('a message that is held', () => {
  const held = at(hold(three.world, standing(three), delivery(three, 0), 500).world)

  test('lands later, and nothing behind it lands before it', () => {
    expect(inTheAir(held)).toEqual([1, 2, 3].map((n) => `Attack ${FIRST}>${SECOND} #${n} at 506`))
    expect(inTheAir(does(later(held, 20), FIRST, send)).at(-1)).toBe(`Attack ${FIRST}>${SECOND} #4 at 506`)
    expect(inTheAir(does(later(held, 600), FIRST, send)).at(-1)).toBe(`Attack ${FIRST}>${SECOND} #4 at 606`)
  })

  test('does not hold back what goes the other way', () => {
    const back = does(held, SECOND, { do: 'answer', request: messageFrom(held), body: { api: 'Agreed' } })
    expect(inTheAir(back)[0]).toBe(`Agreed ${SECOND}>${FIRST} #1 at 6`)
  })

  test('lands even when its sender has closed the connection; what was behind it does not', () => {
    const closed = does(held, FIRST, { do: 'close', connection: wire })
    expect(inTheAir(closed)).toEqual([`Attack ${FIRST}>${SECOND} #1 at 506`])
    expect(lostIn(closed.events)).toHaveLength(2)
  })

  test('is lost when the connection breaks by itself', () => {
    expect(endConnection(held.world, standing(held), 'fault', () => false).world.agenda).toEqual([])
  })

  test('of several that land together, the first sent is the first to land', () => {
    const twice = hold(held.world, standing(held), delivery(held, 1), 100)
    expect(inTheAir(at(twice.world))).toEqual([
      `Attack ${FIRST}>${SECOND} #1 at 506`,
      `Attack ${FIRST}>${SECOND} #2 at 606`,
      `Attack ${FIRST}>${SECOND} #3 at 606`,
    ])
  })
})
