import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ConfigProblem, type Construct, resolveProducerConfig, takeWayOut } from './index.ts'

interface Case {
  readonly id: string
  readonly given: { readonly explicit: Record<string, string | number | boolean> }
  readonly when: { readonly construct: Construct }
  readonly then: {
    readonly outcome: 'ok' | 'error'
    readonly effective?: Record<string, unknown>
    readonly error?: string
    readonly cause?: string
  }
}

const cases = JSON.parse(
  readFileSync(new URL('../../../conformance/data/cases/producer-config.json', import.meta.url), 'utf8'),
) as Case[]

const texts = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))

const problemOf = (explicit: Record<string, string>): ConfigProblem => {
  const resolved = resolveProducerConfig(explicit)
  if (resolved.outcome === 'ok') throw new Error('expected a refusal')
  return resolved.problem
}
const effectiveOf = (explicit: Record<string, string>) => {
  const resolved = resolveProducerConfig(explicit)
  if (resolved.outcome === 'error') throw new Error(resolved.problem.text)
  return resolved.effective
}
const quietOf = (explicit: Record<string, string>) => {
  const resolved = resolveProducerConfig(explicit)
  return resolved.outcome === 'ok' ? resolved.quiet : []
}

describe("Kafka's own facts about producer settings", () => {
  it.each(cases)('$id', ({ given, when, then }) => {
    const resolved = resolveProducerConfig(texts(given.explicit), when.construct)
    if (resolved.outcome === 'ok') {
      expect(then.outcome).toBe('ok')
      expect(texts({ ...resolved.effective })).toMatchObject(texts(then.effective ?? {}))
    } else {
      const { exception, cause } = resolved.problem
      expect({ outcome: 'error', error: exception, cause }).toEqual(then)
    }
  })
})

describe('refusals in Kafka’s words', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'idempotence set by hand needs acks=all',
      { 'enable.idempotence': 'true', acks: '1' },
      'Must set acks to all in order to use the idempotent producer. Otherwise we cannot guarantee idempotence.',
    ],
    [
      'of two conflicts retries is named first',
      { 'enable.idempotence': 'true', acks: '1', retries: '0' },
      'Must set retries to non-zero when using the idempotent producer.',
    ],
    [
      'six in flight are refused although acks=1 is about to switch idempotence off',
      { acks: '1', 'max.in.flight.requests.per.connection': '6' },
      'To use the idempotent producer, max.in.flight.requests.per.connection must be set to at most 5. Current value is 6.',
    ],
    [
      'a transactional id needs idempotence',
      { 'transactional.id': 't', retries: '0' },
      'Cannot set a transactional.id without also enabling idempotence.',
    ],
    [
      'two-phase commit knows no transaction time-out',
      { 'transactional.id': 't', 'transaction.two.phase.commit.enable': 'true', 'transaction.timeout.ms': '60000' },
      'Cannot set transaction.timeout.ms when transaction.two.phase.commit.enable is set to true. Transactions will not expire with two-phase commit enabled.',
    ],
    [
      'a delivery time-out of 30 s alone is too small by linger.ms',
      { 'delivery.timeout.ms': '30000' },
      'delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms',
    ],
    [
      'acks is exact and lower case',
      { acks: 'ALL' },
      'Invalid value ALL for configuration acks: String must be one of: all, -1, 0, 1',
    ],
    [
      'a boolean is true or false',
      { 'enable.idempotence': 'yes' },
      'Invalid value yes for configuration enable.idempotence: Expected value to be either true or false',
    ],
    ['a number has no unit', { retries: '5s' }, 'Invalid value 5s for configuration retries: Not a number of type INT'],
    [
      'an int ends at 2^31 - 1',
      { retries: '2147483648' },
      'Invalid value 2147483648 for configuration retries: Not a number of type INT',
    ],
    [
      'a long is a long',
      { 'linger.ms': '3.0' },
      'Invalid value 3.0 for configuration linger.ms: Not a number of type LONG',
    ],
    [
      'a negative number is out of range',
      { retries: '-1' },
      'Invalid value -1 for configuration retries: Value must be at least 0',
    ],
    [
      'an empty transactional id is no id',
      { 'transactional.id': '' },
      'Invalid value  for configuration transactional.id: String must be non-empty',
    ],
    [
      'a partitioner that Kafka 4 has dropped cannot be found',
      { 'partitioner.class': 'org.apache.kafka.clients.producer.internals.DefaultPartitioner' },
      'Invalid value org.apache.kafka.clients.producer.internals.DefaultPartitioner for configuration partitioner.class: Class org.apache.kafka.clients.producer.internals.DefaultPartitioner could not be found.',
    ],
  ])('%s', (_name, explicit, text) => {
    expect(problemOf(explicit).text).toBe(text)
  })

  it('wraps only what the constructor of KafkaProducer finds', () => {
    expect(problemOf({ 'delivery.timeout.ms': '30000' }).wrappedIn).toEqual({
      exception: 'KafkaException',
      text: 'Failed to construct kafka producer',
    })
    expect(problemOf({ acks: '2' }).wrappedIn).toBeUndefined()
    expect(resolveProducerConfig({ 'delivery.timeout.ms': '30000' }, 'ProducerConfig').outcome).toBe('ok')
  })
})

describe('ways out', () => {
  const refusedSettings: Record<string, string>[] = [
    { 'enable.idempotence': 'true', acks: '1' },
    { 'enable.idempotence': 'true', retries: '0' },
    { 'max.in.flight.requests.per.connection': '6' },
    { 'max.in.flight.requests.per.connection': '6', 'transactional.id': 't' },
    { 'transactional.id': 't', acks: '0', 'enable.idempotence': 'false', 'max.in.flight.requests.per.connection': '9' },
    { 'delivery.timeout.ms': '30000' },
    { 'delivery.timeout.ms': '1', 'request.timeout.ms': '200000' },
    { acks: '"all"' },
    { retries: '-7' },
    { 'enable.idempotence': 'yes' },
    { 'transactional.id': '' },
  ]
  it.each(refusedSettings)('each of them leads out of %j', (explicit) => {
    const { waysOut } = problemOf(explicit)
    expect(waysOut.length).toBeGreaterThan(0)
    for (const way of waysOut) expect(resolveProducerConfig(takeWayOut(explicit, way)).outcome).toBe('ok')
  })

  it('does not offer to switch idempotence off where a transactional id needs it', () => {
    const explicit = { 'max.in.flight.requests.per.connection': '6', 'transactional.id': 't' }
    expect(problemOf(explicit).waysOut.map(({ id }) => id)).toEqual(['in-flight-to-5'])
  })
})

describe('what takes effect', () => {
  it("is Kafka's default where nothing is set by hand", () => {
    expect(effectiveOf({})).toMatchObject({
      acks: -1,
      'enable.idempotence': true,
      retries: 2147483647,
      'max.in.flight.requests.per.connection': 5,
      'delivery.timeout.ms': 120000,
      'request.timeout.ms': 30000,
      'linger.ms': 5,
      'batch.size': 16384,
      'transactional.id': null,
    })
    expect(quietOf({})).toEqual([])
  })

  it('says that acks=1 has switched idempotence off', () => {
    expect(effectiveOf({ acks: '1' })['enable.idempotence']).toBe(false)
    expect(quietOf({ acks: '1' })).toMatchObject([
      { change: 'idempotence-off', because: [{ key: 'acks', value: '1' }], log: { level: 'INFO' } },
    ])
    expect(quietOf({ acks: '1' })[0]?.log?.text).toBe(
      "Idempotence will be disabled because acks is set to 1, not set to 'all'.",
    )
  })

  it('raises a defaulted delivery time-out to linger plus request time-out', () => {
    expect(effectiveOf({ 'request.timeout.ms': '130000' })['delivery.timeout.ms']).toBe(130005)
    expect(quietOf({ 'request.timeout.ms': '130000' })[0]?.log?.text).toMatch(/Setting it to 130005\.$/)
  })

  it('caps a retry back-off at its maximum, and holds a reconnect back-off that is set alone constant', () => {
    expect(effectiveOf({ 'retry.backoff.ms': '2000' })['retry.backoff.ms']).toBe(1000)
    expect(effectiveOf({ 'reconnect.backoff.ms': '2000' })).toMatchObject({
      'reconnect.backoff.ms': 2000,
      'reconnect.backoff.max.ms': 2000,
    })
  })

  it('takes spaces around a value, and a plus sign before a number', () => {
    expect(effectiveOf({ acks: ' all ', retries: ' +3 ', 'enable.idempotence': 'TRUE' })).toMatchObject({
      acks: -1,
      retries: 3,
    })
  })

  it('ignores a key it does not know and says so, but not one the model leaves out', () => {
    const quiet = quietOf({ 'enable.idempotency': 'true', 'ssl.protocol': 'TLS', 'bootstrap.servers': 'b:9092' })
    expect(quiet).toMatchObject([{ change: 'unknown-key', key: 'enable.idempotency' }])
    expect(quiet[0]?.log?.text).toBe("These configurations '[enable.idempotency]' were supplied but are not used yet.")
    expect(quietOf({ constructor: 'x', __proto__: 'y' })).toHaveLength(1)
  })
})
