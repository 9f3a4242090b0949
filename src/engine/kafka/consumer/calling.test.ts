import { describe, expect, test } from 'vitest'
import type { Fault } from '../../core/plan.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import type { LabOptions } from '../labSetup.ts'
import { all, crash, labRun } from '../runs.testing.ts'
import { verdict } from '../judge/verdict.ts'

const atName = (name: string) => ({ before: name as never })
const call = (record: string, ordinal = 1): string => `Call[${record}] consumer-1>card-1 #${ordinal}`
const reply = (record: string, ordinal = 1): string => `CallReply[${record}] card-1>consumer-1 #${ordinal}`
const fails = (name: string, answer: 'error' | 'nothing' = 'error'): Fault => ({ kind: 'call-fails', aim: atName(name), answer }) as Fault
const loses = (name: string): Fault => ({ kind: 'reply-lost', aim: atName(name) })
const doubles = (name: string, after = 20): Fault => ({ kind: 'twice', aim: atName(name), after }) as Fault
const lab = (plan: readonly Fault[] = [], options: LabOptions = {}): KafkaTrace => labRun({ records: 3, reader: 'card', ...options }, plan)

const done = (trace: KafkaTrace) => all(trace, 'effect-happened').map((e) => e.record)
const calls = (trace: KafkaTrace) => all(trace, 'effect-called').map((e) => `${e.record}${e.attempt}`)

describe('a call that fails', () => {
  test('and says so is made again after a pause of 100 ms; nothing is done twice', () => {
    const trace = lab([fails(call('A'))])
    expect(calls(trace)).toEqual(['A1', 'A2', 'B1', 'C1'])
    const [failed, asked] = [all(trace, 'effect-call-failed')[0], all(trace, 'effect-called')[1]]
    expect((asked?.at ?? 0) - (failed?.at ?? 0)).toBe(100)
    expect(done(trace)).toEqual(['A', 'B', 'C'])
    expect(verdict(trace)).toMatchObject({ twice: [], missing: [], outcome: 'settled' })
  })

  test('and says nothing looks to the caller exactly as a lost reply does, time for time', () => {
    const seen = (trace: KafkaTrace) => [...all(trace, 'effect-in-doubt'), ...all(trace, 'effect-called'), ...all(trace, 'effect-confirmed')].map((e) => `${e.at} ${e.kind} ${e.record}`)
    const [failed, lost] = [lab([fails(call('A'), 'nothing')]), lab([loses(reply('A'))])]
    expect(seen(failed)).toEqual(seen(lost))
    expect([done(failed), done(lost)]).toEqual([['A', 'B', 'C'], ['A', 'A', 'B', 'C']])
  })
})

describe('a reply that is lost', () => {
  test('leaves the caller in doubt for a second; it closes the connection, dials another one and calls again', () => {
    const trace = lab([loses(reply('A'))])
    const [asked, again] = all(trace, 'effect-called')
    const [doubt] = all(trace, 'effect-in-doubt')
    expect((doubt?.at ?? 0) - (asked?.at ?? 0)).toBe(1_000)
    expect((again?.at ?? 0) - (doubt?.at ?? 0)).toBe(12)
    expect(all(trace, 'connection-ended').map((e) => [e.connection, e.by])).toEqual([['consumer-1>card-1 #1', 'client']])
    expect(verdict(trace).twice).toEqual(['A'])
  })

  test('twice in a row is two charges too many without a guard, and none with one (EXT-01, EXT-03)', () => {
    const plan = [loses(reply('A')), loses(reply('A', 2))]
    expect(done(lab(plan))).toEqual(['A', 'A', 'A', 'B', 'C'])
    for (const protection of [{ kind: 'dedup', windowMs: 3_600_000 }, { kind: 'upsert' }, { kind: 'conditional' }] as const) {
      const guarded = lab(plan, { protection })
      expect(done(guarded)).toEqual(['A', 'B', 'C'])
      expect(all(guarded, 'effect-skipped').map((e) => e.because)).toEqual([protection.kind, protection.kind])
      expect(verdict(guarded)).toMatchObject({ twice: [], broken: [] })
    }
  })

  test('a conditional write is told no, and reads back that its own write stands', () => {
    const trace = lab([loses(reply('A'))], { protection: { kind: 'conditional' } })
    expect(all(trace, 'effect-confirmed').map((e) => e.outcome)).toEqual(['refused', 'done', 'done'])
  })

  test('a window that is shorter than the wait for the answer is none (EXT-01)', () => {
    expect(done(lab([loses(reply('A'))], { protection: { kind: 'dedup', windowMs: 1_000 } }))).toEqual(['A', 'A', 'B', 'C'])
  })
})

describe('a call that arrives twice', () => {
  test('is done twice without a guard; the caller has its answer and ignores the other one', () => {
    const trace = lab([doubles(call('A'))])
    expect(calls(trace)).toEqual(['A1', 'B1', 'C1'])
    expect(done(trace).filter((r) => r === 'A')).toHaveLength(2)
    expect(all(trace, 'effect-confirmed').map((e) => e.record)).toEqual(['A', 'B', 'C'])
    expect(all(trace, 'message-sent').filter((e) => e.copyOf !== undefined).map((e) => [e.message.name, e.copyOf])).toEqual([[call('A', 2), call('A')]])
  })

  test('with a guard it is done once', () => {
    expect(done(lab([doubles(call('A'))], { protection: { kind: 'dedup', windowMs: 60_000 } }))).toEqual(['A', 'B', 'C'])
  })

  test('the copy lands though the reader has crashed since, and its answer goes nowhere', () => {
    const trace = lab([doubles(call('A'), 300), crash('consumer-1', reply('A'), null)])
    expect(done(trace)).toEqual(['A', 'A'])
    expect(all(trace, 'effect-confirmed')).toEqual([])
  })

  test('one of them may fail while the other is done', () => {
    expect(done(lab([fails(call('A')), doubles(call('A'))]))).toEqual(['A', 'A', 'B', 'C'])
  })
})

describe('a reader and the service it calls', () => {
  test('cut off while it calls: it dials until it gets through, and calls again', () => {
    const cut = { kind: 'cut-off', aim: atName(reply('A')), node: 'consumer-1', from: 'everyone', way: 'both', for: 5_000, noticed: 'no' } as Fault
    const trace = lab([cut], { protection: { kind: 'upsert' } })
    expect(done(trace)).toEqual(['A', 'B', 'C'])
    expect(all(trace, 'effect-in-doubt').map((e) => e.because)).toEqual(['no-answer'])
    expect(verdict(trace)).toMatchObject({ missing: [], twice: [] })
  })

  test('a cut that is noticed leaves it in doubt at once', () => {
    const cut = { kind: 'cut-off', aim: atName(reply('A')), node: 'consumer-1', from: 'everyone', way: 'both', for: 5_000, noticed: 'yes' } as Fault
    const trace = lab([cut])
    expect(all(trace, 'effect-in-doubt').map((e) => e.because)).toEqual(['disconnected'])
    expect(done(trace)).toEqual(['A', 'A', 'B', 'C'])
  })

  test('a record that lies in the log twice is called for twice: to the caller they are two', () => {
    const again: Fault = { kind: 'silent', aim: atName('ProduceResponse[A] broker-1>producer-1 #1') }
    const twice = { producer: { acks: 'all', 'enable.idempotence': 'false' }, records: 1 }
    expect(done(lab([again], twice))).toEqual(['A', 'A'])
    expect(done(lab([again], { ...twice, protection: { kind: 'dedup', windowMs: 3_600_000 } }))).toEqual(['A'])
  })
})
