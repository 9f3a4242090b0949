import { describe, expect, test } from 'vitest'
import { explore } from '../../core/explore.ts'
import type { Fault } from '../../core/plan.ts'
import type { Play } from '../../core/system.ts'
import { faultRegistry } from '../faults/index.ts'
import { type LabOptions, labSetup } from '../labSetup.ts'
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
  const crash = {
    ...rule,
    offers: (...at: Parameters<typeof rule.offers>) => rule.offers(...at).map((fault) => ({ ...fault, ...how })),
  }
  return { system: { ...kafka, faults: { ...faultRegistry, crash } }, setup: labOf(options) }
}

/** Not before timers that only guard an idle wait: nothing has changed since the step before. */
const isIdle = /^(?:fetch-wait|refetch|checkpoint|poll) /
const ofBrokers = (fault: Fault): boolean =>
  (fault.node?.startsWith('broker-') ?? false) && 'before' in fault.aim && !isIdle.test(fault.aim.before)
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
const plansThatLose = (seen: readonly Seen[]): readonly (readonly string[])[] =>
  seen.filter((s) => s.lost.length > 0).map((s) => s.plan)
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const plansWith = (seen: readonly Seen[], test: (one: Seen) => boolean): readonly (readonly string[])[] =>
  seen.filter(test).map((s) => s.plan)

const late: Crashes = { down: 20_000, disk: 'kept' }
const soon: Crashes = { down: 300, disk: 'kept' }
const gone: Crashes = { down: 300, disk: 'lost' }

describe('acks=all, idempotent, min.insync.replicas=2, at most two crashes of brokers', () => {
  test.each([
    ['back after 20 s', late],
    ['back after 0.3 s', soon],
    ['back after 0.3 s without their disks: the third replica has it all', gone],
  ] as const)('%s: 301 plans, and every record is in the log once, in order, acked (LEAD-09)', (_what, how) => {
    const seen = search({}, 2, how)
    expect(seen).toHaveLength(301)
    expect(logs(seen)).toEqual(['AB'])
    for (const { plan, broken, lost, missing, inDoubt, uncleanly } of seen)
      expect({ plan, broken, lost, missing, inDoubt, uncleanly }).toEqual({
        plan,
        broken: [],
        lost: [],
        missing: [],
        inDoubt: [],
        uncleanly: false,
      })
  })

  test('with min.insync.replicas=1 as well, as long as disks are kept', () => {
    const seen = search({ topic: { 'min.insync.replicas': '1' } }, 2, soon)
    expect(seen).toHaveLength(301)
    expect(plansThatLose(seen)).toEqual([])
  })
})

describe('acks=all without idempotence, one crash', () => {
  const seen = once(() => search({ producer: { 'enable.idempotence': 'false' } }, 1, soon))

  test('13 plans; no acked record is lost', () => {
    expect(seen()).toHaveLength(13)
    expect(plansThatLose(seen())).toEqual([])
  })

  test('replicated and not answered: sent again, it is stored twice (FO-03, MYTH-16)', () => {
    const fetches = (offset: number) => [2, 3].map((b) => [`broker-1 before Fetch@${offset} broker-${b}>broker-1`])
    expect(plansWith(seen(), (s) => s.twice.length > 0)).toEqual([...fetches(1), ...fetches(2)])
    expect(logs(seen())).toEqual(['AB', 'ABA', 'ABB', 'BA'])
  })
})

describe('acks=1, one crash', () => {
  const seen = once(() => search({ producer: { acks: '1' } }, 1, soon))

  test('13 plans; an acked record is lost by one crash: before the leader has woken its followers (LEAD-09, ACK-04)', () => {
    expect(seen()).toHaveLength(13)
    expect(plansThatLose(seen())).toEqual([['broker-1 before wake[A] broker-1'], ['broker-1 before wake[B] broker-1']])
    expect(logs(seen())).toEqual(['A', 'AB', 'B', 'BA'])
  })

  test('the crash of a follower costs nothing', () => {
    expect(seen().filter((s) => s.plan[0]?.startsWith('broker-1') === false && s.broken.length > 0)).toEqual([])
  })
})

describe('the last replica', () => {
  const alone: LabOptions = { isrAtStart: [1], topic: { 'min.insync.replicas': '1' } }

  test('loses its disk: with min.insync.replicas=1 acked records are lost by one crash (LEAD-09, ELR-03)', () => {
    const seen = search(alone, 1, gone)
    expect(seen).toHaveLength(5)
    expect(plansThatLose(seen)).toEqual([
      ['broker-1 before wake[A] broker-1'],
      ['broker-1 before Produce[B] producer-1>broker-1 #1'],
      ['broker-1 before wake[B] broker-1'],
    ])
    expect(logs(seen)).toEqual(['', 'AB', 'B'])
  })

  test('keeps it: nothing is lost, though its election is counted as unclean (ELR-03, ELR-04)', () => {
    const seen = search(alone, 1, soon)
    expect(seen).toHaveLength(5)
    expect(plansThatLose(seen)).toEqual([])
    expect(plansWith(seen, (s) => s.uncleanly)).toHaveLength(4)
  })

  test('is never alone with min.insync.replicas=2: of two in the ISR one may lose its disk', () => {
    const seen = search({ isrAtStart: [1, 2] }, 1, gone)
    expect(seen).toHaveLength(9)
    expect(plansThatLose(seen)).toEqual([])
  })

  test('but both may lose theirs, and then acked records are lost', () => {
    const seen = search({ isrAtStart: [1, 2] }, 2, gone)
    const losing = plansThatLose(seen)
    expect([seen.length, losing.length]).toEqual([186, 35])
    expect(losing).toContainEqual([
      'broker-1 before wake[B] broker-1',
      'broker-2 before Produce[B] producer-1>broker-2 #1',
    ])
    expect(
      losing.filter((plan) => !plan.join().includes('broker-1 before') || !plan.join().includes('broker-2 before')),
    ).toEqual([])
  })
})
