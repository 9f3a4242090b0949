import type { Fault, KafkaTrace, Millis, PendingName } from '../../engine/index.ts'
import { produceRequestsWith } from './reached.ts'
import type { RecordedFault } from './recording.ts'

/** A recorded fault with the time its steps gave it. */
export interface Installed {
  readonly fault: RecordedFault
  readonly from: Millis
  /** null while the step that removes it has not been reached. */
  readonly until: Millis | null
}

/** Longer than any run: held until it is known when it is let go. */
const UNTIL_RELEASED = 3_000_000

interface Struck {
  readonly by: RecordedFault
  readonly request: string
}

/** Which requests the recorded faults take in this run, in order of time: the first fault that fits takes a message. */
export const strikes = (trace: KafkaTrace, installed: readonly Installed[]): readonly Struck[] => {
  const taken = new Set<string>()
  return installed.flatMap(({ fault, from, until }) => {
    const seen = produceRequestsWith(trace, fault.from ?? '', fault.value ?? '').filter((r) => r.at >= from && (until === null || r.at < until) && !taken.has(r.name) && isTo(fault, r.to))
    const first = (fault.nth ?? 1) - 1
    const count = fault.times === 'all' ? seen.length : (fault.times ?? 1)
    const mine = seen.slice(first, first + count)
    for (const { name } of mine) taken.add(name)
    return mine.map(({ name }) => ({ by: fault, request: name }))
  })
}

const isTo = ({ to }: RecordedFault, broker: string): boolean => to === undefined || `broker-${to.replace(/^b/, '')}` === broker

/** `Produce[m1] p1>broker-1 #2` → `ProduceResponse[m1] broker-1>p1 #2` */
const answerOf = (request: string): PendingName => {
  const [, about = '', from = '', to = '', ordinal = ''] = /^Produce(\[.*\]) (.+)>(.+) #(\d+)$/.exec(request) ?? []
  return `ProduceResponse${about} ${to}>${from} #${ordinal}` as PendingName
}

const isOfAnswer = (kind: string): boolean => kind === 'LOSE_RESPONSE_CLOSE' || kind === 'HANG_RESPONSE' || kind === 'DELAY_RESPONSE' || kind === 'HOLD_RESPONSE'

/** A recorded fault as faults of the plan (the table of the recordings' README). */
export const planOf = ({ by, request }: Struck, releasedAfter: (name: string) => Millis | null): readonly Fault[] => {
  const before = isOfAnswer(by.do) ? answerOf(request) : (request as PendingName)
  const aim = { before }
  const lateBy = (ms: number): Fault => ({ kind: 'late', aim, by: ms }) as Fault
  const first = by.ms === undefined ? [] : [lateBy(by.ms)]
  switch (by.do) {
    case 'DROP_REQUEST_CLOSE':
    case 'LOSE_RESPONSE_CLOSE':
      return [...first, { kind: 'break', aim }]
    case 'DROP_REQUEST_HANG':
    case 'HANG_RESPONSE':
      return [{ kind: 'silent', aim }]
    case 'CORRUPT_REQUEST':
      return [...first, { kind: 'refuse', aim, error: 'CORRUPT_MESSAGE' } as Fault]
    case 'DELAY_REQUEST':
    case 'DELAY_RESPONSE':
      return [lateBy(by.ms ?? 0)]
    case 'HOLD_REQUEST':
    case 'HOLD_RESPONSE':
      return by.heldOnes === 'delivered' ? [lateBy(releasedAfter(before) ?? UNTIL_RELEASED)] : [{ kind: 'silent', aim }]
    default:
      throw new Error(`the recorded fault ${by.do} has no counterpart in the engine`)
  }
}
