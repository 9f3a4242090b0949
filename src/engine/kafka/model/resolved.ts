import type { NodeId } from '../../core/world.ts'
import { resolveBrokerConfig, resolveConsumerConfig, resolveProducerConfig, resolveTopicConfig, type BrokerConfig, type ConfigProblem, type ConsumerConfig, type ProducerConfig, type QuietChange, type TopicConfig } from '../config/index.ts'
import type { Topic } from './names.ts'
import type { ExplicitConfig, Setup } from './setup.ts'

/** Where a setting stands: on a client, on a topic, or on the brokers. */
export type Place = { readonly place: 'client'; readonly node: NodeId } | { readonly place: 'topic'; readonly topic: Topic } | { readonly place: 'broker' }
export interface PlacedProblem {
  readonly where: Place
  readonly problem: ConfigProblem
}
export interface PlacedChange {
  readonly where: Place
  readonly change: QuietChange
}

/** A setup's settings as Kafka would take them: with defaults, quiet changes and refusals. */
export interface ResolvedSetup {
  readonly producers: Readonly<Record<NodeId, ProducerConfig>>
  readonly consumers: Readonly<Record<NodeId, ConsumerConfig>>
  readonly topics: Readonly<Record<Topic, TopicConfig>>
  /** Of topics of the cluster's own: the brokers' defaults. */
  readonly internal: TopicConfig | null
  readonly broker: BrokerConfig | null
  readonly problems: readonly PlacedProblem[]
  readonly quiet: readonly PlacedChange[]
}

/** Settings are text; reading them anew for every step would be waste. No state: the same setup always resolves the same. */
const known = new WeakMap<Setup, ResolvedSetup>()

export const resolvedOf = (setup: Setup): ResolvedSetup => {
  const before = known.get(setup)
  if (before) return before
  const resolved = resolve(setup)
  known.set(setup, resolved)
  return resolved
}

/** A cluster that says whether it has the feature; its brokers' own setting outranks it. */
const elrOf = ({ cluster }: Setup): ExplicitConfig => (cluster.eligibleLeaderReplicas === undefined ? {} : { 'eligible.leader.replicas.version': cluster.eligibleLeaderReplicas ? '1' : '0' })

const resolve = (setup: Setup): ResolvedSetup => {
  const problems: PlacedProblem[] = []
  const quiet: PlacedChange[] = []
  const settle = <C>(where: Place, result: { outcome: 'ok'; effective: C; quiet: readonly QuietChange[] } | { outcome: 'error'; problem: ConfigProblem }): C[] => {
    if (result.outcome === 'error') {
      problems.push({ where, problem: result.problem })
      return []
    }
    quiet.push(...result.quiet.map((change) => ({ where, change })))
    return [result.effective]
  }
  const broker = settle({ place: 'broker' }, resolveBrokerConfig({ ...elrOf(setup), ...setup.cluster.config }))[0] ?? null
  const topics = Object.entries(setup.cluster.topics).flatMap(([topic, { config }]) => settle({ place: 'topic', topic }, resolveTopicConfig(config, setup.cluster.config)).map((c) => [topic, c] as const))
  const internal = resolveTopicConfig({}, setup.cluster.config)
  const producers = Object.entries(setup.clients).flatMap(([node, c]) => (c.kind === 'producer' ? settle({ place: 'client', node }, resolveProducerConfig(c.config)).map((r) => [node, r] as const) : []))
  const consumers = Object.entries(setup.clients).flatMap(([node, c]) => (c.kind === 'consumer' ? settle({ place: 'client', node }, resolveConsumerConfig(c.config)).map((r) => [node, r] as const) : []))
  return { producers: Object.fromEntries(producers), consumers: Object.fromEntries(consumers), topics: Object.fromEntries(topics), internal: internal.outcome === 'ok' ? internal.effective : null, broker, problems, quiet }
}
