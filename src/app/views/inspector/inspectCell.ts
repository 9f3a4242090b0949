import { type Cell, compareMoments, isDone } from '../../../timeline/index.ts'
import { inspectorWords as words } from '../../../words/en/inspector.ts'
import { atTime, batchName } from '../../../words/index.ts'
import { followsOf, whyOf } from './causality.ts'
import {
  asJson,
  codeFact,
  didOf,
  fact,
  type Inspected,
  isTellable,
  type Looking,
  namesIn,
  originOf,
  stampFacts,
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
      ...stampFacts(cell.stamp, cell.records.length),
    ],
    did: didOf(of.timeline.trace, laid),
    causes: told(looking, whyOf(of, laid.step)),
    noCause: originOf(of, laid.step),
    consequences: told(looking, followsOf(of, laid.step, laid)),
    json: asJson(cell),
  }
}
