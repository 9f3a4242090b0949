import { describe, expect, test } from 'vitest'
import { labSetup, type LabOptions } from '../labSetup.ts'
import type { Application } from '../model/application.ts'
import type { Call } from '../model/call.ts'
import type { Command, Input } from '../model/kinds.ts'
import { type ApplicationEnv, handleApplication, newApplication } from './index.ts'

const envAt = (now: number, { onFailure = 'give-up', ...options }: LabOptions = {}): ApplicationEnv => ({
  now,
  producer: 'producer-1',
  config: { workload: labSetup(options).workload, partitions: options.partitions ?? 1, onFailure },
})
const due: Input = { kind: 'timer', key: 'hand-over', timer: { timer: 'hand-over' } }
const hears = (call: Call): Input => ({ kind: 'call', from: 'producer-1', call })
const acked = (record: string, send = 1): Input => hears({ call: 'acked', records: [{ record, send }], baseOffset: 0 })
const failed = (record: string, send = 1): Input =>
  hears({ call: 'failed', records: [{ record, send }], exception: 'TimeoutException', text: '' })

/** `send A`, `send A/2 to orders-1`, `timer 16`, `gave up A`: what it asks for, in short. */
const said = (commands: readonly Command[]): readonly string[] =>
  commands.map((c) => {
    if (c.do === 'call' && c.call.call === 'send')
      return `send ${c.call.record.record}${c.call.record.send > 1 ? `/${c.call.record.send}` : ''}`
    if (c.do === 'set-timer') return `timer ${c.at}`
    if (c.do === 'note' && (c.event.kind === 'application-gave-up' || c.event.kind === 'application-sends-again'))
      return `${c.event.kind === 'application-gave-up' ? 'gave up' : 'again'} ${c.event.records.map((r) => r.record).join(',')}`
    return c.do
  })

interface So {
  readonly self: Application
  readonly said: readonly string[]
}
/** An application that lives through these inputs; what it says is what it says last. */
const living = (options: LabOptions, ...inputs: readonly (readonly [at: number, input: Input])[]): So =>
  inputs.reduce(
    (so: So, [at, input]) => {
      const turn = handleApplication(so.self, input, envAt(at, options))
      return { self: turn.self, said: said(turn.commands) }
    },
    { self: newApplication('application-1'), said: [] },
  )

describe('handing over', () => {
  test('a record every everyMs, without asking what became of the one before', () => {
    expect(living({}, [4, due]).said).toEqual(['send A', 'timer 16'])
    expect(living({}, [4, due], [16, due]).said).toEqual(['send B', 'timer 28'])
  })

  test('stops behind the last record', () => {
    expect(living({ records: 1 }, [4, due]).said).toEqual(['send A'])
  })

  test('with several partitions records go round', () => {
    const { commands } = handleApplication(living({ partitions: 2 }, [4, due]).self, due, envAt(16, { partitions: 2 }))
    expect(commands[0]).toMatchObject({ do: 'call', call: { partition: 'orders-1' } })
  })
})

describe('with awaitEach', () => {
  const each = { awaitEach: true }

  test('nothing is handed over before the answer, although the time has come', () => {
    expect(living(each, [4, due], [16, due]).said).toEqual([])
  })

  test('the answer hands over the next one in the same step, if everyMs have passed', () => {
    expect(living(each, [4, due], [16, due], [20, acked('A')]).said[0]).toBe('send B')
  })

  test('an early answer does not: the timer does', () => {
    expect(living(each, [4, due], [10, acked('A')]).said).toEqual([])
    expect(living(each, [4, due], [10, acked('A')], [16, due]).said[0]).toBe('send B')
  })

  test('after a failure it goes on as well', () => {
    expect(living(each, [4, due], [16, due], [120_005, failed('A')]).said.slice(0, 2)).toEqual(['gave up A', 'send B'])
  })
})

describe('on failure', () => {
  test('it gives up, or hands the record over again under the same name as a second send (MYTH-11)', () => {
    expect(living({}, [4, due], [9_000, failed('A')]).said).toEqual(['gave up A'])
    const again = { onFailure: 'send-again' as const }
    expect(living(again, [4, due], [9_000, failed('A')]).said).toEqual(['again A', 'send A/2'])
    expect(living(again, [4, due], [9_000, failed('A')], [9_900, failed('A', 2)]).said).toEqual(['again A', 'send A/3'])
  })

  test('success without an ack is told apart from an ack (acks=0)', () => {
    const { self } = living(
      {},
      [4, due],
      [4, hears({ call: 'acked', records: [{ record: 'A', send: 1 }], baseOffset: -1 })],
    )
    expect(self.durable.handovers).toEqual([{ record: 'A', send: 1, fate: 'success-no-ack' }])
  })
})

describe('while its producer is down', () => {
  const down = hears({ call: 'producer-down' })
  const up = hears({ call: 'producer-up' })

  test('what is due waits, and is handed over when the process runs again', () => {
    expect(living({}, [10, down], [16, due]).said).toEqual(['timer 28'])
    expect(living({}, [10, down], [16, due], [1_010, up]).said).toEqual(['send A'])
  })

  test('what was never answered is given up, or sent again, before what waited (PID-03)', () => {
    expect(living({}, [4, due], [10, down], [16, due], [1_010, up]).said).toEqual(['gave up A', 'send B'])
    expect(living({ onFailure: 'send-again' }, [4, due], [10, down], [16, due], [1_010, up]).said).toEqual([
      'again A',
      'send A/2',
      'send B',
    ])
  })

  test('what was acked before is not sent again', () => {
    expect(living({ onFailure: 'send-again' }, [4, due], [9, acked('A')], [10, down], [1_010, up]).said).toEqual([])
  })
})
