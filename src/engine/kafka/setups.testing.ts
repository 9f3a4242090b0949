/** Setups and plans for laws: small and fast, yet with everything that changes what a run does. */
import fc from 'fast-check'
import { offers } from '../core/choices.ts'
import { eventsOf } from '../core/run.ts'
import type { Fault, Plan } from '../core/plan.ts'
import type { NodeId, PendingName } from '../core/world.ts'
import { faultRegistry } from './faults/index.ts'
import { labSetup } from './labSetup.ts'
import type { KafkaTrace } from './model/kinds.ts'
import type { BrokerNumber } from './model/names.ts'
import type { Protection } from './model/protection.ts'
import type { ExplicitConfig, Links, Setup } from './model/setup.ts'
import { run, worldAt } from './run.ts'
import { play } from './system.ts'

/** A fixed seed, so that a law fails for everybody or for nobody; `npm run soak` looks further. */
export const laws = { numRuns: Number(process.env.LAW_RUNS ?? 120), seed: Number(process.env.LAW_SEED ?? 430) }

const producerConfig: fc.Arbitrary<ExplicitConfig> = fc
  .record({
    acks: fc.constantFrom('all', 'all', '1', '0'),
    idempotent: fc.constantFrom(true, true, false),
    inFlight: fc.integer({ min: 1, max: 5 }),
    retries: fc.constantFrom(null, null, null, 0, 1, 3),
    requestTimeout: fc.constantFrom(20, 100, 1_000, 30_000),
    delivery: fc.constantFrom(0, 15, 250, 250, 90_000),
    linger: fc.constantFrom(0, 0, 5),
    backoff: fc.constantFrom(1, 20, 100),
    batchSize: fc.constantFrom(1, 1, 200, 16_384),
  })
  .map(({ acks, idempotent, inFlight, retries, requestTimeout, delivery, linger, backoff, batchSize }) => {
    // What Kafka refuses together is the affair of the settings' own tests.
    const isIdempotent = idempotent && acks === 'all' && retries !== 0
    return {
      acks,
      'enable.idempotence': String(isIdempotent),
      'max.in.flight.requests.per.connection': String(inFlight),
      ...(retries === null ? {} : { retries: String(retries) }),
      'request.timeout.ms': String(requestTimeout),
      'delivery.timeout.ms': String(requestTimeout + linger + delivery),
      'linger.ms': String(linger),
      'retry.backoff.ms': String(backoff),
      'batch.size': String(batchSize),
    }
  })

const links: fc.Arbitrary<Links> = fc.constantFrom(
  { clientBroker: 6, brokerBroker: 2, outside: 6, processing: 1 },
  { clientBroker: 1, brokerBroker: 9, outside: 3, processing: 0 },
  { clientBroker: 0, brokerBroker: 0, outside: 0, processing: 5 },
)

/** Where the script's acts fall is drawn as distances, because they come in order of time. */
const script = fc.option(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }), { freq: 6 })

const scripted = (setup: Setup, gaps: readonly number[] | null, partitions: number): Setup => {
  if (gaps === null) return setup
  const acts = gaps.map((_, i) => ({
    by: 'producer-1',
    at: gaps.slice(0, i + 1).reduce((a, b) => a + b, 0),
    record: String.fromCharCode(65 + i),
    send: 1,
    topic: 'orders',
    partition: i % partitions,
    valueBytes: 10,
  }))
  return { ...setup, workload: { ...setup.workload, script: acts } }
}

/** A cluster that notices soon, so that a run need not be long for a fail-over and the way back. */
const hastyCluster: ExplicitConfig = {
  'broker.session.timeout.ms': '90',
  'broker.heartbeat.interval.ms': '20',
  'replica.lag.time.max.ms': '120',
  'replica.fetch.wait.max.ms': '30',
  'replica.fetch.backoff.ms': '40',
  'replica.high.watermark.checkpoint.interval.ms': '50',
}

/** A reader that keeps its offsets or not, and where it begins without any. */
const readerOptions = fc.record({
  /** Its code commits, and nobody has switched Kafka's own commits off. */
  both: fc.constantFrom(false, false, true),
  commit: fc.constantFrom<'before' | 'after' | 'auto' | null>(null, null, 'before', 'after', 'auto'),
  consumer: fc
    .record({
      reset: fc.constantFrom('earliest', 'earliest', 'latest', 'none', 'by_duration:PT1H'),
      interval: fc.constantFrom(0, 15, 60, 5_000),
      polled: fc.constantFrom(1, 2, 500),
      timeout: fc.constantFrom(40, 300, 30_000),
      isolation: fc.constantFrom('read_uncommitted', 'read_committed'),
    })
    .map(({ reset, interval, polled, timeout, isolation }) => ({
      'auto.offset.reset': reset,
      'auto.commit.interval.ms': String(interval),
      'max.poll.records': String(polled),
      'request.timeout.ms': String(timeout),
      'default.api.timeout.ms': String(2 * timeout),
      'isolation.level': isolation,
    })),
})

export const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    producer: producerConfig,
    minIsr: fc.integer({ min: 1, max: 3 }),
    inSync: fc.constantFrom<readonly BrokerNumber[] | null>(null, null, [1], [1, 2], [2, 3], [1, 2, 3]),
    records: fc.integer({ min: 1, max: 5 }),
    awaitEach: fc.boolean(),
    everyMs: fc.constantFrom(0, 1, 12, 70),
    onFailure: fc.constantFrom<'give-up' | 'send-again'>('give-up', 'send-again'),
    reader: fc.constantFrom<'none' | 'card' | 'counter' | null>('none', 'card', 'counter', null),
    offsets: readerOptions,
    protection: fc.constantFrom<Protection | undefined>(undefined, { kind: 'dedup', windowMs: 100 }, { kind: 'dedup', windowMs: 3_600_000 }, { kind: 'upsert' }, { kind: 'conditional' }),
    partitions: fc.integer({ min: 1, max: 3 }),
    brokers: fc.constantFrom(1, 2, 3, 3, 3),
    byKey: fc.boolean(),
    links,
    hasty: fc.constantFrom(true, true, false),
    unclean: fc.constantFrom(false, false, false, true),
    elr: fc.constantFrom(undefined, undefined, false),
    jitter: fc.boolean(),
    seed: fc.nat(99),
    script,
  })
  .map(({ inSync, brokers, reader, protection, minIsr, hasty, unclean, elr, jitter, seed, script: gaps, byKey, links: ways, partitions, offsets, ...options }) => {
    const isrAtStart = inSync !== null && brokers === 3 && (partitions === 1 || inSync.length > 2 || inSync.length === 1) ? inSync : null
    const setup = labSetup({
      ...options,
      partitions,
      brokers,
      topic: { 'min.insync.replicas': String(minIsr), ...(unclean ? { 'unclean.leader.election.enable': 'true' } : {}) },
      ...(reader === 'none' ? {} : { reader, consumer: offsets.consumer }),
      ...(offsets.commit === null ? {} : { commit: offsets.commit, consumer: { ...offsets.consumer, ...(offsets.both ? { 'enable.auto.commit': 'true' } : {}) } }),
      ...(protection ? { protection } : {}),
      ...(isrAtStart ? { isrAtStart } : {}),
    })
    const workload = { ...setup.workload, partitioner: byKey ? ('by-key' as const) : ('round-robin' as const), keys: 2 }
    // Long enough for several rounds of time-outs; but an application that sends again never ends by itself.
    const rounds = 400 + 20 * Number(options.producer['request.timeout.ms'])
    const horizon = Math.min(options.onFailure === 'send-again' ? 1_500 : 120_000, rounds)
    const cluster = { ...setup.cluster, config: hasty ? hastyCluster : {}, ...(elr === undefined ? {} : { eligibleLeaderReplicas: elr }) }
    return scripted({ ...setup, cluster, workload, links: ways, jitter, seed, horizon }, gaps, partitions)
  })

/** A crash is on offer nearly everywhere; the faults of messages need a head start. */
const OF_MESSAGES = Object.entries(faultRegistry).flatMap(([kind, { aim }]) => (aim === 'message' ? [kind] : []))

const OF_NODES = Object.entries(faultRegistry).flatMap(([kind, { aim }]) => (aim === 'node' ? [kind] : []))
const KINDS_BY_LOT: readonly (readonly string[])[] = [OF_MESSAGES, ['crash'], OF_MESSAGES, OF_NODES]

/** One fault that really is on offer somewhere behind the last one of the plan, or null. */
const oneMore = (setup: Setup, plan: Plan, where: number, which: number): Fault | null => {
  const trace = run(setup, plan)
  const from = trace.steps.findLastIndex((s) => s.choice.do === 'fault') + 1
  const places = trace.steps.length - from
  for (let i = 0; i < Math.min(places, 60); i += 1) {
    const found = offers(play(setup), worldAt(trace, from + ((where + i) % places)), KINDS_BY_LOT[which % KINDS_BY_LOT.length])
    if (found.length > 0) return varied(found[which % found.length], Math.floor(which / KINDS_BY_LOT.length))
  }
  return null
}

interface WithParams extends Fault {
  readonly down?: number | null
  readonly by?: number
  readonly after?: number
  readonly answer?: string
  readonly for?: number | null
  readonly disk?: string
  readonly way?: string
  readonly noticed?: string
}

/** Lengths are what they are by default; here short ones matter as well, and so does everything else that can be chosen. */
const varied = (fault: WithParams | undefined, which: number): WithParams | null => {
  if (!fault) return null
  if (fault.way !== undefined) return { ...fault, way: ['both', 'in', 'out'][which % 3] ?? 'both', noticed: which % 2 === 0 ? 'no' : 'yes', for: [15, 70, 250, 700][which % 4] ?? 70 }
  if (fault.for !== undefined) return { ...fault, for: [1, 60, 250, 2_000][which % 4] ?? 60 }
  if (fault.disk !== undefined) return { ...fault, disk: which % 5 === 0 ? 'lost' : 'kept', down: [1, 60, 250, null][which % 4] ?? null }
  if (fault.after !== undefined) return { ...fault, after: [0, 1, 20, 1_500][which % 4] ?? 0 }
  if (fault.answer !== undefined) return { ...fault, answer: which % 2 === 0 ? 'error' : 'nothing' }
  if (fault.by !== undefined) return { ...fault, by: [1, 7, 60, 500][which % 4] ?? 1 }
  if (fault.down !== undefined) return { ...fault, down: [1, 30, 1_000, null][which % 4] ?? null }
  return fault
}

const strays: readonly Fault[] = [
  { kind: 'silent', aim: { before: 'ProduceResponse[Q] broker-1>producer-1 #7' as PendingName } },
  { kind: 'break', aim: { before: 'poll producer-1' as PendingName } },
  { kind: 'crash', aim: { at: 31 }, node: 'producer-1' as NodeId, down: 40 } as Fault,
  { kind: 'crash', aim: { at: 999_999 }, node: 'nobody' as NodeId, down: null } as Fault,
]

export interface Case {
  readonly setup: Setup
  readonly plan: Plan
}

/** Every law is tried on the same cases, and finding faults that strike takes runs. */
const known = new Map<string, Plan>()

const planFor = (setup: Setup, picks: readonly (readonly [number, number])[]): Plan => {
  const key = JSON.stringify([setup, picks])
  const before = known.get(key)
  if (before) return before
  const plan = picks.reduce<Plan>((so, [where, which]) => {
    const fault = oneMore(setup, so, where, which)
    return fault ? [...so, fault] : so
  }, [])
  known.set(key, plan)
  return plan
}

/** A setup with a plan of at most three faults that strike, and now and then one that does not. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    setup: anySetup,
    picks: fc.array(fc.tuple(fc.nat(200), fc.nat(119)), { maxLength: 3 }),
    stray: fc.option(fc.constantFrom(...strays), { freq: 3 }),
  })
  .map(({ setup, picks, stray }) => {
    const plan = planFor(setup, picks)
    return { setup, plan: stray ? [...plan, stray] : plan }
  })

/** LEAD-09: nobody lost a disk, and nobody outside ISR and ELR was elected. */
export const isClean = (trace: KafkaTrace): boolean => eventsOf(trace).every(({ event }) => event.kind !== 'disk-lost' && !(event.kind === 'leader-elected' && event.unclean))

/** Nobody ever led but those who led at the start, and no log lost anything. */
export const isCalm = (trace: KafkaTrace): boolean => eventsOf(trace).every(({ event }) => !['disk-lost', 'leader-elected', 'coordinator-took-over', 'node-crashed'].includes(event.kind))
