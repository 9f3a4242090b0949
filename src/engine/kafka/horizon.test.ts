import { describe, expect, test } from 'vitest'
import type { Plan } from '../core/plan.ts'
import type { NodeId, PendingName } from '../core/world.ts'
import { horizonOf } from './horizon.ts'
import { labSetup } from './labSetup.ts'
import { run } from './run.ts'
import { verdict } from './judge/verdict.ts'

const setup = labSetup({ records: 2, reader: 'card', commit: 'after' })
const usual = 16 + 600_000
const HOUR = 3_600_000
const down = (node: NodeId, at: number, length: number | null): Plan => [{ kind: 'crash', node, aim: { at }, ...{ down: length } }]

describe('where a run is stopped', () => {
  test('without faults: the setup’s horizon behind the last hand-over', () => {
    expect(horizonOf(setup, [])).toBe(usual)
    expect(horizonOf({ ...setup, workload: { ...setup.workload, records: 50, everyMs: 60_000 } }, [])).toBe(4 + 49 * 60_000 + 600_000)
    const script = [{ by: 'producer-1', at: 900_000, record: 'A', send: 1, topic: 'orders', partition: 0, valueBytes: 10 }]
    expect(horizonOf({ ...setup, workload: { ...setup.workload, script } }, [])).toBe(1_500_000)
  })

  test('with faults: behind the last of them, and all their waits', () => {
    expect(horizonOf(setup, down('consumer-1', 9_000, 2 * HOUR))).toBe(9_000 + 2 * HOUR + 600_000)
    const late: Plan = [{ kind: 'late', aim: { before: 'Produce[A] producer-1>broker-1 #1' as PendingName }, ...{ by: 500 } }]
    expect(horizonOf(setup, [...late, ...down('consumer-1', 9_000, HOUR)])).toBe(9_000 + HOUR + 500 + 600_000)
  })

  test('never behind a week, however much of it is held up', () => {
    const day = 24 * HOUR
    expect(horizonOf(setup, Array.from({ length: 9 }, () => down('consumer-1', 0, day)).flat())).toBe(7 * day)
  })

  test('for ever is nothing to wait for, and what is not said takes its usual time', () => {
    expect(horizonOf(setup, down('broker-1', 0, null))).toBe(usual)
    expect(horizonOf(setup, [{ kind: 'pause', node: 'broker-1', aim: { at: 0 } }])).toBeGreaterThan(usual)
    expect(horizonOf(setup, [{ kind: 'no-such-fault', aim: { at: 0 } }])).toBe(usual)
  })
})

test('a reader that is down for hours, set by hand, is back, and its run comes to an end of its own', () => {
  const trace = run(setup, down('consumer-1', 20, 5 * HOUR))
  expect(trace.outcome).toBe('settled')
  expect(trace.steps.at(-1)?.at).toBeGreaterThan(5 * HOUR)
  expect(verdict(trace).missing).toEqual([])
})

test('a run with records an hour apart comes to an end of its own', () => {
  expect(run({ ...setup, workload: { ...setup.workload, records: 3, everyMs: HOUR } }, []).outcome).toBe('settled')
})

test('what never ends is stopped all the same', () => {
  const never = labSetup({ records: 1, isrAtStart: [1], producer: { 'delivery.timeout.ms': '2147483647' } })
  const { outcome, problems } = run({ ...never, horizon: 10_000 }, [])
  expect([outcome, problems]).toEqual(['undecided', [{ problem: 'horizon-reached', at: 10_004 }]])
})
