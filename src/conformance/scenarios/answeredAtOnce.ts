import { eventsOf, type KafkaTrace, labSetup, type LabOptions, run } from '../../engine/index.ts'
import { openLeader, produce, type Told } from './leaderBench.ts'
import type { Scenario } from './scenario.ts'

/** One record through the whole engine, with broker 1 alone in the ISR, or all three. */
const oneRecord = (options: LabOptions): KafkaTrace => run(labSetup({ records: 1, ...options }), [])

const first = (trace: KafkaTrace, kind: string) => eventsOf(trace).find((e) => e.event.kind === kind)
const isAppended = (trace: KafkaTrace): boolean => first(trace, 'batch-appended') !== undefined

/** What the producer's first request came to, and whether the answer left in the step in which it was served. */
const firstAnswer = (trace: KafkaTrace) => {
  const served = first(trace, 'batch-appended') ?? first(trace, 'batch-refused')
  const answered = first(trace, 'produce-answered')
  const error = answered?.event.kind === 'produce-answered' ? answered.event.error : null
  return { appended: isAppended(trace), error, when: answered?.at === served?.at ? 'at once' : 'later' }
}

const plain = ({ error, appended }: Told) => ({ error, appended })

/** Requests that are answered, refused or dropped in the step that looks at them. */
export const answeredAtOnce: readonly Scenario[] = [
  { id: 'PRO-01', given: { leader: true }, when: { produce: { acks: 3 } }, play: () => plain(produce(openLeader({ isr: [1, 2, 3], minIsr: 1 }), { acks: 3 })) },
  {
    id: 'PRO-03',
    given: { leader: true, isr: 1, minIsr: 2, replicationFactor: 3 },
    when: { produce: { acks: -1 } },
    play: () => firstAnswer(oneRecord({ isrAtStart: [1], topic: { 'min.insync.replicas': '2' } })),
  },
  {
    id: 'PRO-04',
    given: { leader: true, isr: 1, minIsr: 2, replicationFactor: 3, alreadyInLog: true },
    when: { produce: { acks: -1 } },
    play: () => plain(produce(openLeader({ isr: [1], minIsr: 2, written: 1 }), { acks: -1, sequence: 0 })),
  },
  {
    id: 'PRO-05',
    given: { leader: true, isr: 1, minIsr: 2, replicationFactor: 3 },
    when: { produce: { acks: 1 } },
    play: () => {
      const trace = oneRecord({ isrAtStart: [1], topic: { 'min.insync.replicas': '2' }, producer: { acks: '1' } })
      return { ...firstAnswer(trace), highWatermarkMoves: first(trace, 'high-watermark-advanced') !== undefined }
    },
  },
  {
    id: 'PRO-06',
    given: { leader: true, isr: 1, minIsr: 1, replicationFactor: 3 },
    when: { produce: { acks: -1 } },
    play: () => {
      const trace = oneRecord({ isrAtStart: [1], topic: { 'min.insync.replicas': '1' } })
      return { ...firstAnswer(trace), highWatermarkMoves: first(trace, 'high-watermark-advanced') !== undefined }
    },
  },
  {
    id: 'PRO-11',
    given: { leader: false },
    when: { produce: { acks: -1 } },
    play: () => plain(produce(openLeader({ isr: [1, 2, 3], minIsr: 1, isLeader: false }), { acks: -1, sequence: 0 })),
  },
  {
    id: 'PRO-12',
    given: { leader: false },
    when: { produce: { acks: 0 } },
    play: () => {
      const told = produce(openLeader({ isr: [1, 2, 3], minIsr: 1, isLeader: false }), { acks: 0 })
      return { appended: told.appended, response: responseOf(told) }
    },
  },
  {
    id: 'PRO-13',
    given: { leader: true },
    when: { produce: { acks: 0 } },
    play: () => {
      const trace = oneRecord({ producer: { acks: '0' } })
      const isAnswered = first(trace, 'produce-answered') !== undefined
      return { appended: isAppended(trace), response: isAnswered ? 'some' : 'none' }
    },
  },
]

const responseOf = ({ error, closes }: Told): string => (error !== null ? error : closes ? 'none; the broker closes the connection' : 'none')
