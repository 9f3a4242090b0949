import { dictionary } from '../core/codec/dictionary.ts'
import type { CodedPlay, SystemCodec } from '../core/system.ts'
import { body, nodeCodec, timer, wordsOf } from './codec/index.ts'
import type { KafkaKinds } from './model/kinds.ts'
import type { Setup } from './model/setup.ts'
import { timerKey } from './model/timer.ts'
import { play } from './system.ts'
import { resolvedOf } from './model/resolved.ts'

/** It is asked for every world. No state: the same setup always has the same codec. */
const known = new WeakMap<Setup, SystemCodec<KafkaKinds>>()

const codecOf = (setup: Setup): SystemCodec<KafkaKinds> => {
  const before = known.get(setup)
  if (before) return before
  const made = makeCodec(setup)
  known.set(setup, made)
  return made
}

const makeCodec = (setup: Setup): SystemCodec<KafkaKinds> => {
  const { producers, broker } = resolvedOf(setup)
  const retryBackoff = Math.max(0, ...Object.values(producers).map((p) => p['retry.backoff.ms']))
  return {
    node: nodeCodec(retryBackoff, broker?.['replica.fetch.wait.max.ms'] ?? 0),
    body,
    timer,
    timerKey,
    dictionary: dictionary(wordsOf(setup)),
    // Sessions, ISR checks and checkpoints fall on multiples of their periods, jitter is drawn from the time a batch was
    // made at, and a script has times of its own.
    readsClock: true,
  }
}

/** A setup's play with its codec. */
export const codedPlay = (setup: Setup): CodedPlay<KafkaKinds> => ({ ...play(setup), codec: codecOf(setup) })
