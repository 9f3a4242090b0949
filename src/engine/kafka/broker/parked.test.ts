import { describe, expect, test } from 'vitest'
import type { Command } from '../model/kinds.ts'
import { answersIn, deskWith, diskWith, fetch, leading, P, remoteAt } from './desk.testing.ts'
import type { Desk } from './desk.ts'
import { serveFetch } from './fetch.ts'
import { advanceHighWatermark } from './highWatermark.ts'
import { dropParked, dueAt, endWait, wakeFollowers } from './parked.ts'
import { accept } from './requests.ts'

const ask = (desk: Desk, from: string, offset: number): void => {
  const message = fetch(from, offset)
  accept(desk, message)
  if (message.body.api === 'Fetch') serveFetch(desk, message, message.body)
}
const timersIn = (commands: readonly Command[]): readonly string[] =>
  commands.flatMap((c) =>
    'key' in c && !c.key.startsWith('fetch-wait')
      ? []
      : c.do === 'set-timer'
      ? [`${c.name} ${c.at} ${c.background ? 'background' : ''}`.trim()]
      : c.do === 'cancel-timer'
        ? [`cancel ${c.key}`]
        : [],
  )
const answered = (desk: Desk): readonly string[] => answersIn(desk.commands).map(([request]) => request)

describe('a parked fetch (model.md section 3)', () => {
  test('arms no timer while its answer would tell nothing new', () => {
    const desk = deskWith()
    ask(desk, 'broker-2', 0)
    expect(timersIn(desk.commands)).toEqual([])
    expect(desk.state.parked).toHaveLength(1)
  })

  test('arms it when the high watermark rises above what the follower was told: due 500 ms after the fetch came, in the background', () => {
    const desk = deskWith({ now: 14, disk: diskWith(['A', null]) })
    ask(desk, 'broker-2', 1)
    ask(desk, 'broker-3', 1)
    expect(timersIn(desk.commands)).toEqual([
      'fetch-wait Fetch@1 broker-2>broker-1 514 background',
      'fetch-wait Fetch@1 broker-2>broker-1 514 background',
      'fetch-wait Fetch@1 broker-3>broker-1 514 background',
    ])
  })

  test('if 500 ms have passed already, it is due at the next multiple', () => {
    expect(dueAt(14, 500, 14)).toBe(514)
    expect(dueAt(14, 500, 514)).toBe(514)
    expect(dueAt(14, 500, 515)).toBe(1014)
    expect(dueAt(14, 500, 30_171)).toBe(30_514)
  })

  test('arms it as well while another request waits behind it on its connection', () => {
    const desk = deskWith({ now: 20 })
    ask(desk, 'consumer-1', 0)
    expect(timersIn(desk.commands)).toEqual([])
    const behind = {
      ...fetch('consumer-1', 5),
      name: 'Metadata consumer-1>broker-1 #1' as ReturnType<typeof fetch>['name'],
    }
    expect(accept(desk, behind)).toBe(false)
    ask(desk, 'broker-2', 0)
    expect(timersIn(desk.commands)).toEqual(['fetch-wait Fetch@0 consumer-1>broker-1 520 background'])
  })

  test('at the end of its wait is answered empty, with the high watermark of that moment (HW-R06)', () => {
    const desk = deskWith({ disk: diskWith(['A', null]), role: { highWatermark: 1 } })
    ask(desk, 'broker-2', 1)
    endWait(desk, 'broker-2>broker-1 #1')
    expect(answersIn(desk.commands)[0]?.[1]).toMatchObject({
      api: 'FetchResponse',
      partitions: [{ batches: [], highWatermark: 1 }],
    })
    expect(desk.state.parked).toEqual([])
    expect(desk.state.roles[P]).toMatchObject({ remotes: { 2: { toldHighWatermark: 1 } } })
  })

  test('is gone with its connection, and its timer with it', () => {
    const desk = deskWith()
    ask(desk, 'consumer-1', 0)
    dropParked(desk, 'consumer-1>broker-1 #1')
    expect(desk.state.parked).toEqual([])
    expect(desk.state.queues).toEqual({})
    expect(answered(desk)).toEqual([])
  })
})

describe('who is woken by what', () => {
  const waiting = (): Desk => {
    const desk = deskWith()
    for (const from of ['broker-2', 'broker-3', 'consumer-1']) ask(desk, from, 0)
    desk.durable = { ...desk.durable, partitions: { [P]: diskWith(['A', null]) } }
    return desk
  }

  test('an append wakes the followers, in the order in which they were parked, and no consumer (HW-R09)', () => {
    const desk = waiting()
    wakeFollowers(desk, P)
    expect(answered(desk)).toEqual(['Fetch@0 broker-2>broker-1', 'Fetch@0 broker-3>broker-1'])
  })

  test('a high watermark that rises wakes the consumers whose offset it passes, and no follower (CON-07, HW-R06)', () => {
    const desk = waiting()
    const caughtUp = remoteAt(1)
    desk.state = { ...desk.state, roles: { [P]: leading({ remotes: { 2: caughtUp, 3: caughtUp } }) } }
    advanceHighWatermark(desk, P)
    expect(answered(desk)).toEqual(['Fetch@0 consumer-1>broker-1'])
  })
})
