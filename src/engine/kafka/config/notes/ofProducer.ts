import type { Looked, SettingNote } from './note.ts'

const owner = 'producer'

/** In flight and retries: what `acks`, idempotence and the application leave of them (ACK-01, ACK-02, SEQ-06). */
const aboutTries = ({ producer, awaitEach }: Looked): readonly SettingNote[] => {
  const inFlight = 'max.in.flight.requests.per.connection'
  const value = producer[inFlight]
  if (producer.acks === 0)
    return [
      { note: 'no-answer-to-wait-for', owner, key: inFlight },
      { note: 'no-answer-to-wait-for', owner, key: 'request.timeout.ms' },
      { note: 'only-what-never-left', owner, key: 'retries' },
    ]
  if (awaitEach) return [{ note: 'waits-for-each-answer', owner, key: inFlight }]
  if (producer['enable.idempotence']) return value === 1 ? [{ note: 'order-is-kept-anyway', owner, key: inFlight }] : []
  return value > 1 && producer.retries > 0 ? [{ note: 'retries-may-reorder', owner, key: inFlight, value }] : []
}

const aboutWaits = ({ producer, bytesOfOne }: Looked): readonly SettingNote[] => {
  const size = producer['batch.size']
  const once = producer.acks === 0 || producer.retries === 0
  return [
    ...(size <= bytesOfOne ? [{ note: 'full-at-once', owner, key: 'linger.ms', size } as const] : []),
    ...(once ? [{ note: 'nothing-is-sent-again', owner, key: 'retry.backoff.ms' } as const] : []),
    ...(once ? [{ note: 'nothing-is-sent-again', owner, key: 'retry.backoff.max.ms' } as const] : []),
  ]
}

const aboutTransactions = ({ producer }: Looked): readonly SettingNote[] => [
  ...(producer['transactional.id'] === null
    ? [{ note: 'needs-a-transactional-id', owner, key: 'transaction.timeout.ms' } as const]
    : []),
  { note: 'two-phase-commit-does-nothing', owner, key: 'transaction.two.phase.commit.enable' },
]

export const notesOfProducer = (looked: Looked): readonly SettingNote[] => [
  ...aboutTries(looked),
  ...aboutWaits(looked),
  ...aboutTransactions(looked),
]
