/**
 * Every copy of every record in every log, and how it looks as time goes on.
 *
 *   broker-1 ─[┆C┆]──✕┄┄┄┄┄┄┄┄┄┄┄┄○──[·C·] cut: the new leader never had this copy
 *   broker-2 ─────────▎leads
 *
 * Solid is a copy below the leader's high watermark that the leader has as well: same record, same leader epoch. While a
 * new leader's high watermark lags, cells turn dashed again.
 */
import { type Answer, acked } from './ackedCopies.ts'
import type { Cell, CutMark, Look, Removed } from './cells.ts'
import {
  brokerNode,
  type Event,
  type NodeId,
  type Offset,
  placed,
  type Setup,
  type TopicPartition,
} from './fromEngine.ts'
import { compareMoments, type Moment } from './moment.ts'
import type { Timed } from './timed.ts'

type Draft = { -readonly [Key in keyof Cell]: Cell[Key] } & { looks: Look[] }
type Laid = Extract<Event, { kind: 'batch-appended' | 'batch-replicated' }>

interface Fold {
  readonly logs: Map<string, Draft[]>
  readonly watermarks: Map<string, Offset>
  readonly leaders: Map<TopicPartition, NodeId>
  readonly brokers: ReadonlyMap<TopicPartition, readonly NodeId[]>
  readonly cells: Draft[]
  readonly cuts: { readonly mark: Omit<CutMark, 'acked'>; readonly cells: readonly Draft[] }[]
  readonly answers: Answer[]
}

const logOf = (node: NodeId, partition: TopicPartition): string => `${node} ${partition}`
const liveIn = (fold: Fold, node: NodeId, partition: TopicPartition): readonly Draft[] =>
  fold.logs.get(logOf(node, partition)) ?? []

const newFold = (setup: Setup): Fold => {
  const all = placed(setup)
  return {
    logs: new Map(),
    watermarks: new Map(),
    leaders: new Map(all.map(({ partition, leader }) => [partition, brokerNode(leader)])),
    brokers: new Map(all.map(({ partition, replicas }) => [partition, replicas.map(brokerNode)])),
    cells: [],
    cuts: [],
    answers: [],
  }
}

const lay = (fold: Fold, event: Laid, moment: Moment): void => {
  const { node, partition, baseOffset } = event
  const log = logOf(node, partition)
  const live = liveIn(fold, node, partition)
  const records = event.records.map((sent) => sent.record)
  const again = fold.cells.filter(
    (one) => one.node === node && one.partition === partition && one.offset === baseOffset,
  )
  const cell: Draft = {
    id: again.length === 0 ? `${log} ${baseOffset}` : `${log} ${baseOffset} #${again.length + 1}`,
    node,
    partition,
    role: event.kind === 'batch-appended' ? 'leader' : 'follower',
    records,
    offset: baseOffset,
    lastOffset: baseOffset + records.length - 1,
    leaderEpoch: event.leaderEpoch,
    appended: moment,
    looks: [],
    removed: null,
    secondCopy: records.some((name) => live.some((one) => one.records.includes(name))),
    message: event.message,
    stamp: stampOf(fold, event),
  }
  fold.cells.push(cell)
  fold.logs.set(log, [...live, cell])
}

/** A follower's copy is the leader's, stamp and all. */
const stampOf = (fold: Fold, event: Laid): Cell['stamp'] => {
  if (event.kind === 'batch-appended') return event.stamp
  const { partition, baseOffset, leaderEpoch } = event
  const own = fold.cells.find(
    (one) => one.partition === partition && one.offset === baseOffset && one.leaderEpoch === leaderEpoch,
  )
  return own?.stamp ?? null
}

const remove = (
  fold: Fold,
  log: string,
  moment: Moment,
  how: Removed['how'],
  isGone: (cell: Draft) => boolean,
): readonly Draft[] => {
  const live = fold.logs.get(log) ?? []
  const gone = live.filter(isGone)
  for (const cell of gone) cell.removed = { moment, how }
  fold.logs.set(
    log,
    live.filter((cell) => !gone.includes(cell)),
  )
  return gone
}

const look = (cell: Draft, state: Look['state'], from: Moment): void => {
  const last = cell.looks.at(-1)
  if (last !== undefined && compareMoments(last.from, from) === 0) cell.looks.pop()
  if (cell.looks.at(-1)?.state !== state) cell.looks.push({ state, from })
}

/** After a change of a log, a high watermark or a leader: how do the copies of this partition look now? */
const refresh = (fold: Fold, partition: TopicPartition, moment: Moment): void => {
  const leader = fold.leaders.get(partition) ?? ''
  const watermark = fold.watermarks.get(logOf(leader, partition)) ?? 0
  const epochs = new Map(liveIn(fold, leader, partition).map((cell) => [cell.offset, cell]))
  for (const node of fold.brokers.get(partition) ?? [])
    for (const cell of liveIn(fold, node, partition)) {
      const own = epochs.get(cell.offset)
      const isSame = own?.leaderEpoch === cell.leaderEpoch && own.records.join() === cell.records.join()
      look(cell, isSame && cell.lastOffset < watermark ? 'replicated' : 'leader only', moment)
    }
}

const take = (fold: Fold, event: Event, moment: Moment): void => {
  switch (event.kind) {
    case 'batch-appended':
    case 'batch-replicated':
      lay(fold, event, moment)
      break
    case 'leadership-taken':
      fold.leaders.set(event.partition, event.node)
      fold.watermarks.set(logOf(event.node, event.partition), event.highWatermark)
      break
    case 'high-watermark-advanced':
    case 'replica-reloaded':
      fold.watermarks.set(logOf(event.node, event.partition), event.highWatermark)
      break
    case 'log-truncated':
      cut(fold, event, moment)
      break
    case 'disk-lost':
      for (const partition of fold.brokers.keys()) {
        remove(fold, logOf(event.node, partition), moment, 'disk lost', () => true)
        refresh(fold, partition, moment)
      }
      return
    case 'produce-answered':
      return noteAnswer(fold, event)
    default:
      return
  }
  refresh(fold, event.partition, moment)
}

const cut = (
  fold: Fold,
  { node, partition, to, highWatermark }: Extract<Event, { kind: 'log-truncated' }>,
  moment: Moment,
): void => {
  const gone = remove(fold, logOf(node, partition), moment, 'cut', (cell) => cell.lastOffset >= to)
  fold.watermarks.set(logOf(node, partition), highWatermark)
  if (gone.length === 0) return
  const id = `cut ${node} ${partition} ${moment.at}`
  fold.cuts.push({ mark: { id, node, partition, moment, records: gone.flatMap((cell) => cell.records) }, cells: gone })
}

const noteAnswer = (fold: Fold, event: Extract<Event, { kind: 'produce-answered' }>): void => {
  if (event.error !== 'NONE' || event.baseOffset < 0) return
  const cell = liveIn(fold, event.node, event.partition).find((one) => one.offset === event.baseOffset)
  if (cell !== undefined) fold.answers.push({ message: event.message, copy: copyOf(cell) })
}

/** The same copy in any log: where, under which leader, and what. */
const copyOf = ({
  partition,
  offset,
  leaderEpoch,
  records,
}: Pick<Cell, 'partition' | 'offset' | 'leaderEpoch' | 'records'>): string =>
  `${partition} ${offset} e${leaderEpoch} ${records.join()}`

export const copies = (
  events: readonly Timed[],
  setup: Setup,
): { readonly cells: readonly Cell[]; readonly cuts: readonly CutMark[] } => {
  const fold = newFold(setup)
  for (const { event, moment } of events) take(fold, event, moment)
  const known = acked(events, fold.answers)
  const cuts = fold.cuts.map(({ mark, cells }) => ({
    ...mark,
    acked: cells.filter((cell) => known.has(copyOf(cell))).flatMap((cell) => cell.records),
  }))
  return { cells: fold.cells, cuts }
}
