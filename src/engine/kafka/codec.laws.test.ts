import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choices } from '../core/choices.ts'
import { decode, encode } from '../core/codec/world.ts'
import { step } from '../core/step.ts'
import type { Play } from '../core/system.ts'
import type { Choice } from '../core/trace.ts'
import type { KafkaKinds, World } from './model/kinds.ts'
import { run, worldAt } from './run.ts'
import { anyCase, type Case, laws } from './setups.testing.ts'
import { play } from './system.ts'

type Kafka = Play<KafkaKinds>
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

const someWorld = ({ setup, plan }: Case, where: number): World => {
  const trace = run(setup, plan)
  return worldAt(trace, where % (trace.steps.length + 1))
}

describe('the codec', () => {
  test('gives the same bytes for what it gives back', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const kafka = play(setup)
        const trace = run(setup, plan)
        for (const { world } of trace.snapshots) {
          const bytes = encode(kafka, world)
          expect(hex(encode(kafka, decode(kafka, bytes)))).toBe(hex(bytes))
        }
      }),
      laws,
    )
  })

  test('gives back a world that steps alike under every choice', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (of, where) => {
        const kafka = play(of.setup)
        const world = someWorld(of, where)
        const twin = decode(kafka, encode(kafka, world))
        const [here, there] = [choices(kafka, world, 'everything'), choices(kafka, twin, 'everything')]
        expect(there.map(doing)).toEqual(here.map(doing))
        here.forEach((choice, i) => {
          expect(afterwards(kafka, twin, there[i])).toBe(afterwards(kafka, world, choice))
        })
      }),
      laws,
    )
  })

  test('gives back a world that lives as long as the one it was made of', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (of, where) => {
        const kafka = play(of.setup)
        let world = someWorld(of, where)
        let twin = decode(kafka, encode(kafka, world))
        for (let i = 0; i < 400 && world.agenda.length > 0; i += 1) {
          world = step(kafka, world, { do: 'next' })!.world
          twin = step(kafka, twin, { do: 'next' })!.world
          expect(bytesOf(kafka, twin)).toBe(bytesOf(kafka, world))
        }
      }),
      laws,
    )
  })
})
