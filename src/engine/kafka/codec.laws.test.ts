import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choices } from '../core/choices.ts'
import { decode, encode } from '../core/codec/world.ts'
import { step } from '../core/step.ts'
import type { CodedPlay } from '../core/system.ts'
import type { Choice } from '../core/trace.ts'
import type { KafkaKinds, World } from './model/kinds.ts'
import { run, worldAt } from './run.ts'
import { anyCase, type Case, laws } from './setups.testing.ts'
import { codedPlay } from './codecOf.ts'

type Kafka = CodedPlay<KafkaKinds>
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (kafka: Kafka, world: World): string => hex(encode(kafka, world))

/** The bytes of the next world, or why there is none. */
const afterwards = (kafka: Kafka, world: World, choice: Choice | undefined): string => {
  try {
    const stepped = choice ? step(kafka, world, choice) : null
    return stepped ? bytesOf(kafka, stepped.world) : 'no step'
  } catch (error) {
    return String(error)
  }
}

const doing = (choice: Choice): string => (choice.do === 'fault' ? choice.fault.kind : choice.do)

/** Three worlds of a run, far from each other. */
const someWorlds = ({ setup, plan }: Case, where: number): readonly World[] => {
  const trace = run(setup, plan)
  const all = trace.steps.length + 1
  return [0, 1, 2].map((i) => worldAt(trace, (where + Math.floor((i * all) / 3)) % all))
}

/** What decides rarely, so that stepping alike would hardly ever miss it; times as ages. */
const marksIn = ({ nodes, now }: World) =>
  Object.values(nodes).flatMap((n) => {
    if (n.kind !== 'producer') return []
    const { batches, sequences, queues, identity, bumpFor, muted } = n.volatile
    const aged = Object.values(batches).map((b) => ({
      ...b,
      createdAt: b.createdAt - now,
      lastAttemptAt: b.lastAttemptAt - now,
      result: b.result?.kind,
    }))
    const numbers = Object.entries(sequences).map(([partition, { lastAckedOffset: _, ...entry }]) => [partition, entry])
    return [{ aged, numbers, queues: Object.entries(queues), identity: { ...identity, notBefore: 0 }, bumpFor, muted }]
  })

describe('the codec', () => {
  test('gives the same bytes for what it gives back', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const kafka = codedPlay(setup)
        const trace = run(setup, plan)
        for (const { world } of trace.snapshots) {
          const bytes = encode(kafka, world)
          expect(hex(encode(kafka, decode(kafka, bytes)))).toBe(hex(bytes))
        }
      }),
      laws,
    )
  })

  test('gives back every number and mark of a producer', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const kafka = codedPlay(of.setup)
        for (const { world } of run(of.setup, of.plan).snapshots) {
          expect(marksIn(decode(kafka, encode(kafka, world)))).toEqual(marksIn(world))
        }
      }),
      laws,
    )
  })

  test('gives back a world that steps alike under every choice', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (of, where) => {
        const kafka = codedPlay(of.setup)
        for (const world of someWorlds(of, where)) {
          const twin = decode(kafka, encode(kafka, world))
          const [here, there] = [choices(kafka, world, 'everything'), choices(kafka, twin, 'everything')]
          expect(there.map(doing)).toEqual(here.map(doing))
          here.forEach((choice, i) => {
            expect(afterwards(kafka, twin, there[i])).toBe(afterwards(kafka, world, choice))
          })
        }
      }),
      laws,
    )
  })

  test('gives back a world that lives as long as the one it was made of', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (of, where) => {
        const kafka = codedPlay(of.setup)
        for (const begun of someWorlds(of, where).slice(0, 1)) {
          let world = begun
          let twin = decode(kafka, encode(kafka, world))
          for (let i = 0; i < 400 && world.agenda.length > 0; i += 1) {
            world = step(kafka, world, { do: 'next' })!.world
            twin = step(kafka, twin, { do: 'next' })!.world
            expect(bytesOf(kafka, twin)).toBe(bytesOf(kafka, world))
          }
        }
      }),
      laws,
    )
  })
})
