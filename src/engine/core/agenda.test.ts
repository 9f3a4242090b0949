import { describe, expect, test } from 'vitest'
import { insert } from './agenda.ts'
import { countFired, nameAnswer, nameConnection, nameMessage, nameTimer, ordinalOf } from './naming.ts'
import { perform, type Progress } from './perform.ts'
import type { Command } from './system.ts'
import { FIRST, generals, type Generals, SECOND } from './twoGenerals.testing.ts'
import type { PendingName } from './world.ts'

const play = generals({ road: 0 })
const empty: Progress<Generals> = { world: { ...play.system.begin(play.setup), agenda: [] }, events: [], handed: [] }
const after = (...commands: Command<Generals>[]): Progress<Generals> => commands.reduce((so, command) => perform(play, so, FIRST, command), empty)
const timer = { timer: 'again' } as const
const send: Command<Generals> = { do: 'send', to: SECOND, connection: null, about: [], body: { api: 'Attack', day: 1 } }

describe('the order inside one millisecond', () => {
  test('is follow-ups, timers of applications, other timers, what comes over links', () => {
    const { agenda } = after(
      send,
      { do: 'set-timer', key: 'a', name: 'a timer', at: 0, timer },
      { do: 'set-timer', key: 'b', name: 'an application', at: 0, timer, first: true },
      { do: 'follow-up', key: 'c', name: 'a follow-up', timer },
    ).world
    expect(agenda.map((p) => p.name)).toEqual(['a follow-up', 'an application', 'a timer', `Attack ${FIRST}>${SECOND} #1`])
  })

  test('is the order of insertion among equals', () => {
    const { agenda } = after(
      { do: 'set-timer', key: 'later', name: 'later', at: 1, timer },
      { do: 'set-timer', key: 'one', name: 'one', at: 0, timer },
      { do: 'set-timer', key: 'two', name: 'two', at: 0, timer },
    ).world
    expect(agenda.map((p) => p.name)).toEqual(['one', 'two', 'later'])
  })

  test('earlier comes before any rank', () => {
    const [late] = after({ do: 'follow-up', key: 'x', name: 'x', timer }).world.agenda
    const [early] = after(send).world.agenda
    expect(insert([{ ...late!, at: 5 }], { ...early!, at: 4 }).map((p) => p.at)).toEqual([4, 5])
  })
})

describe('timers', () => {
  test('set again under the same key are moved, under another they are two', () => {
    const { agenda } = after({ do: 'set-timer', key: 'k', name: 'k', at: 9, timer }, { do: 'set-timer', key: 'k', name: 'k', at: 3, timer }, { do: 'set-timer', key: 'l', name: 'l', at: 5, timer }).world
    expect(agenda.map((p) => [p.name, p.at])).toEqual([['k', 3], ['l', 5]])
  })

  test('that are cancelled do not fire, and one in the past fires now', () => {
    expect(after({ do: 'set-timer', key: 'k', name: 'k', at: 9, timer }, { do: 'cancel-timer', key: 'k' }).world.agenda).toEqual([])
    expect(after({ do: 'set-timer', key: 'k', name: 'k', at: -9, timer }).world.agenda[0]?.at).toBe(0)
  })
})

describe('names', () => {
  test('count how often a meaning came up, between the same two nodes only', () => {
    const naming = { base: 'Attack', ordinal: 'always' } as const
    const one = nameMessage({}, naming, 'a', 'b')
    const two = nameMessage(one.book, naming, 'a', 'b')
    const other = nameMessage(two.book, naming, 'b', 'a')
    expect([one.name, two.name, other.name]).toEqual(['Attack a>b #1', 'Attack a>b #2', 'Attack b>a #1'])
  })

  test('of what rarely comes again have an ordinal only then', () => {
    const naming = { base: 'Fetch@3', ordinal: 'again' } as const
    const one = nameMessage({}, naming, 'a', 'b')
    expect([one.name, nameMessage(one.book, naming, 'a', 'b').name]).toEqual(['Fetch@3 a>b', 'Fetch@3 a>b #2'])
  })

  test('of answers have the ordinal of their request', () => {
    expect(nameAnswer({ base: 'Agreed', ordinal: 'always' }, 'Attack a>b #7' as PendingName, 'b', 'a')).toBe('Agreed b>a #7')
    expect(ordinalOf('Attack a>b #7' as PendingName)).toBe(7)
    expect(ordinalOf('Fetch@3 a>b' as PendingName)).toBe(1)
  })

  test('of timers are counted when they fire, so that moving one does not rename it', () => {
    expect(nameTimer({}, 'poll a')).toBe('poll a')
    const fired = countFired({}, nameTimer({}, 'poll a'))
    expect(nameTimer(fired, 'poll a')).toBe('poll a #2')
    expect(nameTimer(countFired(fired, nameTimer(fired, 'poll a')), 'poll a')).toBe('poll a #3')
  })

  test('of connections count those that stood', () => {
    const one = nameConnection({}, 'a', 'b')
    expect([one.id, nameConnection(one.book, 'a', 'b').id]).toEqual(['a>b #1', 'a>b #2'])
  })
})
