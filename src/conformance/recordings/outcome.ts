import { eventsOf, foldLogs, resolvedOf, type KafkaTrace, type LogBatch, type Node } from '../../engine/index.ts'
import type { Carried } from './carryOut.ts'
import { toldEvents } from './reached.ts'
import type { Recording } from './recording.ts'

type Json = Readonly<Record<string, unknown>>

/** What the engine's run came to, in the shape of a recording's `outcome`. */
export const outcomeOf = (recording: Recording, carried: Carried): Json => {
  const { trace } = carried
  return { logs: logsOf(trace), clients: clientsOf(recording, carried), readers: readersOf(recording, carried), partitions: partitionsOf(trace), answers: answersOf(trace, carried) }
}

const brokers = (trace: KafkaTrace): readonly Extract<Node, { kind: 'broker' }>[] => Object.values(trace.end.nodes).flatMap((n) => (n.kind === 'broker' ? [n] : []))

const batchesIn = (node: Extract<Node, { kind: 'broker' }>, partition: string): readonly LogBatch[] => node.durable.partitions[partition]?.log.chunks.flat() ?? []

/** Producers are P1, P2 … by first sight: topics in order, partitions, brokers 1 to 3, offsets. */
const producerNames = (trace: KafkaTrace): ReadonlyMap<number, string> => {
  const names = new Map<number, string>()
  for (const partition of partitionsIn(trace))
    for (const broker of brokers(trace))
      for (const { stamp } of batchesIn(broker, partition)) if (stamp && !names.has(stamp.producerId)) names.set(stamp.producerId, `P${names.size + 1}`)
  return names
}

const partitionsIn = (trace: KafkaTrace): readonly string[] => foldLogs([], trace.setup).map((p) => p.partition)

const logsOf = (trace: KafkaTrace): Json => {
  const names = producerNames(trace)
  return Object.fromEntries(
    partitionsIn(trace).map((partition) => {
      const epochs = [...new Set(brokers(trace).flatMap((b) => batchesIn(b, partition).map((x) => x.leaderEpoch)))].sort((a, b) => a - b)
      const replicas = brokers(trace).filter((b) => b.durable.partitions[partition])
      return [partition, Object.fromEntries(replicas.map((b) => [`b${b.id.slice('broker-'.length)}`, batchesIn(b, partition).flatMap((batch) => entries(batch, epochs, names))]))]
    }),
  )
}

const entries = ({ records, baseOffset, stamp, leaderEpoch }: LogBatch, epochs: readonly number[], names: ReadonlyMap<number, string>): readonly Json[] =>
  records.map((r, i) => ({
    offset: baseOffset + i,
    value: r.record,
    ...(stamp ? { producer: names.get(stamp.producerId), epoch: stamp.producerEpoch, sequence: stamp.baseSequence + i } : {}),
    leaderEpochRank: epochs.indexOf(leaderEpoch),
  }))

/** What each client was told, in its own order, nothing behind its crash. */
const clientsOf = ({ steps }: Recording, { trace, crashedAt, begins }: Carried): Json => {
  const producers = steps.filter((s) => s.do === 'start' && s.kind === 'producer').map((s) => s.who)
  const told = (client: string): readonly Json[] =>
    toldEvents(trace, client)
      .filter(({ at }) => at < (crashedAt[client] ?? Number.POSITIVE_INFINITY))
      .flatMap(({ event }): readonly Json[] => {
        if (event.kind === 'batch-acked') return event.records.map((r, i) => ({ send: r.record, offset: event.baseOffset + i }))
        if (event.kind === 'batch-counted-as-sent') return event.records.map((r) => ({ send: r.record, offset: -1 }))
        return event.kind === 'batch-failed' ? event.records.map((r) => ({ send: r.record, error: event.exception })) : []
      })
  const readers = Object.fromEntries(failedCalls(steps, { trace, begins }))
  return { ...Object.fromEntries(producers.map((client) => [client, told(client)])), ...readers }
}

/** From the moment a reader has failed, its calls say so. */
const failedCalls = (steps: Recording['steps'], { trace, begins }: Pick<Carried, 'trace' | 'begins'>): readonly (readonly [string, readonly Json[]])[] =>
  eventsOf(trace).flatMap(({ at, event }) => {
    if (event.kind !== 'reader-failed') return []
    const calls = steps.filter((s) => s.who === event.node && (s.do === 'poll' || s.do === 'position') && (begins[s.n] ?? 0) >= at)
    return calls.length > 0 ? [[event.node, calls.map((s) => ({ call: s.do, error: event.exception }))] as const] : []
  })

/** A reader that acts step by step: everything handed over to it, and where it stood when it was asked. */
const steppingReaders = (steps: Recording['steps'], { trace, begins }: Carried): Json => {
  const assigned = steps.filter((s) => s.do === 'assign')
  return Object.fromEntries(
    assigned.map(({ who, partitions = [] }) => {
      const failedAt = eventsOf(trace).find(({ event }) => event.kind === 'reader-failed' && event.node === who)?.at ?? Number.POSITIVE_INFINITY
      const mine = eventsOf(trace).flatMap(({ at, event }) => (event.kind === 'record-delivered' && event.node === who ? [{ at, event }] : []))
      const delivered = (p: string): readonly Json[] => mine.filter(({ event }) => event.partition === p).map(({ event }) => ({ offset: event.offset, value: event.record }))
      const asked = steps.filter((s) => s.do === 'position' && s.who === who && (begins[s.n] ?? 0) < failedAt)
      const positionAt = (p: string, time: number): number => (mine.findLast(({ at, event }) => event.partition === p && at <= time)?.event.offset ?? -1) + 1
      const position = asked.length > 0 ? { position: Object.fromEntries(partitions.map((p) => [p, asked.map((s) => positionAt(p, begins[s.n] ?? 0))])) } : {}
      return [who, { delivered: Object.fromEntries(partitions.map((p) => [p, delivered(p)])), ...position }]
    }),
  )
}

/** A `read-all` reads up to the high watermark that the leaders name when the step begins. */
const readersOf = ({ steps }: Recording, carried: Carried): Json => {
  const { trace, begins } = carried
  const reads = steps.filter((s) => s.do === 'read-all')
  const all = Object.fromEntries(
    reads.map((step) => {
      const seen = eventsOf(trace).filter(({ at }) => at <= (begins[step.n] ?? 0)).map(({ event }) => event)
      const ends = new Map(foldLogs(seen, trace.setup).map((p) => [p.partition, p.logs.find((l) => l.node === p.leader)?.highWatermark ?? 0]))
      const delivered = eventsOf(trace).flatMap(({ event }) => (event.kind === 'record-delivered' && event.node === step.who ? [event] : []))
      const of = (partition: string): readonly Json[] =>
        delivered.filter((d) => d.partition === partition && d.offset < (ends.get(partition) ?? 0)).map(({ offset, record }) => ({ offset, value: record }))
      const asked = step.partitions ?? []
      return [step.who, { delivered: Object.fromEntries(asked.map((p) => [p, of(p)])), position: Object.fromEntries(asked.map((p) => [p, [(of(p).at(-1)?.offset as number | undefined) === undefined ? 0 : Number(of(p).at(-1)?.offset) + 1]])) }]
    }),
  )
  return { ...steppingReaders(steps, carried), ...all }
}

const partitionsOf = (trace: KafkaTrace): Json =>
  Object.fromEntries(
    partitionsIn(trace).map((partition) => {
      const leader = brokers(trace)
        .filter((b) => b.volatile.roles[partition]?.role === 'leader')
        .sort((a, b) => (b.volatile.roles[partition]?.leaderEpoch ?? 0) - (a.volatile.roles[partition]?.leaderEpoch ?? 0))[0]
      const role = leader?.volatile.roles[partition]
      if (!leader || role?.role !== 'leader') return [partition, { leader: null }]
      return [partition, { leader: Number(leader.id.slice('broker-'.length)), isr: role.isr, highWatermark: role.highWatermark, lastStableOffset: role.highWatermark }]
    }),
  )

/** The answers with a record that reached its client, equal neighbours once, REQUEST_TIMED_OUT left out. */
const answersOf = (trace: KafkaTrace, { crashedAt }: Carried): Json => {
  const answers: Record<string, Record<string, string[]>> = {}
  const sent = new Map(eventsOf(trace).flatMap(({ event }) => (event.kind === 'message-sent' && event.message.body.api === 'ProduceResponse' ? [[event.message.name, event.message] as const] : [])))
  for (const { at, event } of eventsOf(trace)) {
    const message = event.kind === 'message-landed' ? sent.get(event.message) : undefined
    if (message?.body.api !== 'ProduceResponse' || at >= (crashedAt[message.to] ?? Number.POSITIVE_INFINITY)) continue
    for (const { error } of message.body.results) for (const value of message.about) addAnswer(answers, message.to, value, error)
  }
  return answers
}

const addAnswer = (answers: Record<string, Record<string, string[]>>, client: string, value: string, error: string): void => {
  const own = answers[client] ?? {}
  const list = own[value] ?? []
  own[value] = list
  answers[client] = own
  if (error !== 'REQUEST_TIMED_OUT' && list.at(-1) !== error) list.push(error)
}

/** Topics whose settings Kafka would refuse cannot be carried out. */
export const refusals = (trace: KafkaTrace): readonly string[] => resolvedOf(trace.setup).problems.map((p) => p.problem.text)
