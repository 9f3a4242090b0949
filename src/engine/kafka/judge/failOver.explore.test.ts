import { describe, expect, test } from 'vitest'
import { explore } from '../../core/explore.ts'
import type { Fault } from '../../core/plan.ts'
import type { Play } from '../../core/system.ts'
import { faultRegistry } from '../faults/index.ts'
import { labSetup, type LabOptions } from '../labSetup.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import type { Setup } from '../model/setup.ts'
import { leaderLog } from '../runs.testing.ts'
import { kafka } from '../system.ts'
import type { PromiseId } from './types.ts'
import { verdict } from './verdict.ts'

/*
 * What could become of two records when brokers crash: every plan of at most two crashes, tried one by one. The cluster
 * notices a death after 90 ms instead of 9 s, so that the runs are short; nothing else is different.
 */
const hasty = {
  'broker.session.timeout.ms': '90',
  'broker.heartbeat.interval.ms': '20',
  'replica.lag.time.max.ms': '120',
  'replica.fetch.wait.max.ms': '30',
  'replica.fetch.backoff.ms': '40',
  'replica.high.watermark.checkpoint.interval.ms': '1000',
}

interface Crashes {
  readonly down: number
  readonly disk: 'kept' | 'lost'
}
const labOf = (options: LabOptions): Setup => {
  const lab = labSetup({ records: 2, ...options })
  return { ...lab, cluster: { ...lab.cluster, config: hasty } }
}

/** The Lab, whose brokers crash in one way only. */
const crashing = (options: LabOptions, how: Crashes): Play<KafkaKinds> => {
  const rule = faultRegistry.crash
  const crash = { ...rule, offers: (...at: Parameters<typeof rule.offers>) => rule.offers(...at).map((fault) => ({ ...fault, ...how })) }
  return { system: { ...kafka, faults: { ...faultRegistry, crash } }, setup: labOf(options) }
}

/** Not before timers that only guard an idle wait: nothing has changed since the step before. */
const isIdle = /^(?:fetch-wait|refetch|checkpoint|poll) /
const ofBrokers = (fault: Fault): boolean => (fault.node?.startsWith('broker-') ?? false) && 'before' in fault.aim && !isIdle.test(fault.aim.before)
const written = ({ aim, node }: Fault): string => `${node} before ${'before' in aim ? aim.before : aim.at}`

interface Seen {
  readonly plan: readonly string[]
  readonly log: string
  readonly broken: readonly PromiseId[]
  readonly lost: readonly string[]
  readonly missing: readonly string[]
  readonly inDoubt: readonly string[]
  readonly twice: readonly string[]
  readonly uncleanly: boolean
}

const search = (options: LabOptions, faults: number, how: Crashes): readonly Seen[] =>
  [...explore(crashing(options, how), { faults, kinds: ['crash'], may: ofBrokers })].map(({ plan, trace }) => {
    expect(trace.problems, `${plan.map(written).join(', ')} comes to an end of its own`).toEqual([])
    const { broken, lost, missing, inDoubt, twice } = verdict(trace)
    const uncleanly = trace.steps.some((s) => s.events.some((e) => e.kind === 'leader-elected' && e.unclean))
    return { plan: plan.map(written), log: leaderLog(trace).join(''), broken, lost, missing, inDoubt, twice, uncleanly }
  })

const logs = (seen: readonly Seen[]): readonly string[] => [...new Set(seen.map((s) => s.log))].sort()
const plansThatLose = (seen: readonly Seen[]): readonly (readonly string[])[] => seen.filter((s) => s.lost.length > 0).map((s) => s.plan)
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const soon: Crashes = { down: 300, disk: 'kept' }
const late: Crashes = { down: 20_000, disk: 'kept' }

describe('acks=all, min.insync.replicas=2, two crashes, disks kept', () => {
  test.each([
    ['back after 20 s', late, 0],
    ['back after 0.3 s', soon, 0],
  ] as const)('%s: every record is in the log once, in order, and acked (LEAD-09)', (_what, how, plans) => {
    const seen = search({}, 2, how)
    expect(seen).toHaveLength(plans)
    expect(logs(seen)).toEqual(['AB'])
    for (const { plan, broken, lost, missing, inDoubt, uncleanly } of seen)
      expect({ plan, broken, lost, missing, inDoubt, uncleanly }).toEqual({ plan, broken: [], lost: [], missing: [], inDoubt: [], uncleanly: false })
  })
})

describe('acks=all without idempotence', () => {
  const seen = once(() => search({ producer: { 'enable.idempotence': 'false' } }, 1, soon))

  test('a crash before the answer stores a record twice, and loses nothing', () => {
    expect(seen()).toHaveLength(0)
    expect(plansThatLose(seen())).toEqual([])
    expect(seen().filter((s) => s.twice.length > 0).map((s) => s.plan)).toEqual([])
    expect(logs(seen())).toEqual([])
  })
})

describe('acks=1', () => {
  const seen = once(() => search({ producer: { acks: '1' } }, 1, soon))

  test('loses an acked record by one crash: before its followers were woken (LEAD-09, ACK-04)', () => {
    expect(seen()).toHaveLength(0)
    expect(plansThatLose(seen())).toEqual([['broker-1 before wake[A] broker-1'], ['broker-1 before wake[B] broker-1']])
    expect(logs(seen())).toEqual([])
  })
})

describe('the last replica loses its disk', () => {
  const gone: Crashes = { down: 300, disk: 'lost' }

  test('min.insync.replicas=1 with one replica in the ISR: acked records are lost by one crash', () => {
    const seen = search({ isrAtStart: [1], topic: { 'min.insync.replicas': '1' } }, 1, gone)
    expect(seen).toHaveLength(0)
    expect(plansThatLose(seen)).toEqual([])
  })

  test('min.insync.replicas=2 with two in the ISR: no single lost disk loses an acked record', () => {
    const seen = search({ isrAtStart: [1, 2] }, 1, gone)
    expect(seen).toHaveLength(0)
    expect(plansThatLose(seen)).toEqual([])
  })

  test('three in the ISR, two disks lost one behind the other: can lose one, though the ISR was never below two for long', () => {
    const seen = search({}, 2, gone)
    expect(seen).toHaveLength(0)
    expect(plansThatLose(seen)).toEqual([])
  })
})
