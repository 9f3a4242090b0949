import { describe, expect, test } from 'vitest'
import { beginCut, canConnect, crosses, directionsAcross, isCut } from './cut.ts'
import { exit } from './exit.ts'
import { isPaused, pause } from './pause.ts'
import { perform, type Progress } from './perform.ts'
import { step } from './step.ts'
import type { Command } from './system.ts'
import { FIRST, generals, type Generals, SECOND } from './twoGenerals.testing.ts'
import type { Connection, Cut, World } from './world.ts'

const play = generals({ by: 'wire', tries: 9 })
const wire = `${FIRST}>${SECOND} #1`
const begun: World<Generals> = { ...play.system.begin(play.setup), agenda: [] }
const send: Command<Generals> = { do: 'send', to: SECOND, connection: wire, about: [], body: { api: 'Attack', day: 1 } }
const datagram: Command<Generals> = { ...send, connection: null }
const does = (world: World<Generals>, node: string, ...commands: Command<Generals>[]): Progress<Generals> =>
  commands.reduce<Progress<Generals>>((p, command) => perform(play, p, node, command), { world, events: [], handed: [] })
const air = (world: World<Generals>): readonly string[] => world.agenda.flatMap((p) => (p.kind === 'deliver' ? [`${p.message.body.api} ${p.at}`] : []))
const next = (world: World<Generals>) => step(play, world, { do: 'next' })!
const cutting = (way: Cut['way'], from: string | null = null): Cut => ({ node: FIRST, from, way, until: 100 })
const { road } = play.setup

describe('a cut', () => {
  test('stands in one direction, or both, as seen from its node', () => {
    expect([crosses(cutting('in'), SECOND, FIRST), crosses(cutting('in'), FIRST, SECOND)]).toEqual([true, false])
    expect([crosses(cutting('out'), SECOND, FIRST), crosses(cutting('out'), FIRST, SECOND)]).toEqual([false, true])
    expect([crosses(cutting('both'), SECOND, FIRST), crosses(cutting('both'), FIRST, SECOND)]).toEqual([true, true])
    expect(crosses(cutting('both', 'somebody else'), FIRST, SECOND)).toBe(false)
    const connection: Connection = begun.connections[wire]!
    expect(directionsAcross(cutting('out'), connection)).toEqual(['toServer'])
    expect(directionsAcross(cutting('both'), connection)).toEqual(['toServer', 'toClient'])
  })

  test('holds what is in the air and what is sent into it, as TCP would send it again; its end lets it land', () => {
    const sent = does(begun, FIRST, send).world
    const { world, events } = beginCut(sent, cutting('out'))
    expect(air(world)).toEqual(['Attack 100'])
    expect(events).toEqual([{ kind: 'cut-began', node: FIRST, from: null, way: 'out', until: 100 }])
    expect(air(does(world, FIRST, send).world)).toEqual(['Attack 100', 'Attack 100'])
  })

  test('in one direction leaves the other as it is', () => {
    const { world } = beginCut(begun, cutting('in'))
    expect(air(does(world, FIRST, send).world)).toEqual([`Attack ${road}`])
  })

  test('loses datagrams and allows no new connection in either direction', () => {
    const { world } = beginCut(begun, cutting('out'))
    expect(does(world, FIRST, datagram).events.map((e) => e.kind)).toContain('message-lost')
    expect([canConnect(world, FIRST, SECOND), canConnect(world, SECOND, FIRST)]).toEqual([false, false])
    expect([canConnect(begun, FIRST, SECOND), isCut(world, SECOND, FIRST)]).toEqual([true, false])
  })

  test('ends by itself, and its node is told', () => {
    const healed = next(beginCut(begun, cutting('both')).world)
    expect(healed.events).toEqual([{ kind: 'cut-ended', node: FIRST }])
    expect([healed.world.now, healed.world.cuts]).toEqual([100, []])
  })
})

test('a cut does not end with the process that was cut off, nor wait for one that stands still', () => {
  const { world } = beginCut(begun, cutting('both'))
  const dead = exit({ system: play.system, setup: play.setup }, world, FIRST).world
  expect(next(dead).world.cuts).toEqual([])
  const healed = next(pause(world, FIRST, 500))
  expect([healed.world.now, healed.world.cuts]).toEqual([100, []])
})

test('a call between processes is not heard across a cut, nor by one that stands still', () => {
  const call: Command<Generals> = { do: 'call', to: SECOND, call: { call: 'never' } as never, remote: true }
  const heard = (world: World<Generals>) => does(world, FIRST, call).handed.length
  expect([heard(begun), heard(beginCut(begun, cutting('in')).world), heard(pause(begun, SECOND, 9))]).toEqual([1, 0, 0])
})

describe('a paused node', () => {
  test('handles nothing until it goes on: first the timers that fell due, then what waited, at once', () => {
    const timer: Command<Generals> = { do: 'set-timer', key: 'watch', name: `watch ${SECOND}`, at: road + 1, timer: { timer: 'watch' } }
    const waiting = pause(does(does(begun, FIRST, send).world, SECOND, timer).world, SECOND, 50)
    const landed = next(waiting)
    expect([landed.events, landed.world.nodes[SECOND]?.attacks]).toEqual([[], false])
    const due = next(landed.world)
    expect([due.events, due.world.agenda.map((p) => p.name)]).toEqual([[], [`resume ${SECOND} #1`.replace(' #1', '')]])
    const resumed = next(due.world)
    expect(resumed.events).toEqual([{ kind: 'node-resumed', node: SECOND }])
    expect(isPaused(resumed.world, SECOND)).toBe(false)
    expect(resumed.world.agenda.map((p) => [p.kind, p.at])).toEqual([['timer', 50], ['deliver', 50]])
  })
})

describe('a process that ends', () => {
  const two = does(begun, FIRST, send).world
  const links = { system: play.system, setup: play.setup }

  test('what it had sent still lands, and the end of the connection lands behind it', () => {
    const { world, events } = exit(links, two, FIRST)
    expect(world.agenda.map((p) => [p.kind, p.at])).toEqual([['deliver', road], ['link', road]])
    expect(events.map((e) => e.kind)).toEqual(['connection-ended'])
    expect(world.connections).toEqual({})
  })

  test('what was on its way to it is lost, and so are its timers', () => {
    const { world, events } = exit(links, two, SECOND)
    expect(events.map((e) => e.kind)).toEqual(['message-lost', 'connection-ended'])
    expect(world.agenda.map((p) => [p.kind, p.to])).toEqual([['link', FIRST]])
  })

  test('takes with it what waited for it while it was paused', () => {
    expect(isPaused(exit(links, pause(two, SECOND, 50), SECOND).world, SECOND)).toBe(false)
  })

  test('in a direction where nothing gets through, its end does not either', () => {
    const silent = { ...two, connections: { [wire]: { ...two.connections[wire]!, silent: { toServer: true, toClient: false } } } }
    expect(exit(links, silent, FIRST).world.agenda.filter((p) => p.kind === 'link')).toEqual([])
  })
})

test('a process that does not listen yet is not connected to', () => {
  const deaf = { ...begun, nodes: { ...begun.nodes, [SECOND]: { ...begun.nodes[SECOND]!, listens: false } } }
  expect(canConnect(deaf, FIRST, SECOND)).toBe(false)
})
