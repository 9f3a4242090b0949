import { resolveProducerConfig } from '../../../engine/index.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { fieldsOf, objectAt, oneOf } from '../fields.ts'
import type { Compared } from '../verdict.ts'

/** `resolveProducerConfig(explicit)` (model.md section 11). */
export const producerConfig = ({ given, when, then }: Case): Compared => {
  const [from, asked] = [fieldsOf(given, 'given'), fieldsOf(when, 'when')]
  const explicit = Object.fromEntries(Object.entries(from.need('explicit', objectAt)).map(([key, value]) => [key, String(value)]))
  const construct = asked.need('construct', oneOf('ProducerConfig', 'KafkaProducer'))
  from.nothingElse()
  asked.nothingElse()
  const resolved = resolveProducerConfig(explicit, construct)
  if (resolved.outcome === 'error') return compare(then, { outcome: 'error', error: resolved.problem.exception, cause: resolved.problem.cause }, 'then')
  // Kafka keeps `acks` as a text; the engine puts a number on the wire.
  return compare(then, { outcome: 'ok', effective: { ...resolved.effective, acks: String(resolved.effective.acks) } }, 'then')
}
