import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST, generals, type Generals, SECOND } from '../twoGenerals.testing.ts'
import { choices } from '../choices.ts'
import { openConnection } from '../connections.ts'
import { run } from '../run.ts'
import { step } from '../step.ts'
import type { Choice } from '../trace.ts'
import type { Connection, World } from '../world.ts'
import { type Codec, openReader, openWriter } from './bytes.ts'
import { dictionary } from './dictionary.ts'
import { bool, codec, int, list, nullable, oneOf, optional, record, recordInOrder, text, time, timeAhead, timeInRounds, timeSince, union, unread } from './fields.ts'
import { decode, encode } from './world.ts'

const NOW = 1_000
const words = dictionary(['orders-0', 'orders-1', 'broker-1'])
const bytesOf = <T>(of: Codec<T>, value: T, now = NOW): number[] => {
  const out = openWriter(words, now)
  of.write(out, value)
  return [...out.bytes.slice(0, out.length)]
}
const backOf = <T>(of: Codec<T>, value: T): T => {
  const from = openReader(words, Uint8Array.from(bytesOf(of, value)))
  from.now = NOW
  return of.read(from)
}

describe('values', () => {
  test('come back as they were', () => {
    fc.assert(fc.property(fc.maxSafeInteger().map((n) => Math.trunc(n / 2)), (n) => backOf(int, n) === n))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => backOf(text, s) === s))
    fc.assert(fc.property(fc.array(fc.option(fc.boolean())), (values) => expect(backOf(list(nullable(bool)), values)).toEqual(values)))
  })

  test('that are small or known are one byte', () => {
    expect([0, -1, 1, -64, 63].map((n) => bytesOf(int, n))).toEqual([[0], [1], [2], [127], [126]])
    expect(bytesOf(text, 'orders-1')).toEqual([2])
    expect(bytesOf(oneOf('card', null, 7), null)).toEqual([1])
  })

  test('that are no whole numbers are our own mistake', () => {
    expect(() => bytesOf(int, 0.5)).toThrow('invariant')
    expect(() => bytesOf(int, Number.POSITIVE_INFINITY)).toThrow('invariant')
  })

  test('that nobody reads take no bytes', () => {
    expect(bytesOf(unread('x'), 'anything')).toEqual([])
    expect(backOf(unread('x'), 'anything')).toBe('x')
  })
})

describe('times', () => {
  test('are relative to now', () => {
    expect(bytesOf(time, 1_005, 1_000)).toEqual(bytesOf(time, 25, 20))
    expect(backOf(time, 3)).toBe(3)
  })

  test('that only matter ahead are all alike behind', () => {
    expect(bytesOf(timeAhead, 3)).toEqual(bytesOf(timeAhead, NOW))
    expect(backOf(timeAhead, 1_200)).toBe(1_200)
  })

  test('that stop to matter after a while are all alike then', () => {
    expect(bytesOf(timeSince(100), -1_000_000)).toEqual(bytesOf(timeSince(100), 900))
    expect(bytesOf(timeSince(100), 950)).not.toEqual(bytesOf(timeSince(100), 900))
  })

  test('of rounds that repeat only say how far into the round it is', () => {
    const rounds = timeInRounds(500)
    expect(bytesOf(rounds, 600)).toEqual(bytesOf(rounds, 100))
    // The end of a round is not the beginning of the next one: its timer falls due now.
    expect(backOf(rounds, 0)).toBe(500)
    expect(backOf(rounds, NOW)).toBe(NOW)
  })
})

interface Parcel {
  readonly kind: 'parcel'
  readonly weight: number
  readonly note?: string
}
interface Letter {
  readonly kind: 'letter'
  readonly pages: readonly number[]
}
const post = union<Parcel | Letter, 'kind'>('kind', { parcel: { weight: int, note: optional(text) }, letter: { pages: list(int) } })

describe('objects', () => {
  test('come back with their kind, and without the fields they left out', () => {
    const all: (Parcel | Letter)[] = [{ kind: 'parcel', weight: 3 }, { kind: 'parcel', weight: 3, note: 'fragile' }, { kind: 'letter', pages: [1, 2] }]
    expect(backOf(list(post), all)).toEqual(all)
    expect(Object.keys(backOf(post, { kind: 'parcel', weight: 3 }))).toEqual(['kind', 'weight'])
  })

  test('do not compile with a field too few or too many', () => {
    // @ts-expect-error `note` is forgotten
    codec<Omit<Parcel, 'kind'>>({ weight: int })
    // @ts-expect-error nobody has a colour
    codec<Omit<Parcel, 'kind'>>({ weight: int, note: optional(text), colour: text })
    // @ts-expect-error a note can be missing
    codec<Omit<Parcel, 'kind'>>({ weight: int, note: text })
    // @ts-expect-error letters are forgotten
    union<Parcel | Letter, 'kind'>('kind', { parcel: { weight: int, note: optional(text) } })
    // @ts-expect-error a third way is forgotten
    const ways: Codec<'a' | 'b' | 'c'> = oneOf('a', 'b')
    expect(ways).toBeDefined()
  })

  test('with keys in another order are the same, unless some rule reads the order', () => {
    const [one, two] = [{ 'z-10': 1, 'z-9': 2, 'orders-1': 3, 'orders-0': 4 }, { 'orders-0': 4, 'orders-1': 3, 'z-9': 2, 'z-10': 1 }]
    expect(bytesOf(record(int), one)).toEqual(bytesOf(record(int), two))
    expect(Object.keys(backOf(record(int), one))).toEqual(['orders-0', 'orders-1', 'z-9', 'z-10'])
    expect(Object.keys(backOf(recordInOrder(int), one))).toEqual(Object.keys(one))
  })
})

describe('a world', () => {
  const play = generals({ by: 'wire', tries: 3, every: 4 })
  const begun = play.system.begin(play.setup)
  const after = (world: World<Generals>, ...what: Choice[]): World<Generals> => what.reduce((so, choice) => step(play, so, choice)!.world, world)
  const next: Choice = { do: 'next' }

  test('is the same at another time, under other names and with another book', () => {
    const moved = (ms: number) => ({ ...begun, now: begun.now + ms, agenda: begun.agenda.map((p) => ({ ...p, at: p.at + ms, name: `${p.name} #9` as typeof p.name })), book: { x: 3 } })
    expect(encode(play, moved(5_000))).toEqual(encode(play, begun))
    expect(encode(play, after(moved(5_000), next))).toEqual(encode(play, after(begun, next)))
  })

  test('is the same whatever number its connections have come to', () => {
    const renumbered = JSON.parse(JSON.stringify(begun).replaceAll(`${FIRST}>${SECOND} #1`, `${FIRST}>${SECOND} #12`)) as World<Generals>
    expect(encode(play, renumbered)).toEqual(encode(play, begun))
  })

  test('keeps connections apart that somebody still knows, the older one first', () => {
    const wire = (n: number): Connection => openConnection(`${FIRST}>${SECOND} #${n}`, FIRST, SECOND)
    const two = { ...begun, connections: { a: wire(9), b: wire(10) }, nodes: { ...begun.nodes, [FIRST]: { ...begun.nodes[FIRST]!, wire: wire(10).id } } }
    const back = decode(play, encode(play, two))
    expect(Object.keys(back.connections)).toEqual([wire(1).id, wire(2).id])
    expect(back.nodes[FIRST]?.wire).toBe(wire(2).id)
    expect(back.book).toEqual({ [`${FIRST}>${SECOND}`]: 2 })
  })

  test('is another one when a message is held, a direction silent or a timer later', () => {
    const sent = after(begun, next)
    const held = { ...sent, agenda: sent.agenda.map((p) => (p.kind === 'deliver' ? { ...p, held: true } : p)) }
    const silent = { ...sent, connections: Object.fromEntries(Object.values(sent.connections).map((c) => [c.id, { ...c, silent: { ...c.silent, toClient: true } }])) }
    const later = { ...sent, agenda: sent.agenda.map((p) => (p.kind === 'timer' ? { ...p, at: p.at + 1 } : p)) }
    const all = [sent, held, silent, later].map((w) => [...encode(play, w)].join())
    expect(new Set(all).size).toBe(4)
  })

  test('comes back with names that no run ever makes, each only once', () => {
    const trace = run(play, [])
    for (const { world } of trace.snapshots) {
      const names = decode(play, encode(play, world)).agenda.map((p) => p.name)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/ #1000000\d{3}$/)
    }
  })

  test('and its twin step alike under every choice, all the way', () => {
    for (const setup of [{ tries: 3, every: 4 }, { tries: 2, every: 100 }, { tries: 3, every: 4, by: 'wire' as const }]) {
      const of = generals(setup)
      for (const { world } of run(of, []).snapshots) {
        const twin = decode(of, encode(of, world))
        expect(encode(of, twin)).toEqual(encode(of, world))
        const there = choices(of, twin, 'everything')
        choices(of, world, 'everything').forEach((choice, i) => {
          expect(encode(of, step(of, twin, there[i]!)!.world)).toEqual(encode(of, step(of, world, choice)!.world))
        })
      }
    }
  })

  test('cut short is our own mistake', () => {
    const bytes = encode(play, begun)
    expect(() => decode(play, bytes.slice(0, -1))).toThrow('invariant')
    expect(() => decode(play, Uint8Array.of(...bytes, 0))).toThrow('invariant')
  })
})
