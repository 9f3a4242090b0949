import { eventsOf, type Fate, foldLogs, type KafkaTrace, type RecordName, type Told, verdict } from '../engine/index.ts'
import { type Anchor, find, occurrences } from './anchor.ts'

/**
 * Something that is so in a run, or is not: what an answer claims, and what a statement comes down to. Data, so that
 * nobody writes down what comes out: the engine is asked.
 */
export type Fact =
  /** How many of them the leader's log has in the end, how many were delivered, or did something outside. */
  | {
      readonly fact: 'count'
      readonly of: 'inLog' | 'delivered' | 'effects'
      readonly record: RecordName
      readonly is: number
    }
  | { readonly fact: 'log'; readonly is: readonly RecordName[] }
  | { readonly fact: 'told'; readonly record: RecordName; readonly is: Told }
  /** Acked, and in no log. */
  | { readonly fact: 'lost'; readonly is: readonly RecordName[] }
  | { readonly fact: 'happens'; readonly what: Anchor; readonly times: number | 'ever' }
  | { readonly fact: 'never'; readonly what: Anchor }
  /** Both happen, in this order. */
  | { readonly fact: 'before'; readonly first: Anchor; readonly then: Anchor }
  | { readonly fact: 'sequence'; readonly sent: Anchor; readonly is: number | null }

export const copies = (record: RecordName, is: number): Fact => ({ fact: 'count', of: 'inLog', record, is })
export const effects = (record: RecordName, is: number): Fact => ({ fact: 'count', of: 'effects', record, is })
export const delivered = (record: RecordName, is: number): Fact => ({ fact: 'count', of: 'delivered', record, is })
export const log = (...is: readonly RecordName[]): Fact => ({ fact: 'log', is })
export const told = (record: RecordName, is: Told): Fact => ({ fact: 'told', record, is })
export const lost = (...is: readonly RecordName[]): Fact => ({ fact: 'lost', is })
export const happens = (what: Anchor, times: number | 'ever' = 'ever'): Fact => ({ fact: 'happens', what, times })
export const never = (what: Anchor): Fact => ({ fact: 'never', what })
export const before = (first: Anchor, then: Anchor): Fact => ({ fact: 'before', first, then })
export const sequence = (sent: Anchor, is: number | null): Fact => ({ fact: 'sequence', sent, is })

const firstPartition = (trace: KafkaTrace) =>
  foldLogs(
    eventsOf(trace).map(({ event }) => event),
    trace.setup,
  )[0]

const logOf = (trace: KafkaTrace): readonly RecordName[] => {
  const partition = firstPartition(trace)
  const leader = partition?.logs.find(({ node }) => node === partition.leader)
  return leader?.cells.map(({ record }) => record) ?? []
}

const isSame = (some: readonly string[], others: readonly string[]): boolean => some.join() === others.join()

const isBefore = (trace: KafkaTrace, first: Anchor, then: Anchor): boolean => {
  const [one, other] = [find(trace, first), find(trace, then)]
  if (one === null || other === null) return false
  return one.step === other.step ? one.index < other.index : one.step < other.step
}

const sequenceOf = (trace: KafkaTrace, anchor: Anchor): number | null | undefined => {
  const event = find(trace, anchor)?.event
  return event?.kind === 'batch-sent' ? (event.stamp?.baseSequence ?? null) : undefined
}

/** Whether it is so in this run. Of logs the first partition's counts: stories have one. */
export const holds = (fact: Fact, trace: KafkaTrace): boolean => {
  const fateOf = (record: RecordName): Fate | undefined => verdict(trace).fates[record]
  switch (fact.fact) {
    case 'count':
      return fateOf(fact.record)?.[fact.of] === fact.is
    case 'log':
      return isSame(logOf(trace), fact.is)
    case 'told':
      return fateOf(fact.record)?.told === fact.is
    case 'lost':
      return isSame(verdict(trace).lost, fact.is)
    case 'happens': {
      if (fact.times === 'ever') return find(trace, fact.what) !== null
      return occurrences(trace, fact.what).length === fact.times
    }
    case 'never':
      return find(trace, fact.what) === null
    case 'before':
      return isBefore(trace, fact.first, fact.then)
    case 'sequence':
      return sequenceOf(trace, fact.sent) === fact.is
  }
}
