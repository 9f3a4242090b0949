import { describe, expect, test } from 'vitest'
import { answer, breaks, crash, labRun, request, silent } from '../runs.testing.ts'
import { promises } from './promises.ts'
import { verdict } from './verdict.ts'

describe('the verdict', () => {
  test('a record in the log twice is stored twice, and nothing else is wrong with it', () => {
    const trace = labRun({ records: 2, producer: { 'enable.idempotence': 'false' }, awaitEach: true }, [
      breaks(answer('A')),
    ])
    expect(verdict(trace)).toMatchObject({
      twice: ['A'],
      missing: [],
      lost: [],
      inDoubt: [],
      outOfOrder: [],
      broken: ['stored-at-most-once'],
    })
  })

  test('a copy behind a later record does not count as out of order: the first copy is where it belongs', () => {
    const trace = labRun({ records: 2, producer: { 'enable.idempotence': 'false' } }, [breaks(answer('A'))])
    expect(verdict(trace).outOfOrder).toEqual([])
  })

  test('with acks=0 a record that nobody has is missing, not lost: nothing was acked', () => {
    expect(verdict(labRun({ records: 2, producer: { acks: '0' } }, [breaks(request('A'))]))).toMatchObject({
      missing: ['A'],
      lost: [],
    })
  })

  test('told no and not in the log is refused: neither missing nor lost', () => {
    expect(verdict(labRun({ records: 1, isrAtStart: [1] }))).toMatchObject({
      refused: ['A'],
      missing: [],
      lost: [],
      inDoubt: [],
    })
  })

  test('reported as failed and in the log is in doubt', () => {
    const trace = labRun({ records: 1, producer: { 'delivery.timeout.ms': '30050' } }, [silent(answer('A'))])
    expect(verdict(trace)).toMatchObject({ inDoubt: ['A'], missing: [], fates: { A: { told: 'unknown', inLog: 1 } } })
  })

  test('what a reader does twice is not stored twice', () => {
    const trace = labRun({ records: 1, reader: 'card' }, [crash('consumer-1', { at: 40 })])
    expect(verdict(trace)).toMatchObject({
      twice: ['A'],
      broken: ['one-effect-each'],
      fates: { A: { inLog: 1, effects: 2 } },
    })
  })

  test('with a reader that has an effect, a record that was only delivered is missing', () => {
    const trace = labRun({ records: 1, reader: 'card' }, [crash('consumer-1', 'process[A] consumer-1', null)])
    expect(verdict(trace)).toMatchObject({
      missing: ['A'],
      lost: [],
      fates: { A: { told: 'acked', delivered: 1, effects: 0 } },
    })
  })

  test('behind a guard only effects count: a second copy and a second delivery are what a guard is for (EXT-01)', () => {
    const lab = { records: 1, producer: { 'enable.idempotence': 'false' }, awaitEach: true, reader: 'card' } as const
    expect(verdict(labRun(lab, [breaks(answer('A'))]))).toMatchObject({ twice: ['A'], broken: ['stored-at-most-once', 'one-effect-each'] })
    const guarded = verdict(labRun({ ...lab, protection: { kind: 'upsert' } }, [breaks(answer('A'))]))
    expect(guarded).toMatchObject({ twice: [], missing: [], broken: ['stored-at-most-once'], fates: { A: { inLog: 2, delivered: 2, effects: 1 } } })
    // A reader that does nothing outside has nothing to guard.
    expect(verdict(labRun({ ...lab, reader: null, protection: { kind: 'upsert' } }, [breaks(answer('A'))])).twice).toEqual(['A'])
  })

  test('acked and in no log is lost: no run of this slice comes to that, so this one is made up', () => {
    const trace = labRun({ records: 1 })
    const forgets = trace.steps.map((s) => ({ ...s, events: s.events.filter((e) => e.kind !== 'batch-appended') }))
    expect(verdict({ ...trace, steps: forgets })).toMatchObject({
      lost: ['A'],
      missing: ['A'],
      broken: ['acked-is-in-the-log'],
    })
  })

  test('settings that Kafka refuses give a verdict as well: nothing happened', () => {
    const trace = labRun({ records: 1, producer: { 'enable.idempotence': 'true', acks: '0' } })
    expect(trace.problems[0]).toMatchObject({ problem: 'setup-refused' })
    expect(verdict(trace)).toMatchObject({
      outcome: 'undecided',
      missing: [],
      fates: { A: { told: 'not written', inLog: 0 } },
    })
    expect(verdict(trace).refused).toEqual([])
  })

  test('each promise is stated with its condition', () => {
    expect(Object.values(promises).every((promise) => promise.condition.length > 20)).toBe(true)
  })
})
