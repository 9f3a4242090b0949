import type { Input, Play, System, Turn } from '../core/system.ts'
import type { Millis } from '../core/world.ts'
import { invariant } from '../core/invariant.ts'
import { handleApplication } from './application/index.ts'
import { begin } from './begin.ts'
import { brokerIds, readers } from './layout.ts'
import { handleBroker } from './broker/index.ts'
import { handleController } from './controller/index.ts'
import { isInternal, topicOf } from './model/names.ts'
import { handleConsumer } from './consumer/index.ts'
import { faultRegistry } from './faults/index.ts'
import { horizonOf } from './horizon.ts'
import { isBehind } from './isBehind.ts'
import { linkLatency } from './model/links.ts'
import type { KafkaKinds } from './model/kinds.ts'
import type { Node } from './model/node.ts'
import type { Setup } from './model/setup.ts'
import { jitterOf } from './jitter.ts'
import { nameOf } from './model/naming.ts'
import { handleOutside } from './outside/index.ts'
import { handleProducer } from './producer/index.ts'
import { resolvedOf } from './model/resolved.ts'

/** Kafka, one line per kind of node. A handler sees itself, one input and its own settings, never the world. */
const handle = (setup: Setup, node: Node, input: Input<KafkaKinds>, now: Millis): Turn<KafkaKinds> => {
  switch (node.kind) {
    case 'application':
      return handleApplication(node, input, applicationEnv(setup, node.id, now))
    case 'producer':
      return handleProducer(node, input, producerEnv(setup, node.id, now))
    case 'broker':
      return handleBroker(node, input, brokerEnv(setup, now))
    case 'consumer':
      return handleConsumer(node, input, consumerEnv(setup, node.id, now))
    case 'outside':
      return handleOutside(node, input, now)
    case 'controller':
      return handleController(node, input, controllerEnv(setup, now))
  }
}

const applicationEnv = (setup: Setup, id: string, now: Millis) => {
  const found = Object.entries(setup.clients).find(([, c]) => c.kind === 'producer' && c.application === id)
  invariant(found?.[1].kind === 'producer', `${id} has a producer`)
  const { workload } = setup
  const partitions = setup.cluster.topics[workload.topic]?.replicas.length ?? 1
  return { now, producer: found[0], config: { workload, partitions, onFailure: found[1].onFailure } }
}

const producerEnv = (setup: Setup, id: string, now: Millis) => {
  const [config, client] = [resolvedOf(setup).producers[id], setup.clients[id]]
  invariant(config && client?.kind === 'producer', `${id} is a producer of the setup`)
  return { now, config, application: client.application, brokers: brokerIds(setup), jitter: jitterOf(setup) }
}

const brokerEnv = (setup: Setup, now: Millis) => {
  const { broker, topics, internal } = resolvedOf(setup)
  invariant(broker && internal, 'brokers have settings')
  return { now, config: broker, topics, internal }
}

const consumerEnv = (setup: Setup, id: string, now: Millis) => {
  const [config, client] = [resolvedOf(setup).consumers[id], setup.clients[id]]
  invariant(config && client?.kind === 'consumer', `${id} is a consumer of the setup`)
  const outside = readers(setup).find((r) => r.id === id)?.outside ?? null
  return { now, config, effect: client.effect, guard: client.protection ?? null, outside, processing: setup.links.processing, commit: client.commit ?? null }
}

const controllerEnv = (setup: Setup, now: Millis) => {
  const { broker, topics, internal } = resolvedOf(setup)
  const configOf = (topic: string) => {
    const config = isInternal(topic) ? internal : topics[topic]
    invariant(config, `${topic} is a topic of the setup`)
    return config
  }
  return {
    now,
    config: null,
    minIsr: (partition: string) => configOf(topicOf(partition))['min.insync.replicas'],
    elrEnabled: broker?.['eligible.leader.replicas.version'] !== 0,
    uncleanElection: (topic: string) => configOf(topic)['unclean.leader.election.enable'],
  }
}

export const kafka: System<KafkaKinds> = {
  begin,
  handle,
  latency: linkLatency,
  nameOf,
  faults: faultRegistry,
  isBehind,
  horizon: horizonOf,
}

export const play = (setup: Setup): Play<KafkaKinds> => ({ system: kafka, setup })
