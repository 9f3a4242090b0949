import { eventsOf, type Fault, type KafkaTrace, labSetup, run, type Setup } from '../../engine/index.ts'
import type { Registration } from '../../engine/kafka/model/controller.ts'
import type { Scenario } from './scenario.ts'

/*
 * Kafka's own test of unclean elections as whole runs: two replicas, `min.insync.replicas=1`, without ELR. Broker 1 leads
 * and broker 2 follows; both are stopped in order, as that test stops them.
 */
const PARTITION = 'orders-0'
const stop = (node: string, at: number, down: number | null): Fault & { readonly down: number | null } => ({ kind: 'shutdown', aim: { at }, node, down })
const sent = (record: string, at: number) => ({ by: 'producer-1', at, record, send: 1, topic: 'orders', partition: 0, valueBytes: 10 })

const twoReplicas = (unclean: boolean, thirdAt: number, readFrom: number): Setup => {
  const lab = labSetup({ brokers: 2, reader: null, topic: { 'min.insync.replicas': '1', 'unclean.leader.election.enable': String(unclean) } })
  const { 'consumer-1': reader, ...others } = lab.clients
  const script = [sent('first', 4), sent('second', 2_000), sent('third', thirdAt)]
  return {
    ...lab,
    cluster: { ...lab.cluster, eligibleLeaderReplicas: false },
    workload: { ...lab.workload, records: script.length, script },
    clients: { ...others, ...(reader ? { 'consumer-1': { ...reader, startsAt: readFrom } } : {}) },
  }
}

const of = <K extends string>(trace: KafkaTrace, kind: K) => eventsOf(trace).flatMap(({ event }) => (event.kind === kind ? [event as Extract<typeof event, { kind: K }>] : []))

const registered = (trace: KafkaTrace): Registration | undefined => {
  const controller = trace.end.nodes['controller-1']
  return controller?.kind === 'controller' ? controller.durable.partitions[PARTITION] : undefined
}

const NAMES: Readonly<Record<number, string>> = { 1: 'old leader', 2: 'old follower' }
const named = (broker: number | null | undefined): string | number => (broker === null || broker === undefined ? -1 : (NAMES[broker] ?? broker))

const consumed = (trace: KafkaTrace) => of(trace, 'record-delivered').map((e) => e.record)
const uncleanElections = (trace: KafkaTrace): number => of(trace, 'leader-elected').filter((e) => e.unclean).length
/** What the application was told of a record. */
const told = (trace: KafkaTrace, record: string): string => {
  const isAbout = (e: { readonly records: readonly { readonly record: string }[] }): boolean => e.records.some((r) => r.record === record)
  if (of(trace, 'batch-acked').some(isAbout)) return `produce ${record}`
  return of(trace, 'batch-failed').find(isAbout)?.exception ?? 'nothing'
}

/** The old follower is stopped, the leader goes on alone and is stopped too; only the old follower comes back. */
const untilTheFollowerIsBack = [stop('broker-2', 1_000, 4_000), stop('broker-1', 3_000, null)]

export const failover: readonly Scenario[] = [
  {
    id: 'FAIL-01',
    given: { replicas: 2, minIsr: 1, uncleanElection: true },
    when: { events: ['produce first', 'stop follower', 'produce second (acked by the lone leader)', 'stop leader', 'start old follower'] },
    play: () => {
      const trace = run(twoReplicas(true, 8_000, 9_000), untilTheFollowerIsBack)
      const third = { ['then' as string]: told(trace, 'third') }
      return { leader: named(registered(trace)?.leader), uncleanElections: uncleanElections(trace), ...third, consumed: consumed(trace) }
    },
  },
  {
    id: 'FAIL-02',
    given: { replicas: 2, minIsr: 1, uncleanElection: false },
    when: { events: ['produce first', 'stop follower', 'produce second', 'stop leader', 'start old follower'] },
    play: () => {
      const trace = run(twoReplicas(false, 8_000, 9_000), untilTheFollowerIsBack)
      const { leader, isr } = registered(trace) ?? {}
      return { leader: named(leader), isr: isr?.map(named), produce: told(trace, 'third'), consumed: consumed(trace) }
    },
  },
  {
    id: 'FAIL-03',
    given: { replicas: 2, minIsr: 1, uncleanElection: false },
    when: { events: ['... as above', 'start old leader', 'produce third', 'follower back in ISR', 'stop leader'] },
    play: () => {
      const plan = [stop('broker-2', 1_000, 4_000), stop('broker-1', 3_000, 7_000), stop('broker-1', 16_000, null)]
      const trace = run(twoReplicas(false, 12_000, 17_000), plan)
      const leader = registered(trace)?.leader === 2 ? 'follower' : 'old leader'
      return { leader: `${leader} (${uncleanElections(trace) === 0 ? 'clean' : 'unclean'})`, consumed: consumed(trace) }
    },
  },
]
