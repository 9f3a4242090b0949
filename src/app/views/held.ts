/** Which brokers have a record in their log, of those that are up and those that are down. */
import type { EventOf, KafkaKinds, KafkaTrace, NodeId, RecordName } from '../../engine/index.ts'
import type { SumFacts } from '../../words/index.ts'
import { brokerNumber, foldLogs } from '../doors.ts'

type Event = EventOf<KafkaKinds>

/** Down from a crash, or from the end of a shutdown in order, to the restart. */
const note = (down: Set<NodeId>, event: Event): void => {
  if (event.kind === 'node-crashed') down.add(event.node)
  if (event.kind === 'node-restarted') down.delete(event.node)
  if (event.kind === 'message-landed' && event.message.startsWith('ControlledShutdownResponse ')) down.add(event.to)
}

export const heldIn = ({
  trace,
  steps,
}: {
  readonly trace: KafkaTrace
  readonly steps: number
}): NonNullable<SumFacts['held']> => {
  const events = trace.steps.slice(0, steps).flatMap((step) => step.events)
  const down = new Set<NodeId>()
  for (const event of events) note(down, event)
  const holders = new Map<RecordName, readonly NodeId[]>()
  for (const { logs } of foldLogs(events, trace.setup))
    for (const { node, cells } of logs)
      for (const record of new Set(cells.map((cell) => cell.record)))
        holders.set(record, [...(holders.get(record) ?? []), node])
  return Object.fromEntries(
    [...holders].map(([record, nodes]) => [
      record,
      { brokers: nodes.map(brokerNumber), down: nodes.every((node) => down.has(node)) },
    ]),
  )
}
