/** What the rest of the run says about the records of one event. */
import { foldLogs } from '../engine/index.ts'
import type { CutCopies, NewLeader } from '../words/en/inContext.ts'
import { copies } from './copies.ts'
import type { EventOfKind, KafkaTrace, NodeId, TopicPartition } from './fromEngine.ts'
import { ofKind, type Timed, timedEvents } from './timed.ts'

const until = (trace: KafkaTrace, step: number): readonly Timed[] =>
  timedEvents({ ...trace, steps: trace.steps.slice(0, step + 1) })

const logOf = (
  events: readonly Timed[],
  trace: KafkaTrace,
  partition: TopicPartition,
  node: NodeId | null,
): readonly string[] => {
  const view = foldLogs(
    events.map(({ event }) => event),
    trace.setup,
  ).find((one) => one.partition === partition)
  const cells = view?.logs.find((log) => log.node === (node ?? view.leader))?.cells ?? []
  return [...new Set(cells.map((cell) => cell.record))]
}

export const aroundNewLeader = (trace: KafkaTrace, event: EventOfKind<'leadership-taken'>, step: number): NewLeader => {
  const events = until(trace, step)
  const has = logOf(events, trace, event.partition, event.node)
  const acked = ofKind(events, 'batch-acked')
    .filter((one) => one.event.partition === event.partition)
    .flatMap((one) => one.event.records.map((sent) => sent.record))
  return { has, ackedWithoutIt: [...new Set(acked)].filter((record) => !has.includes(record)) }
}

/** The whole run is asked whether the copy was acked: an ack may still be on its way when it is cut. */
export const aroundCut = (trace: KafkaTrace, event: EventOfKind<'log-truncated'>, step: number): CutCopies => {
  const all = timedEvents(trace)
  const mark = copies(all, trace.setup).cuts.find(
    ({ node, partition, moment }) =>
      node === event.node && partition === event.partition && moment.at === trace.steps[step]?.at,
  )
  const leader = logOf(until(trace, step), trace, event.partition, null)
  const records = event.removed.flatMap((batch) => batch.records.map((sent) => sent.record))
  return { acked: mark?.acked ?? [], elsewhere: records.filter((record) => leader.includes(record)) }
}
