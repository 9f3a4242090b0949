import { describe, expect, test } from 'vitest'
import type { PendingName } from '../../core/world.ts'
import type { Message } from '../model/kinds.ts'
import type { Outside } from '../model/outside.ts'
import type { Protection } from '../model/protection.ts'
import { handleOutside } from './index.ts'

const HOUR = 3_600_000
const fresh: Outside = { kind: 'outside', id: 'card-1', up: true, durable: { effects: [], remembered: {} }, volatile: { failing: {} } }

const callFor = (record: string, guard: Protection | null): Message => ({
  name: `Call[${record}] consumer-1>card-1 #1` as PendingName,
  about: [record],
  from: 'consumer-1',
  to: 'card-1',
  connection: 'consumer-1>card-1 #1',
  sentAt: 0,
  body: { api: 'Call', record, effect: 'card', partition: 'orders-0', offset: 0, guard },
})

/** What each of these calls is told, and how often the effect has happened by then. */
const told = (guard: Protection | null, ...calls: readonly (readonly [record: string, at: number])[]) => {
  let self = fresh
  return calls.map(([record, at]) => {
    const turn = handleOutside(self, { kind: 'message', message: callFor(record, guard) }, at)
    self = turn.self
    const answers = turn.commands.flatMap((c) => (c.do === 'answer' && c.body.api === 'CallReply' ? [c.body.outcome] : []))
    return `${answers.join()} ${self.durable.effects.filter((e) => e.record === record).length}`
  })
}
const noted = (guard: Protection | null) => {
  const once = handleOutside(fresh, { kind: 'message', message: callFor('A', guard) }, 10).self
  return handleOutside(once, { kind: 'message', message: callFor('A', guard) }, 20).commands.flatMap((c) => (c.do === 'note' ? [c.event] : []))
}

describe('a plain effect', () => {
  test('is done as often as it is called for (EXT-03)', () => {
    expect(told(null, ['A', 10], ['B', 20], ['A', 30])).toEqual(['done 1', 'done 1', 'done 2'])
    expect(noted(null)).toMatchObject([{ kind: 'effect-happened', times: 2 }])
  })
})

describe('a deduplicated effect (EXT-01)', () => {
  const guard: Protection = { kind: 'dedup', windowMs: HOUR }

  test('is done once inside the window, and the caller hears the same as the first time', () => {
    expect(told(guard, ['A', 10], ['A', 20], ['B', 30], ['A', HOUR + 9])).toEqual(['done 1', 'repeat 1', 'done 1', 'repeat 1'])
    expect(noted(guard)).toMatchObject([{ kind: 'effect-skipped', because: 'dedup' }])
  })

  test('is done again when the window is over, and then remembered anew (EXT-01)', () => {
    expect(told(guard, ['A', 10], ['A', HOUR + 10], ['A', HOUR + 20])).toEqual(['done 1', 'done 2', 'repeat 2'])
  })

  test('the window counts from the effect, not from the last repeat', () => {
    expect(told(guard, ['A', 0], ['A', HOUR - 1], ['A', HOUR])).toEqual(['done 1', 'repeat 1', 'done 2'])
  })

  test('a window of nothing remembers nothing', () => {
    expect(told({ kind: 'dedup', windowMs: 0 }, ['A', 10], ['A', 10])).toEqual(['done 1', 'done 2'])
  })

  test('the name is kept in the step of the effect: there is no moment at which one is there without the other', () => {
    const { self } = handleOutside(fresh, { kind: 'message', message: callFor('A', guard) }, 10)
    expect(self.durable).toEqual({ effects: [{ record: 'A', effect: 'card' }], remembered: { A: HOUR + 10 } })
  })
})

describe('an effect that is harmless by construction (EXT-03)', () => {
  test('an upsert stands once however late the repeat is: it needs no window', () => {
    expect(told({ kind: 'upsert' }, ['A', 10], ['A', 50 * HOUR])).toEqual(['done 1', 'repeat 1'])
    expect(noted({ kind: 'upsert' })).toMatchObject([{ kind: 'effect-skipped', because: 'upsert' }])
  })

  test('a conditional write refuses the second attempt, so that the caller has to read back', () => {
    expect(told({ kind: 'conditional' }, ['A', 10], ['A', 50 * HOUR])).toEqual(['done 1', 'refused 1'])
    expect(noted({ kind: 'conditional' })).toMatchObject([{ kind: 'effect-skipped', because: 'conditional' }])
  })
})

test('whatever is not a call leaves it alone', () => {
  expect(handleOutside(fresh, { kind: 'started' }, 0)).toEqual({ self: fresh, commands: [] })
})
