import { isLeftOutOfProducer } from './leftOut.ts'
import { parseTable } from './parse.ts'
import type { Refusal, Resolved, WayOut, WayOutId } from './problem.ts'
import { type ProducerConfig, producerTable } from './producer.ts'
import { checkDeliveryTimeout, checkIdempotence, leastDeliveryTimeout } from './producerChecks.ts'
import { settleBackoffs, unknownKeys } from './quiet.ts'
import { refused, resolveWith, type Settled } from './resolve.ts'
import { type ConfigOf, type Explicit, isSetByHand } from './setting.ts'
import { waysOutOfValue } from './waysOut.ts'

/** What is built from the settings: `ProducerConfig` alone does not look at the delivery time-out (CFG-R06). */
export type Construct = 'ProducerConfig' | 'KafkaProducer'

const parsed = (explicit: Explicit): Settled<ProducerConfig> => {
  const values = parseTable(producerTable, explicit)
  if (!values.ok) return values
  // The table says what each key parses to; TypeScript cannot follow that through a loop over keys.
  const config = values.value as ConfigOf<typeof producerTable>
  const id = config['transactional.id']
  return {
    ok: true,
    config: {
      ...config,
      acks: config.acks === '0' ? 0 : config.acks === '1' ? 1 : -1,
      'client.id': isSetByHand(explicit, 'client.id') ? config['client.id'] : `producer-${id ?? 1}`,
    },
    quiet: unknownKeys(producerTable, isLeftOutOfProducer, explicit),
  }
}

const settle = (explicit: Explicit, construct: Construct): Settled<ProducerConfig> => {
  const values = parsed(explicit)
  if (!values.ok) return values
  const backoffs = settleBackoffs(values.config, explicit)
  const idempotence = checkIdempotence(backoffs.config, explicit)
  if (!idempotence.ok) return refused(idempotence.refusal)
  const delivery: ReturnType<typeof checkDeliveryTimeout> =
    construct === 'KafkaProducer'
      ? checkDeliveryTimeout(idempotence.config, explicit)
      : { ok: true, config: idempotence.config, quiet: [] }
  if (!delivery.ok) return refused(delivery.refusal)
  return {
    ok: true,
    config: delivery.config,
    quiet: [...backoffs.quiet, ...idempotence.quiet, ...delivery.quiet, ...values.quiet],
  }
}

const way = (id: WayOutId, set: Explicit, ...unset: string[]): WayOut => ({ id, set, unset })
const OFF = way('idempotence-off', { 'enable.idempotence': 'false' })
const TO_KAFKA = way('leave-idempotence-to-kafka', {}, 'enable.idempotence')

/** Whatever stands in the way of idempotence, back to Kafka's defaults. */
const againstTransactions = (explicit: Explicit): readonly string[] => {
  const rest = parsed(explicit)
  if (!rest.ok) return []
  const { config } = rest
  return [
    ...(config['enable.idempotence'] ? [] : ['enable.idempotence']),
    ...(config.acks === -1 ? [] : ['acks']),
    ...(config.retries === 0 ? ['retries'] : []),
    ...(config['max.in.flight.requests.per.connection'] > 5 ? ['max.in.flight.requests.per.connection'] : []),
  ]
}

const waysOut = (refusal: Refusal, explicit: Explicit): readonly WayOut[] => {
  switch (refusal.cause) {
    case 'idempotence-needs-acks-all':
      return [way('set-acks-all', { acks: 'all' }), OFF, TO_KAFKA]
    case 'idempotence-needs-retries':
      return [way('retries-to-default', {}, 'retries'), OFF, TO_KAFKA]
    case 'idempotence-needs-max-in-flight-at-most-5':
      return [way('in-flight-to-5', { 'max.in.flight.requests.per.connection': '5' }), OFF]
    case 'transactional-id-without-idempotence':
      return [
        way('all-that-transactions-need', {}, ...againstTransactions(explicit)),
        way('no-transactional-id', {}, 'transactional.id'),
      ]
    case 'transaction-timeout-with-two-phase-commit':
      return [
        way('no-transaction-timeout', {}, 'transaction.timeout.ms'),
        way('no-two-phase-commit', {}, 'transaction.two.phase.commit.enable'),
      ]
    case 'delivery-timeout-below-linger-plus-request-timeout': {
      const rest = parsed(explicit)
      const sum = rest.ok
        ? [way('delivery-timeout-to-sum', { 'delivery.timeout.ms': String(leastDeliveryTimeout(rest.config)) })]
        : []
      return [way('delivery-timeout-to-default', {}, 'delivery.timeout.ms'), ...sum]
    }
    default:
      return waysOutOfValue(producerTable, refusal, explicit)
  }
}

/**
 * What a producer of Kafka 4.3.1 makes of the settings a person wrote: CFG-R01…R06, in Kafka's order of checks.
 * The time that `retry.backoff.ms` and `reconnect.backoff.ms` really start with is given, not what was written
 * (Kafka keeps what was written and takes the smaller of the two when it waits). Left out: SASL, serializers, metrics.
 */
export const resolveProducerConfig = (
  explicit: Explicit,
  construct: Construct = 'KafkaProducer',
): Resolved<ProducerConfig> => resolveWith(explicit, (tried) => settle(tried, construct), waysOut)
