/** `x=1.<payload>`: setups and plans that the readable keys cannot say. base64url of JSON, bounded, checked in full. */
import * as v from 'valibot'
import { type Fault, LONGEST_RUN, LONGEST_WINDOW, type PendingName, parseSetup, type Setup } from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { MOST_FAULTS } from './linkFaults.ts'
import { upgrade, VERSION } from './linkUpgrades.ts'
import { effects } from './readerEdits.ts'

export interface Payload {
  readonly setup?: Setup
  readonly plan?: readonly Fault[]
}

/** Characters of the payload. */
export const LONGEST_PAYLOAD = 32_768

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
const config = v.record(text(100), v.pipe(v.string(), v.maxLength(200)))
const effect = v.nullable(v.picklist(effects))
const protection = v.variant('kind', [
  v.strictObject({ kind: v.literal('dedup'), windowMs: whole(0, LONGEST_WINDOW) }),
  v.strictObject({ kind: v.picklist(['upsert', 'conditional']) }),
])
const broker = whole(1, 3)

const cluster = v.strictObject({
  brokers: broker,
  topics: v.record(
    text(100),
    v.strictObject({
      replicas: v.pipe(v.array(v.pipe(v.array(broker), v.minLength(1))), v.minLength(1), v.maxLength(3)),
      config,
    }),
  ),
  config,
  isrAtStart: v.exactOptional(v.pipe(v.array(broker), v.minLength(1))),
  eligibleLeaderReplicas: v.exactOptional(v.boolean()),
})

const client = v.variant('kind', [
  v.strictObject({
    kind: v.literal('producer'),
    config,
    application: text(60),
    onFailure: v.picklist(['give-up', 'send-again']),
  }),
  v.strictObject({
    kind: v.literal('consumer'),
    config,
    effect,
    commit: v.exactOptional(v.picklist(['before', 'after'])),
    protection: v.exactOptional(protection),
  }),
])

const act = v.strictObject({
  by: text(60),
  at: whole(0, LONGEST_RUN),
  record: v.pipe(v.string(), v.regex(/^[A-Z]{1,3}$/)),
  send: whole(1, 100),
  topic: text(100),
  partition: whole(0, 2),
  valueBytes: whole(0, 10_000_000),
})

const workload = v.strictObject({
  records: whole(1, 50),
  startMs: whole(0, 600_000),
  everyMs: whole(0, 600_000),
  awaitEach: v.boolean(),
  topic: text(100),
  partitioner: v.picklist(['round-robin', 'by-key']),
  keys: whole(1, 50),
  valueBytes: whole(0, 10_000_000),
  script: v.exactOptional(v.pipe(v.array(act), v.maxLength(200))),
})

const millis = whole(0, 60_000)
const setup = v.pipe(
  v.strictObject({
    cluster,
    clients: v.record(text(60), client),
    workload,
    links: v.strictObject({ clientBroker: millis, brokerBroker: millis, outside: millis, processing: millis }),
    seed: whole(0, 2_147_483_647),
    jitter: v.boolean(),
    horizon: whole(1, LONGEST_RUN),
  }),
  // Bounded as the Lab can show it; whether its parts fit each other the engine says.
  v.check((shown) => parseSetup(shown).ok),
)

const name = v.pipe(
  text(200),
  v.transform((one) => one as PendingName),
)
const fault = v.objectWithRest(
  {
    kind: text(60),
    aim: v.union([v.strictObject({ before: name }), v.strictObject({ at: whole(0, LONGEST_RUN) })]),
    node: v.exactOptional(text(60)),
  },
  v.union([v.string(), v.number(), v.boolean(), v.null()]),
)

const payload = v.strictObject({
  setup: v.exactOptional(setup),
  plan: v.exactOptional(v.pipe(v.array(fault), v.maxLength(MOST_FAULTS))),
})

const toBase64Url = (json: string): string => {
  const bytes = new TextEncoder().encode(json)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

const fromBase64Url = (encoded: string): string => {
  const binary = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'))
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)))
}

/** null: it would be longer than a link may be. */
export const writePayload = (content: Payload): string | null => {
  const written = `${VERSION}.${toBase64Url(JSON.stringify(content))}`
  return written.length > LONGEST_PAYLOAD ? null : written
}

export const readPayload = (written: string): Payload | DropReason => {
  if (written.length > LONGEST_PAYLOAD) return 'payload-too-long'
  const found = /^(\d{1,4})\.([\w-]*)$/.exec(written)
  if (found === null) return 'bad-payload'
  try {
    const current = upgrade(JSON.parse(fromBase64Url(found[2] ?? '')), Number(found[1]))
    if (current === undefined) return 'unknown-version'
    const checked = v.safeParse(payload, current)
    return checked.success ? checked.output : 'bad-payload'
  } catch {
    return 'bad-payload'
  }
}
