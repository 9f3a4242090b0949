/** Short ways to write runs down in tests: faults by the name they are aimed at, events as one line each. */
import type { Fault, Plan } from '../core/plan.ts'
import type { NodeId, PendingName } from '../core/world.ts'
import { labSetup, type LabOptions } from './labSetup.ts'
import { foldLogs } from './judge/logs.ts'
import { eventsOf } from '../core/run.ts'
import type { EventOf } from '../core/system.ts'
import type { KafkaKinds, KafkaTrace } from './model/kinds.ts'
import { run } from './run.ts'

export const request = (records: string, ordinal = 1): string => `Produce[${records}] producer-1>broker-1 #${ordinal}`
export const answer = (records: string, ordinal = 1): string =>
  `ProduceResponse[${records}] broker-1>producer-1 #${ordinal}`

const before = (name: string): { readonly before: PendingName } => ({ before: name as PendingName })
export const silent = (name: string): Fault => ({ kind: 'silent', aim: before(name) })
export const breaks = (name: string): Fault => ({ kind: 'break', aim: before(name) })
export const refused = (name: string, error = 'NOT_ENOUGH_REPLICAS'): Fault & { error: string } => ({
  kind: 'refuse',
  aim: before(name),
  error,
})
export const crash = (
  node: NodeId,
  aim: Fault['aim'] | string,
  down: number | null = 1_000,
): Fault & { down: number | null } => ({
  kind: 'crash',
  aim: typeof aim === 'string' ? before(aim) : aim,
  node,
  down,
})

/** A broker crashes and comes back after 20 s, unless it is said otherwise, with its disk. */
export const crashBroker = (node: NodeId, aim: Fault['aim'] | string, change: { readonly down?: number | null; readonly disk?: 'kept' | 'lost' } = {}): Fault & { readonly disk: string } => ({
  ...crash(node, aim, 20_000),
  disk: 'kept',
  ...change,
})

/** `silent ProduceResponse[A] broker-1>producer-1 #1` */
export const written = (fault: Fault): string => `${fault.kind} ${'before' in fault.aim ? fault.aim.before : fault.aim.at}`

export const labRun = (options: LabOptions, plan: Plan = []): KafkaTrace => run(labSetup(options), plan)

/** A, B, C, … as they lie in the leader's log. */
export const leaderLog = (trace: KafkaTrace): readonly string[] => {
  const [first] = foldLogs(
    eventsOf(trace).map((e) => e.event),
    trace.setup,
  )
  return first?.logs.find((l) => l.node === first.leader)?.cells.map((c) => c.record) ?? []
}

type Event = EventOf<KafkaKinds>
type EventNamed<K extends Event['kind']> = Extract<Event, { kind: K }>

/** Every event of one kind, with its time. */
export const all = <K extends Event['kind']>(
  trace: KafkaTrace,
  kind: K,
): readonly (EventNamed<K> & { readonly at: number })[] =>
  eventsOf(trace)
    .filter((e): e is { at: number; event: EventNamed<K> } => e.event.kind === kind)
    .map(({ at, event }) => ({ ...event, at }))

const names = (records: readonly { readonly record: string; readonly send: number }[]): string =>
  records.map((r) => (r.send > 1 ? `${r.record} (send ${r.send})` : r.record)).join(',') || 'nothing'

/** What an event means for the hand-made tables of worked-runs.md; null for what they leave out. */
const noted = (e: Event): string | null => {
  switch (e.kind) {
    case 'record-handed-over':
      return `${e.node} is handed ${names(e.records)}`
    case 'batch-sent':
      return `${e.node} sends ${names(e.records)} #${e.attempt}${e.stamp ? `, epoch ${e.stamp.producerEpoch}, sequence ${e.stamp.baseSequence}` : ''}`
    case 'batch-acked':
      return `${e.node} ${names(e.records)} acked, offset ${e.baseOffset}`
    case 'batch-counted-as-sent':
      return `${e.node} ${names(e.records)} counts as success, offset -1`
    case 'batch-will-be-retried':
      return `${e.node} ${names(e.records)} ${e.error}, not before ${e.notBefore}`
    case 'batch-failed':
      return `${e.node} ${names(e.records)} failed, ${e.exception}`
    case 'request-timed-out':
      return `${e.node} ${names(e.records)} timed out`
    default:
      return notedElsewhere(e)
  }
}

const notedElsewhere = (e: Event): string | null => {
  switch (e.kind) {
    case 'batch-appended':
      return `${e.node} ${names(e.records)} at offset ${e.baseOffset}`
    case 'batch-replicated':
      return `${e.node} ${names(e.records)} copied, log end ${e.logEndOffset}`
    case 'high-watermark-advanced':
      return `${e.node} HW ${e.highWatermark}`
    case 'duplicate-recognised':
      return `${e.node} ${names(e.records)} is a duplicate of offset ${e.baseOffset}`
    case 'batch-refused':
      return `${e.node} ${names(e.records)} refused, ${e.error}${e.came && e.expected ? `, ${e.came.baseSequence} came, ${e.expected.sequence} expected` : ''}`
    case 'produce-answered':
      return `${e.node} answers ${names(e.records)}: ${e.error === 'NONE' ? `offset ${e.baseOffset}` : e.error}`
    case 'fetch-answered':
      return `${e.node} answers fetch ${e.offset} of ${e.from}: ${names(e.records)}, HW ${e.highWatermark}`
    case 'fetch-parked':
      return `${e.node} parks fetch ${e.offset} of ${e.from}`
    default:
      return notedOutside(e)
  }
}

const notedOutside = (e: Event): string | null => {
  switch (e.kind) {
    case 'record-delivered':
      return `${e.node} ${e.record} delivered`
    case 'effect-called':
      return `${e.node} calls for ${e.record}`
    case 'effect-happened':
      return `${e.node} $20 for ${e.record}`
    case 'effect-confirmed':
      return `${e.node} reply for ${e.record}${e.outcome === 'done' ? '' : `: ${e.outcome}`}`
    case 'effect-skipped':
      return `${e.node} skips ${e.record}, ${e.because}`
    case 'effect-failed':
      return `${e.node} fails for ${e.record}${e.said ? '' : ', in silence'}`
    case 'effect-call-failed':
      return `${e.node} hears that ${e.record} failed, again at ${e.again}`
    case 'effect-in-doubt':
      return `${e.node} in doubt about ${e.record}, ${e.because}`
    case 'connection-opened':
      return `${e.client} ${e.connection} stands`
    case 'connection-ended':
      return `${e.client} ${e.connection} ends, by ${e.by}`
    case 'connection-refused':
      return `${e.client} is refused by ${e.server}`
    case 'message-lost':
      return `${e.from} ${e.message} lost`
    default:
      return notedInFailOver(e)
  }
}

const notedInFailOver = (e: Event): string | null => {
  switch (e.kind) {
    case 'node-crashed':
      return `${e.node} crashes`
    case 'replica-reloaded':
      return `${e.node} is back, log end ${e.logEndOffset}, HW ${e.highWatermark}`
    case 'broker-fenced':
      return `${e.broker} is fenced`
    case 'leader-elected':
      return `${e.leader ?? 'nobody'} elected, epoch ${e.leaderEpoch}`
    case 'leadership-taken':
      return `${e.node} leads, epoch ${e.leaderEpoch} starts at ${e.logEndOffset}, HW ${e.highWatermark}`
    case 'follows':
      return `${e.node} follows ${e.leader ?? 'nobody'}, epoch ${e.leaderEpoch}`
    case 'log-truncated':
      return `${e.node} cuts ${names(e.removed.flatMap((b) => b.records))}, log end ${e.to}`
    case 'isr-change-asked':
      return `${e.node} asks for ISR ${e.isr.join(', ')}`
    case 'isr-changed':
      return `ISR ${e.isr.join(', ')}`
    default:
      return null
  }
}

/** `10 broker-1 A at offset 0`: a run as the hand-made tables write it. */
export const notesOf = (trace: KafkaTrace): readonly string[] =>
  eventsOf(trace).flatMap(({ at, event }) => {
    const line = noted(event)
    return line === null ? [] : [`${at} ${line}`]
  })
