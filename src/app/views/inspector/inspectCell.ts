import { type Cell, compareMoments, isDone } from '../../../timeline/index.ts'
import { inspectorWords as words } from '../../../words/en/inspector.ts'
import { atTime, batchName } from '../../../words/index.ts'
import { followsOf, whyOf } from './causality.ts'
import {
  asJson,
  codeFact,
  didOf,
  type Fact,
  fact,
  type Inspected,
  isTellable,
  type Looking,
  namesIn,
  originOf,
  told,
} from './inspected.ts'

const { labels, states } = words

const stateAt = ({ cursor }: Looking, cell: Cell): string => {
  if (!isDone(cell.appended, cursor)) return states.ahead
  if (cell.removed !== null && isDone(cell.removed.moment, cursor)) return states[cell.removed.how]
  return states[cell.looks.findLast((look) => isDone(look.from, cursor))?.state ?? 'leader only']
}

/** As much of what becomes of it as may be told. */
const tellable = (looking: Looking, cell: Cell): Cell => ({
  ...cell,
  looks: cell.looks.filter(({ from }) => isTellable(looking, from)),
  removed: cell.removed !== null && isTellable(looking, cell.removed.moment) ? cell.removed : null,
})

/** The batch as it lies in the log of the leader: only the leader's event names the producer's numbers. */
const stampOf = ({ of }: Looking, cell: Cell): readonly Fact[] => {
  const append = of.timeline.events.findLast(
    ({ event, moment }) =>
      event.kind === 'batch-appended' &&
      event.partition === cell.partition &&
      event.baseOffset === cell.offset &&
      event.leaderEpoch === cell.leaderEpoch &&
      compareMoments(moment, cell.appended) <= 0,
  )?.event
  if (append?.kind !== 'batch-appended') return []
  const { stamp, records } = append
  if (stamp === null) return [fact(labels.sequences, words.notNumbered)]
  return [
    fact(labels.stamp, words.identity(stamp.producerId, stamp.producerEpoch)),
    codeFact(labels.sequences, words.fromTo(stamp.baseSequence, stamp.baseSequence + records.length - 1)),
  ]
}

/** A copy of records in one log: where it lies, who wrote it, who may read it, and what brought it. */
export const inspectCell = (looking: Looking, id: string): Inspected | null => {
  const { of } = looking
  const whole = of.timeline.strips.cells.find((one) => one.id === id)
  if (whole === undefined || !isTellable(looking, whole.appended)) return null
  const cell = tellable(looking, whole)
  const names = namesIn(looking)
  const laid = of.timeline.events.find(
    ({ event, moment }) =>
      (event.kind === 'batch-appended' || event.kind === 'batch-replicated') &&
      event.node === cell.node &&
      event.partition === cell.partition &&
      event.baseOffset === cell.offset &&
      compareMoments(moment, cell.appended) === 0,
  )
  if (laid === undefined) return null
  return {
    id: `cell ${id}`,
    kind: 'cell',
    title: words.cell(batchName(cell.records), words.fromTo(cell.offset, cell.lastOffset), names.actor(cell.node)),
    facts: [
      codeFact(labels.partition, cell.partition),
      fact(labels.what, cell.role === 'leader' ? words.leadersOwn : words.replica),
      fact(labels.stored, atTime(cell.appended.at)),
      fact(labels.state, stateAt(looking, cell)),
      codeFact(labels.epoch, cell.leaderEpoch),
      ...stampOf(looking, cell),
    ],
    did: didOf(of.timeline.trace, laid),
    causes: told(looking, whyOf(of, laid.step)),
    noCause: originOf(of, laid.step),
    consequences: told(looking, followsOf(of, laid.step, laid)),
    json: asJson(cell),
  }
}
