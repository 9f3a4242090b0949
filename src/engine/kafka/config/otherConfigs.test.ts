import { describe, expect, it } from 'vitest'
import {
  brokerTable,
  type ConfigOwner,
  type ConfigProblem,
  consumerTable,
  type Explicit,
  producerTable,
  quietWaysOut,
  type Resolved,
  resolveBrokerConfig,
  resolveConsumerConfig,
  resolveProducerConfig,
  resolveTopicConfig,
  takeWayOut,
  topicTable,
} from './index.ts'

const ok = <C>(resolved: Resolved<C>): C => {
  if (resolved.outcome === 'error') throw new Error(resolved.problem.text)
  return resolved.effective
}
const quiet = <C>(resolved: Resolved<C>) => (resolved.outcome === 'ok' ? resolved.quiet : [])
const problem = <C>(resolved: Resolved<C>): ConfigProblem => {
  if (resolved.outcome === 'ok') throw new Error('expected a refusal')
  return resolved.problem
}

describe('a topic', () => {
  it('has its broker’s value where it sets none itself', () => {
    expect(ok(resolveTopicConfig({}))).toMatchObject({ 'min.insync.replicas': 1, 'cleanup.policy': ['delete'] })
    expect(ok(resolveTopicConfig({}, { 'min.insync.replicas': '2' }))['min.insync.replicas']).toBe(2)
    expect(ok(resolveTopicConfig({ 'min.insync.replicas': '1' }, { 'min.insync.replicas': '2' }))).toMatchObject({
      'min.insync.replicas': 1,
    })
  })
  it('is refused in Kafka’s words', () => {
    expect(problem(resolveTopicConfig({ 'min.insync.replicas': '0' }))).toMatchObject({
      exception: 'InvalidConfigurationException',
      text: 'Invalid value 0 for configuration min.insync.replicas: Value must be at least 1',
      waysOut: [{ id: 'use-the-limit', set: { 'min.insync.replicas': '1' } }, { id: 'use-the-default' }],
    })
    expect(problem(resolveTopicConfig({ acks: 'all' })).text).toBe('Unknown topic config name: acks')
  })
  it('may keep data for ever', () => {
    expect(ok(resolveTopicConfig({ 'retention.ms': '-1' }))['retention.ms']).toBe(-1)
  })
})

describe('a broker', () => {
  it('has Kafka’s defaults', () => {
    expect(ok(resolveBrokerConfig({}))).toMatchObject({
      'replica.lag.time.max.ms': 30000,
      'replica.fetch.wait.max.ms': 500,
      'broker.session.timeout.ms': 9000,
      'eligible.leader.replicas.version': 1,
    })
  })
  it('says which keys the run does not heed', () => {
    expect(quiet(resolveBrokerConfig({ 'num.io.threads': '8' }))).toMatchObject([{ change: 'not-in-the-model' }])
  })
})

describe('a consumer', () => {
  const refusals: [Explicit, string][] = [
    [
      { 'group.id': 'g', 'group.protocol': 'consumer', 'session.timeout.ms': '45000', 'heartbeat.interval.ms': '3000' },
      'heartbeat.interval.ms, session.timeout.ms cannot be set when group.protocol=CONSUMER',
    ],
    [{ 'group.remote.assignor': 'uniform' }, 'group.remote.assignor cannot be set when group.protocol=CLASSIC'],
    [
      { 'enable.auto.commit': 'true' },
      'enable.auto.commit cannot be set to true when default group id (null) is used.',
    ],
    [{ 'group.id': ' ' }, 'The configured group.id should not be an empty string or whitespace.'],
    [{ 'group.id': 'g', 'session.timeout.ms': '3000' }, 'Heartbeat must be set lower than the session timeout'],
    [
      { 'auto.offset.reset': 'smallest' },
      "Invalid value smallest for configuration auto.offset.reset: Invalid value `smallest` for configuration auto.offset.reset. The value must be either 'earliest', 'latest', 'none' or of the format 'by_duration:<PnDTnHnMn.nS.>'.",
    ],
    [
      { 'isolation.level': 'READ_COMMITTED' },
      'Invalid value READ_COMMITTED for configuration isolation.level: String must be one of: read_committed, read_uncommitted',
    ],
    [{ 'partition.assignment.strategy': 'range' }, 'range ClassNotFoundException exception occurred'],
    [
      { 'group.instance.id': 'a b' },
      "Group instance id is invalid: 'a b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'",
    ],
    [{ 'group.instance.id': '' }, 'Invalid value  for configuration group.instance.id: String must be non-empty'],
  ]
  it.each(refusals)('%j is refused in Kafka’s words, and every way out leads out', (explicit, text) => {
    const { waysOut, ...refusal } = problem(resolveConsumerConfig(explicit))
    expect(refusal.text).toBe(text)
    expect(waysOut.length).toBeGreaterThan(0)
    for (const way of waysOut) expect(resolveConsumerConfig(takeWayOut(explicit, way)).outcome).toBe('ok')
  })
  it('commits nothing by itself without a group', () => {
    expect(ok(resolveConsumerConfig({}))).toMatchObject({ 'enable.auto.commit': false, 'group.protocol': 'classic' })
    expect(quiet(resolveConsumerConfig({}))).toMatchObject([{ change: 'auto-commit-off', log: null }])
    expect(ok(resolveConsumerConfig({ 'group.id': 'g' }))['enable.auto.commit']).toBe(true)
  })
  it.each(['earliest', 'none', 'by_duration:PT24H', 'by_duration:P2DT3H4M5.5S'])('may start %s', (reset) => {
    expect(resolveConsumerConfig({ 'auto.offset.reset': reset }).outcome).toBe('ok')
  })
  it.each(['LATEST', 'by_duration:1h', 'by_duration:P', 'by_duration:PT', 'by_duration:PT-1H'])(
    'may not start %s',
    (reset) => {
      expect(resolveConsumerConfig({ 'auto.offset.reset': reset }).outcome).toBe('error')
    },
  )
})

describe('what is said twice in a list', () => {
  it('counts once, and Kafka says so in its log', () => {
    const resolved = resolveTopicConfig({ 'cleanup.policy': 'delete, compact,delete' })
    expect(ok(resolved)['cleanup.policy']).toEqual(['delete', 'compact'])
    expect(quiet(resolved)).toMatchObject([{ change: 'duplicates-dropped', to: 'delete,compact' }])
    expect(quiet(resolved)[0]?.log?.text).toBe(
      'Configuration key "cleanup.policy" contains duplicate values. Duplicates will be removed. The original value is: [delete, compact, delete], the updated value is: [delete, compact]',
    )
  })
})

describe('ways out of a quiet change', () => {
  const changes: [ConfigOwner, Explicit, readonly string[]][] = [
    ['producer', { acks: '1' }, ['set-acks-all', 'idempotence-off']],
    ['producer', { retries: '0' }, ['retries-to-default', 'idempotence-off']],
    ['producer', { acks: '1', retries: '0' }, ['all-that-transactions-need', 'idempotence-off']],
    ['producer', { 'request.timeout.ms': '130000' }, ['use-the-choice-that-was-meant', 'use-the-default']],
    ['producer', { 'retry.backoff.ms': '2000' }, ['use-the-choice-that-was-meant', 'use-the-default']],
    ['producer', { 'retry.backoff.max.ms': '50' }, ['use-the-choice-that-was-meant', 'use-the-default']],
    [
      'producer',
      { 'reconnect.backoff.ms': '20' },
      ['use-the-choice-that-was-meant', 'use-the-choice-that-was-meant', 'use-the-default'],
    ],
    ['producer', { 'reconnect.backoff.ms': '2000' }, ['use-the-choice-that-was-meant', 'use-the-default']],
    ['producer', { 'enable.idempotency': 'true' }, ['use-the-key-that-was-meant', 'drop-the-setting']],
    ['producer', { 'no.such.key': '1' }, ['drop-the-setting']],
    ['consumer', {}, ['give-a-group', 'use-the-choice-that-was-meant']],
    ['broker', { 'num.io.threads': '8' }, ['drop-the-setting']],
    ['topic', { 'cleanup.policy': 'delete,delete' }, ['use-the-choice-that-was-meant', 'use-the-default']],
  ]
  const resolve = {
    producer: resolveProducerConfig,
    topic: resolveTopicConfig,
    broker: resolveBrokerConfig,
    consumer: resolveConsumerConfig,
  }
  it.each(changes)('of a %s, %j, lead to settings of which Kafka changes nothing more', (owner, explicit, ids) => {
    const of = (settings: Explicit) => quiet(resolve[owner](settings) as Resolved<unknown>)
    const [change] = of(explicit)
    if (change === undefined) throw new Error('expected a quiet change')
    const ways = quietWaysOut(owner, change, explicit)
    expect(ways.map(({ id }) => id)).toEqual(ids)
    for (const way of ways) expect(of(takeWayOut(explicit, way)).filter(({ key }) => key === change.key)).toEqual([])
  })
  it('renames a key that is nearly one of Kafka’s', () => {
    const explicit = { 'enable.idempotency': 'true' }
    const [change] = quiet(resolveProducerConfig(explicit))
    const [way] = change === undefined ? [] : quietWaysOut('producer', change, explicit)
    expect(way && takeWayOut(explicit, way)).toEqual({ 'enable.idempotence': 'true' })
  })
})

describe('the tables', () => {
  it.each(Object.entries({ producerTable, topicTable, brokerTable, consumerTable }))(
    '%s holds defaults that it takes itself',
    (name, table) => {
      const texts = Object.fromEntries(
        Object.entries(table)
          .filter(([, setting]) => setting.default !== null && setting.default !== 2 ** 63)
          .map(([key, setting]) => [key, String(setting.default)]),
      )
      const { 'transaction.timeout.ms': _timeout, 'group.protocol': _protocol, ...rest } = texts
      const resolve = {
        producerTable: resolveProducerConfig,
        topicTable: resolveTopicConfig,
        brokerTable: resolveBrokerConfig,
      }
      const resolved =
        name === 'consumerTable'
          ? resolveConsumerConfig({ ...rest, 'group.id': 'g' })
          : resolve[name as 'topicTable'](rest)
      expect(resolved.outcome).toBe('ok')
    },
  )
})
