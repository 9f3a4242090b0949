/** The runs that the tests draw, made by the engine. */
import {
  type Fault,
  type KafkaTrace,
  type LabOptions,
  labSetup,
  type PendingName,
  type Plan,
  run,
} from '../engine/index.ts'

export const named = (kind: string, before: string, more: object = {}): Fault => ({
  kind,
  aim: { before: before as PendingName },
  ...more,
})

const ack = (record: string, n = 1): string => `ProduceResponse[${record}] broker-1>producer-1 #${n}`
const request = (record: string, n = 1): string => `Produce[${record}] producer-1>broker-1 #${n}`
const atNode = (kind: string, node: string, at: number, more: object = {}): Fault => ({
  kind,
  node,
  aim: { at },
  ...more,
})
const leaderDies = named('crash', 'wake[C] broker-1', { node: 'broker-1', down: 20_000, disk: 'kept' })
const CALL_B = 'Call[B] consumer-1>card-1 #1'
const unsafe = { 'enable.idempotence': 'false' }

interface Ready {
  readonly options: LabOptions
  readonly plan: Plan
}
export const RUNS = {
  a: { options: { records: 3 }, plan: [] },
  a2: { options: { records: 3, reader: 'card' }, plan: [] },
  b: { options: { records: 4, awaitEach: true }, plan: [named('silent', ack('C'))] },
  bUnsafe: { options: { records: 4, awaitEach: true, producer: unsafe }, plan: [named('silent', ack('C'))] },
  c: { options: { records: 3 }, plan: [named('refuse', request('B'), { error: 'NOT_ENOUGH_REPLICAS' })] },
  cUnsafe: {
    options: { records: 3, producer: unsafe },
    plan: [named('refuse', request('B'), { error: 'NOT_ENOUGH_REPLICAS' })],
  },
  e: { options: { records: 5, producer: { acks: '0' } }, plan: [named('break', request('C'))] },
  inFlight: { options: { records: 5 }, plan: [named('silent', ack('C'))] },
  broken: { options: { records: 5 }, plan: [named('break', ack('C'))] },
  acks1: { options: { records: 3, producer: { acks: '1' } }, plan: [] },
  tooFew: { options: { records: 1, isrAtStart: [1] }, plan: [] },
  deliveryTimeout: {
    options: { records: 2, awaitEach: true, producer: { 'delivery.timeout.ms': '35000' } },
    plan: [named('silent', ack('A')), named('silent', ack('A', 2))],
  },
  d: { options: { records: 3 }, plan: [leaderDies] },
  d1: { options: { records: 3, producer: { acks: '1' } }, plan: [leaderDies] },
  stopped: { options: { records: 3 }, plan: [atNode('shutdown', 'broker-1', 34, { down: 20_000 })] },
  frozen: { options: { records: 4 }, plan: [atNode('pause', 'broker-1', 36, { for: 15_000 })] },
  cutOff: {
    options: { records: 4, producer: { acks: '1' } },
    plan: [atNode('cut-off', 'broker-1', 36, { from: 'everyone', way: 'both', for: 20_000, noticed: 'no' })],
  },
  unheard: {
    options: { records: 4 },
    plan: [atNode('cut-off', 'broker-1', 30, { from: 'controller-1', way: 'both', for: 20_000, noticed: 'no' })],
  },
  lags: { options: { records: 3 }, plan: [atNode('falls-behind', 'broker-3', 20, { for: 60_000 })] },
  diskLost: {
    options: { records: 3, isrAtStart: [1], topic: { 'min.insync.replicas': '1' } },
    plan: [atNode('crash', 'broker-1', 50, { down: 20_000, disk: 'lost' })],
  },
  followerDies: {
    options: { records: 3 },
    plan: [atNode('crash', 'broker-3', 20, { down: 20_000, disk: 'kept' })],
  },
  /** Committed after the work: what it had not said comes again. */
  after: {
    options: { records: 3, reader: 'card', commit: 'after' },
    plan: [atNode('crash', 'consumer-1', 56, { down: 1000 })],
  },
  /** Committed before: what it had said and not done is skipped. */
  before: {
    options: { records: 3, reader: 'card', commit: 'before' },
    plan: [atNode('crash', 'consumer-1', 66, { down: 1000 })],
  },
  coordinatorDies: {
    options: { records: 2, reader: 'e-mail', commit: 'after' },
    plan: [atNode('crash', 'broker-3', 36, { down: 20_000, disk: 'kept' })],
  },
  /** Its offsets are not kept: it begins at the beginning. */
  forgets: {
    options: { records: 2, reader: 'row' },
    plan: [atNode('crash', 'consumer-1', 50, { down: 1000 })],
  },
  callFails: {
    options: { records: 3, reader: 'card', commit: 'after' },
    plan: [named('call-fails', CALL_B, { answer: 'error' })],
  },
  replyLost: {
    options: { records: 3, reader: 'card', commit: 'after' },
    plan: [named('reply-lost', 'CallReply[B] card-1>consumer-1 #1')],
  },
  twice: {
    options: { records: 3, reader: 'card', commit: 'auto' },
    plan: [named('twice', CALL_B, { after: 20 })],
  },
  remembered: {
    options: { records: 3, reader: 'card', protection: { kind: 'dedup', windowMs: 3_600_000 } },
    plan: [named('twice', CALL_B, { after: 20 })],
  },
  restart: {
    options: { records: 3, awaitEach: true, onFailure: 'send-again' },
    plan: [named('crash', ack('B'), { node: 'producer-1', down: 1000 })],
  },
} satisfies Readonly<Record<string, Ready>>
export type RunName = keyof typeof RUNS
export const RUN_NAMES = Object.keys(RUNS) as RunName[]

export const traceOf = (name: RunName): KafkaTrace => {
  const ready: Ready = RUNS[name]
  return run(labSetup(ready.options), ready.plan)
}
