import type { NodeId } from '../core/world.ts'
import { LONGEST_RUN } from './model/limits.ts'
import type {
  Act,
  ClusterSetup,
  Links,
  Setup,
  TopicSetup,
  Workload,
} from './model/setup.ts'
import {
  type Check,
  choice,
  type Found,
  fields,
  listOf,
  name,
  optional,
  report,
  type SetupProblem,
  tableOf,
  whole,
  yesOrNo,
} from './parse/check.ts'
import { client, config, nodeName } from './parse/clients.ts'

export type { SetupProblem } from './parse/check.ts'

/** A setup, or everything that is wrong with it, by path. */
export type ParsedSetup =
  | { readonly ok: true; readonly setup: Setup }
  | { readonly ok: false; readonly problems: readonly SetupProblem[] }

const MOST_BROKERS = 3
const MOST_PARTITIONS = 50

/** As Kafka has it. */
const topicName = name(/^[\w.-]{1,249}$/)
const recordName = name(/^\w[\w.-]{0,31}$/)

const brokers = (min: number): Check<readonly number[]> => listOf(whole(1, MOST_BROKERS), min, MOST_BROKERS)

const topic: Check<TopicSetup> = fields<TopicSetup>({ replicas: listOf(brokers(1), 1, MOST_PARTITIONS), config })

const cluster: Check<ClusterSetup> = fields<ClusterSetup>({
  brokers: whole(1, MOST_BROKERS),
  topics: tableOf(topicName, topic, 1, 20),
  config,
  isrAtStart: optional(brokers(1)),
  eligibleLeaderReplicas: optional(yesOrNo),
})

const act: Check<Act> = fields<Act>({
  by: nodeName,
  at: whole(0, LONGEST_RUN),
  record: recordName,
  send: whole(1, 1_000),
  topic: topicName,
  partition: whole(0, MOST_PARTITIONS - 1),
  valueBytes: whole(0, 100_000_000),
})

const workload: Check<Workload> = fields<Workload>({
  records: whole(0, 10_000),
  startMs: whole(0, LONGEST_RUN),
  everyMs: whole(0, LONGEST_RUN),
  awaitEach: yesOrNo,
  topic: topicName,
  partitioner: choice('round-robin', 'by-key'),
  keys: whole(1, 10_000),
  valueBytes: whole(0, 100_000_000),
  script: optional(listOf(act, 0, 10_000)),
})

const link = whole(0, 60_000)
const links: Check<Links> = fields<Links>({ clientBroker: link, brokerBroker: link, outside: link, processing: link })

const shape: Check<Setup> = fields<Setup>({
  cluster,
  clients: tableOf(nodeName, client, 0, 20),
  workload,
  links,
  seed: whole(0, 2 ** 32 - 1),
  jitter: yesOrNo,
  horizon: whole(1, LONGEST_RUN),
})

/** Parses a setup that came from outside: every field with its type and bounds, then what they say about each other. */
export const parseSetup = (value: unknown): ParsedSetup => {
  const found: Found = { problems: [] }
  const setup = shape(value, '', found)
  if (!setup || found.problems.length > 0) return { ok: false, problems: found.problems }
  checkCluster(setup.cluster, found)
  checkClients(setup, found)
  checkWorkload(setup, found)
  return found.problems.length > 0 ? { ok: false, problems: found.problems } : { ok: true, setup }
}

const checkBrokers = (
  numbers: readonly number[],
  { brokers: most }: ClusterSetup,
  path: string,
  found: Found,
): void => {
  numbers.forEach((n, i) => {
    if (n > most) report(found, `${path}.${i}`, { why: 'nobody', what: 'broker' })
    if (numbers.indexOf(n) < i) report(found, `${path}.${i}`, { why: 'twice' })
  })
}

const checkCluster = (of: ClusterSetup, found: Found): void => {
  const { isrAtStart: isr } = of
  if (isr) checkBrokers(isr, of, 'cluster.isrAtStart', found)
  for (const [topicName, { replicas }] of Object.entries(of.topics)) {
    replicas.forEach((numbers, p) => {
      const path = `cluster.topics.${topicName}.replicas.${p}`
      checkBrokers(numbers, of, path, found)
      if (isr && !numbers.some((n) => isr.includes(n))) report(found, path, { why: 'no-leader' })
    })
  }
}

/** Every node has a name of its own: clients, applications, brokers and the services that effects call. */
const checkClients = ({ clients }: Setup, found: Found): void => {
  const taken = new Set<NodeId>()
  const take = (id: NodeId, path: string): void => {
    if (id.startsWith('broker-')) report(found, path, { why: 'bad-name' })
    if (taken.has(id)) report(found, path, { why: 'twice' })
    taken.add(id)
  }
  for (const c of Object.values(clients)) if (c.kind === 'consumer' && c.effect !== null) taken.add(`${c.effect}-1`)
  for (const [id, c] of Object.entries(clients)) {
    take(id, `clients.${id}`)
    if (c.kind === 'producer') take(c.application, `clients.${id}.application`)
  }
}

const checkWorkload = (
  { cluster: { topics }, clients, workload: { topic: main, script } }: Setup,
  found: Found,
): void => {
  const replicasOf = (id: string): number | null =>
    Object.hasOwn(topics, id) ? (topics[id]?.replicas.length ?? null) : null
  if (replicasOf(main) === null) report(found, 'workload.topic', { why: 'nobody', what: 'topic' })
  const last = new Map<NodeId, number>()
  script?.forEach(({ by, at, topic: id, partition }, i) => {
    const path = `workload.script.${i}`
    const partitions = replicasOf(id)
    if (clients[by]?.kind !== 'producer') report(found, `${path}.by`, { why: 'nobody', what: 'producer' })
    if (partitions === null) report(found, `${path}.topic`, { why: 'nobody', what: 'topic' })
    else if (partition >= partitions) report(found, `${path}.partition`, { why: 'nobody', what: 'partition' })
    if (at < (last.get(by) ?? 0)) report(found, `${path}.at`, { why: 'out-of-order' })
    last.set(by, at)
  })
}
