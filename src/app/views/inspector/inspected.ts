import type { KafkaTrace, ProducerStamp, World } from '../../../engine/index.ts'
import { type Cursor, explainInOneLine, isDone, type Moment, namesOf, type Timed } from '../../../timeline/index.ts'
import { inspectorWords } from '../../../words/en/inspector.ts'
import { atTime, type Names, ruleOf } from '../../../words/index.ts'
import { acksOf, lastSequenceOf } from '../../doors.ts'
import type { Causality, Jump } from './causality.ts'

/** One line of the inspector. `code`: in Kafka's own spelling. */
export interface Fact {
  readonly label: string
  readonly value: string
  readonly code: boolean
}

/** What happened there, in the words of every other part, with the rule behind it. */
export interface Did {
  readonly when: string
  readonly text: string
  readonly rule: string | null
}

/** A link as it stands to the playhead. */
export interface Link extends Jump {
  readonly isAhead: boolean
}

/** The inspector of what is selected. */
export interface Inspected {
  /** Another one than before: the page tells by it. */
  readonly id: string
  readonly kind: 'message' | 'node' | 'cell'
  readonly title: string
  readonly facts: readonly Fact[]
  /** null: nothing has happened there yet. */
  readonly did: Did | null
  readonly causes: readonly Link[]
  /** What stands where no step is the cause. */
  readonly noCause: string
  readonly consequences: readonly Link[]
  /** All that is known of it, for a copy. */
  readonly json: string
}

/** From where the inspector looks. */
export interface Looking {
  readonly of: Causality
  readonly cursor: Cursor
  /** What lies ahead of the playhead is not told. */
  readonly isBlind: boolean
  /** Behind the steps that are done. */
  readonly world: World
}

export const fact = (label: string, value: string | number): Fact => ({ label, value: String(value), code: false })
export const codeFact = (label: string, value: string | number): Fact => ({ label, value: String(value), code: true })

const { labels } = inspectorWords

/** Who numbered a batch and how (SEQ-01); null: nobody, without idempotence. */
export const stampFacts = (stamp: ProducerStamp | null, records: number): readonly Fact[] =>
  stamp === null
    ? [fact(labels.sequences, inspectorWords.notNumbered)]
    : [
        fact(labels.stamp, inspectorWords.identity(stamp.producerId, stamp.producerEpoch)),
        codeFact(labels.sequences, inspectorWords.fromTo(stamp.baseSequence, lastSequenceOf(stamp, records))),
      ]

export const namesIn = ({ of }: Looking): Names => namesOf(of.timeline.trace)

/** Whether it may be told: in the past, or the future is shown. */
export const isTellable = (looking: Looking, moment: Moment): boolean =>
  !looking.isBlind || isDone(moment, looking.cursor)

export const didOf = (trace: KafkaTrace, timed: Timed): Did => ({
  when: atTime(timed.moment.at),
  text: explainInOneLine(trace, timed),
  rule: ruleOf(timed.event, { acks: acksOf(trace.setup) }),
})

export const told = (looking: Looking, jumps: readonly Jump[]): readonly Link[] =>
  jumps
    .filter((jump) => isTellable(looking, jump.cursor))
    .map((jump) => ({ ...jump, isAhead: !isDone(jump.cursor, looking.cursor) }))

/** Without a step behind it: a fault of the plan, or how the run begins. */
export const originOf = ({ timeline: { trace } }: Causality, step: number): string =>
  trace.steps[step]?.choice.do === 'fault' ? inspectorWords.byFault : inspectorWords.noCause

export const asJson = (value: unknown): string => JSON.stringify(value, null, 2)
