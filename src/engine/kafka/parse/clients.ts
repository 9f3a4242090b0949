import { LONGEST_RUN, LONGEST_WINDOW } from '../model/limits.ts'
import type { Protection } from '../model/protection.ts'
import type { ClientSetup, ExplicitConfig } from '../model/setup.ts'
import { type Check, choice, fields, name, optional, report, tableOf, text, whole } from './check.ts'

/** Names stand inside the names of pendings, where `>`, `#`, brackets and blanks mean something. */
export const nodeName = name(/^[A-Za-z][\w.-]{0,63}$/)

/** What Kafka makes of the values is Kafka's affair: see `resolvedOf`. */
export const config: Check<ExplicitConfig> = tableOf(name(/^[\w.-]{1,100}$/), text(1_000), 0, 100)

type Of<K extends ClientSetup['kind']> = Extract<ClientSetup, { kind: K }>
const producer = fields<Of<'producer'>>({
  kind: choice('producer'),
  config,
  application: nodeName,
  onFailure: choice('give-up', 'send-again'),
  startsAt: optional(whole(0, LONGEST_RUN)),
})
const effect = choice('card', 'e-mail', 'row', 'counter', 'frame', 'typing', null)
const protection: Check<Protection> = (value, path, found) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  if (kind === 'dedup') return dedup(value, path, found)
  if (kind === 'upsert') return upsert(value, path, found)
  if (kind === 'conditional') return conditional(value, path, found)
  return report(found, `${path}.kind`, { why: 'not-a-choice', choices: ['dedup', 'upsert', 'conditional'] })
}
const dedup = fields<Extract<Protection, { kind: 'dedup' }>>({ kind: choice('dedup'), windowMs: whole(0, LONGEST_WINDOW) })
const upsert = fields<Extract<Protection, { kind: 'upsert' }>>({ kind: choice('upsert') })
const conditional = fields<Extract<Protection, { kind: 'conditional' }>>({ kind: choice('conditional') })
const consumer = fields<Of<'consumer'>>({
  kind: choice('consumer'),
  config,
  effect,
  startsAt: optional(whole(0, LONGEST_RUN)),
  commit: optional(choice('before', 'after')),
  protection: optional(protection),
})

export const client: Check<ClientSetup> = (value, path, found) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  if (kind === 'producer') return producer(value, path, found)
  if (kind === 'consumer') return consumer(value, path, found)
  return report(found, `${path}.kind`, { why: 'not-a-choice', choices: ['producer', 'consumer'] })
}
