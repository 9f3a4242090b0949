import type { ConsumerConfig } from './consumer.ts'
import type { Refusal } from './problem.ts'
import { type Explicit, isSetByHand } from './setting.ts'

type Check = (config: ConsumerConfig, explicit: Explicit) => Refusal | null

const IN_CONSTRUCTOR = { exception: 'KafkaException', text: 'Failed to construct kafka consumer' } as const

const groupInstance: Check = (config) => {
  const id = config['group.instance.id']
  if (id === null) return null
  const refuse = (why: string): Refusal => ({
    exception: 'InvalidConfigurationException',
    text: `Group instance id is invalid: ${why}`,
    cause: 'bad-group-instance-id',
    keys: ['group.instance.id'],
  })
  if (id === '.' || id === '..') return refuse(`'${id}' is not allowed`)
  if (id.length > 249) return refuse(`'${id}' is longer than 249 characters`)
  if (/^[a-zA-Z0-9._-]+$/.test(id)) return null
  return refuse(`'${id}' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'`)
}

const autoCommit: Check = (config, explicit) => {
  const wanted = isSetByHand(explicit, 'enable.auto.commit') && config['enable.auto.commit']
  if (config['group.id'] !== null || !wanted) return null
  return {
    exception: 'InvalidConfigurationException',
    text: 'enable.auto.commit cannot be set to true when default group id (null) is used.',
    cause: 'auto-commit-without-group',
    keys: ['enable.auto.commit', 'group.id'],
  }
}

const NOT_WITH: Readonly<Record<ConsumerConfig['group.protocol'], readonly string[]>> = {
  consumer: ['partition.assignment.strategy', 'heartbeat.interval.ms', 'session.timeout.ms'],
  classic: ['group.remote.assignor'],
}

const groupProtocol: Check = (config, explicit) => {
  const protocol = config['group.protocol']
  const given = NOT_WITH[protocol].filter((key) => isSetByHand(explicit, key))
  if (given.length === 0) return null
  return {
    exception: 'ConfigException',
    text: `${given.join(', ')} cannot be set when group.protocol=${protocol.toUpperCase()}`,
    cause: 'settings-not-for-this-group-protocol',
    keys: [...given, 'group.protocol'],
  }
}

const blankGroup: Check = (config) => {
  if (config['group.id'] === null || config['group.id'].trim() !== '') return null
  return {
    exception: 'InvalidGroupIdException',
    text: 'The configured group.id should not be an empty string or whitespace.',
    wrappedIn: IN_CONSTRUCTOR,
    cause: 'blank-group',
    keys: ['group.id'],
  }
}

const strategies: Check = (config) => {
  const stranger = config['partition.assignment.strategy'].find((name) => !name.includes('.'))
  if (stranger === undefined) return null
  return {
    exception: 'KafkaException',
    text: `${stranger} ClassNotFoundException exception occurred`,
    wrappedIn: IN_CONSTRUCTOR,
    cause: 'class-not-found',
    keys: ['partition.assignment.strategy'],
  }
}

const heartbeat: Check = (config) => {
  const applies = config['group.protocol'] === 'classic' && config['group.id'] !== null
  if (!applies || config['heartbeat.interval.ms'] < config['session.timeout.ms']) return null
  return {
    exception: 'IllegalArgumentException',
    text: 'Heartbeat must be set lower than the session timeout',
    wrappedIn: IN_CONSTRUCTOR,
    cause: 'heartbeat-not-below-session-timeout',
    keys: ['heartbeat.interval.ms', 'session.timeout.ms'],
  }
}

const CHECKS: readonly Check[] = [groupInstance, autoCommit, groupProtocol, blankGroup, strategies, heartbeat]

/** The checks of `ConsumerConfig` and then those of the constructor, in Kafka's order (clients.md 1.5). */
export const checkConsumer: Check = (config, explicit) => {
  for (const check of CHECKS) {
    const refusal = check(config, explicit)
    if (refusal !== null) return refusal
  }
  return null
}
