import type { ProblemCause, QuietChange, Refusal } from './problem.ts'
import type { ProducerConfig } from './producer.ts'
import { type Explicit, isSetByHand } from './setting.ts'

const refusal = (cause: ProblemCause, keys: readonly string[], text: string): Refusal => ({
  exception: 'ConfigException',
  text,
  cause,
  keys,
})

export type Checked =
  | { readonly ok: true; readonly config: ProducerConfig; readonly quiet: readonly QuietChange[] }
  | { readonly ok: false; readonly refusal: Refusal }

const switchedOff = (key: string, value: string, log: string): QuietChange => ({
  change: 'idempotence-off',
  key: 'enable.idempotence',
  from: 'true',
  to: 'false',
  because: [{ key, value }],
  log: { level: 'INFO', text: `Idempotence will be disabled because ${log}.` },
})

/** CFG-R02, R03: what cannot go with idempotence. Set by hand it is refused, defaulted it is switched off. */
const againstIdempotence = (config: ProducerConfig): readonly { refusal: Refusal; quiet: QuietChange }[] => {
  const { acks, retries } = config
  const noRetries = {
    refusal: refusal(
      'idempotence-needs-retries',
      ['retries', 'enable.idempotence'],
      'Must set retries to non-zero when using the idempotent producer.',
    ),
    quiet: switchedOff('retries', '0', 'retries is set to 0'),
  }
  const notAll = {
    refusal: refusal(
      'idempotence-needs-acks-all',
      ['acks', 'enable.idempotence'],
      'Must set acks to all in order to use the idempotent producer. Otherwise we cannot guarantee idempotence.',
    ),
    quiet: switchedOff('acks', String(acks), `acks is set to ${acks}, not set to 'all'`),
  }
  return [...(retries === 0 ? [noRetries] : []), ...(acks === -1 ? [] : [notAll])]
}

/**
 * CFG-R02…R05 in Kafka's order: retries, acks, in flight (which never downgrades, and is looked at although acks or
 * retries are about to switch idempotence off), then the transactional id, then two-phase commit.
 */
export const checkIdempotence = (config: ProducerConfig, explicit: Explicit): Checked => {
  const conflicts = config['enable.idempotence'] ? againstIdempotence(config) : []
  const first = conflicts[0]
  if (first !== undefined && isSetByHand(explicit, 'enable.idempotence')) return { ok: false, refusal: first.refusal }
  const inFlight = config['max.in.flight.requests.per.connection']
  if (config['enable.idempotence'] && inFlight > 5)
    return {
      ok: false,
      refusal: refusal(
        'idempotence-needs-max-in-flight-at-most-5',
        ['max.in.flight.requests.per.connection', 'enable.idempotence'],
        `To use the idempotent producer, max.in.flight.requests.per.connection must be set to at most 5. Current value is ${inFlight}.`,
      ),
    }
  const idempotent = config['enable.idempotence'] && first === undefined
  if (!idempotent && isSetByHand(explicit, 'transactional.id'))
    return {
      ok: false,
      refusal: refusal(
        'transactional-id-without-idempotence',
        [
          'transactional.id',
          'enable.idempotence',
          ...conflicts.flatMap(({ quiet }) => quiet.because.map(({ key }) => key)),
        ],
        'Cannot set a transactional.id without also enabling idempotence.',
      ),
    }
  if (config['transaction.two.phase.commit.enable'] && isSetByHand(explicit, 'transaction.timeout.ms'))
    return {
      ok: false,
      refusal: refusal(
        'transaction-timeout-with-two-phase-commit',
        ['transaction.timeout.ms', 'transaction.two.phase.commit.enable'],
        'Cannot set transaction.timeout.ms when transaction.two.phase.commit.enable is set to true. Transactions will not expire with two-phase commit enabled.',
      ),
    }
  return {
    ok: true,
    config: { ...config, 'enable.idempotence': idempotent },
    quiet: conflicts.map(({ quiet }) => quiet),
  }
}

const MAX_INT = 2147483647
const DELIVERY = 'delivery.timeout.ms'
const TOO_SMALL = `${DELIVERY} should be equal to or larger than linger.ms + request.timeout.ms`

/** `linger.ms` + `request.timeout.ms`, in Kafka's 32 bits. */
export const leastDeliveryTimeout = (config: ProducerConfig): number =>
  Math.min(Math.min(config['linger.ms'], MAX_INT) + config['request.timeout.ms'], MAX_INT)

/** CFG-R06, a check of the `KafkaProducer` constructor, after all others. */
export const checkDeliveryTimeout = (config: ProducerConfig, explicit: Explicit): Checked => {
  const least = leastDeliveryTimeout(config)
  if (config[DELIVERY] >= least) return { ok: true, config, quiet: [] }
  if (isSetByHand(explicit, DELIVERY))
    return {
      ok: false,
      refusal: {
        ...refusal(
          'delivery-timeout-below-linger-plus-request-timeout',
          [DELIVERY, 'linger.ms', 'request.timeout.ms'],
          TOO_SMALL,
        ),
        wrappedIn: { exception: 'KafkaException', text: 'Failed to construct kafka producer' },
      },
    }
  const raised: QuietChange = {
    change: 'delivery-timeout-raised',
    key: DELIVERY,
    from: String(config[DELIVERY]),
    to: String(least),
    because: (['linger.ms', 'request.timeout.ms'] as const)
      .filter((key) => isSetByHand(explicit, key))
      .map((key) => ({ key, value: String(config[key]) })),
    log: { level: 'WARN', text: `${TOO_SMALL}. Setting it to ${least}.` },
  }
  return { ok: true, config: { ...config, [DELIVERY]: least }, quiet: [raised] }
}
