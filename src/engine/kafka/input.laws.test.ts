import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fault, Plan } from '../core/plan.ts'
import { labSetup } from './labSetup.ts'
import type { Setup } from './model/setup.ts'
import { parseSetup } from './parseSetup.ts'
import { run } from './run.ts'
import { anySetup, laws } from './setups.testing.ts'

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const problemsOf = (value: unknown) => {
  const parsed = parseSetup(value)
  return parsed.ok ? [] : parsed.problems
}

/** A value of any kind a link could bring, with the words of setups in it now and then. */
const anything = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom<unknown>(-1, 0, 1e9, 'orders', 'broker-1', [], {}, null, undefined, Number.NaN),
)

/** Every path of a value, as keys. */
const pathsOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
    : [path]

const withAt = (value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown => {
  if (key === undefined) return put
  if (Array.isArray(value)) return value.map((inner, i) => (String(i) === key ? withAt(inner, rest, put) : inner))
  const fields = value as Readonly<Record<string, unknown>>
  return { ...fields, [key]: withAt(fields[key], rest, put) }
}

const garbledFault: fc.Arbitrary<unknown> = fc.oneof(
  anything,
  fc.record(
    {
      kind: fc.oneof(anything, fc.constantFrom('silent', 'break', 'crash', 'late', 'refuse')),
      aim: anything,
      node: anything,
      down: anything,
      by: anything,
      error: anything,
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constantFrom('silent', 'break', 'crash', 'late', 'refuse'),
    aim: fc.oneof(fc.record({ before: anything }), fc.record({ at: anything })),
    node: fc.constantFrom('producer-1', 'broker-1', '__proto__'),
    down: anything,
    by: anything,
  }),
)

describe('a setup that came from outside', () => {
  test('is taken as it is when nothing is wrong with it', () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(parseSetup(copied(setup))).toEqual({ ok: true, setup })
      }),
      laws,
    )
  })

  test('never throws, and what is taken can be run', () => {
    fc.assert(
      fc.property(anySetup, fc.nat(), anything, (setup, where, put) => {
        const paths = pathsOf(setup)
        const parsed = parseSetup(withAt(setup, paths[where % paths.length] ?? [], put))
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0)
        else
          expect(
            run({ ...parsed.setup, horizon: Math.min(parsed.setup.horizon, 1_000) }, []).problems.filter(
              (p) => p.problem === 'engine-error',
            ),
          ).toEqual([])
      }),
      laws,
    )
  })

  test('that is nothing like one never throws', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(parseSetup(value).ok).toBe(false)
      }),
      laws,
    )
  })

  const lab: Setup = labSetup({ reader: 'card' })
  const broken: readonly [string, unknown, unknown][] = [
    ['says which field is missing', { ...lab, seed: undefined }, { path: 'seed', why: 'missing' }],
    ['says which field no setup has', { ...lab, colour: 'red' }, { path: 'colour', why: 'unknown' }],
    [
      'says what type a field has',
      { ...lab, jitter: 'no' },
      { path: 'jitter', why: 'wrong-type', wanted: 'yes-or-no' },
    ],
    [
      'says the bounds of a number',
      { ...lab, horizon: 86_400_001 },
      { path: 'horizon', why: 'out-of-range', min: 1, max: 86_400_000 },
    ],
    [
      'takes whole numbers only',
      withAt(lab, ['links', 'outside'], 1.5),
      { path: 'links.outside', why: 'out-of-range', min: 0, max: 60_000 },
    ],
    [
      'has at most ten thousand records',
      withAt(lab, ['workload', 'records'], 10_001),
      { path: 'workload.records', why: 'out-of-range', min: 0, max: 10_000 },
    ],
    [
      'has one to three brokers',
      withAt(lab, ['cluster', 'brokers'], 4),
      { path: 'cluster.brokers', why: 'out-of-range', min: 1, max: 3 },
    ],
    [
      'places replicas on brokers there are',
      withAt(lab, ['cluster', 'brokers'], 2),
      { path: 'cluster.topics.orders.replicas.0.2', why: 'nobody', what: 'broker' },
    ],
    [
      'places replicas on different brokers',
      withAt(lab, ['cluster', 'topics', 'orders', 'replicas', '0'], [1, 1]),
      { path: 'cluster.topics.orders.replicas.0.1', why: 'twice' },
    ],
    [
      'has somebody to lead each partition',
      withAt(withAt(lab, ['cluster', 'topics', 'orders', 'replicas', '0'], [1]), ['cluster', 'isrAtStart'], [2]),
      { path: 'cluster.topics.orders.replicas.0', why: 'no-leader' },
    ],
    [
      'sends to a topic there is',
      withAt(lab, ['workload', 'topic'], 'parcels'),
      { path: 'workload.topic', why: 'nobody', what: 'topic' },
    ],
    [
      'names what can be chosen',
      withAt(lab, ['clients', 'producer-1', 'onFailure'], 'shrug'),
      { path: 'clients.producer-1.onFailure', why: 'not-a-choice', choices: ['give-up', 'send-again'] },
    ],
    [
      'has settings as text',
      withAt(lab, ['clients', 'producer-1', 'config'], { acks: 1 }),
      { path: 'clients.producer-1.config.acks', why: 'wrong-type', wanted: 'text' },
    ],
    [
      'gives every node a name of its own',
      withAt(lab, ['clients', 'producer-1', 'application'], 'consumer-1'),
      { path: 'clients.consumer-1', why: 'twice' },
    ],
    [
      'keeps the names of brokers for brokers',
      withAt(lab, ['clients', 'broker-2'], lab.clients['consumer-1']),
      { path: 'clients.broker-2', why: 'bad-name' },
    ],
    [
      'has names that can stand in names',
      withAt(lab, ['clients', 'a>b'], lab.clients['consumer-1']),
      { path: 'clients.a>b', why: 'bad-name' },
    ],
    [
      'has acts of a producer there is',
      withAt(
        lab,
        ['workload', 'script'],
        [{ by: 'consumer-1', at: 1, record: 'A', send: 1, topic: 'orders', partition: 0, valueBytes: 1 }],
      ),
      { path: 'workload.script.0.by', why: 'nobody', what: 'producer' },
    ],
  ]
  test.each(broken)('%s', (_what, value, problem) => {
    expect(problemsOf(value)).toContainEqual(problem)
  })
})

describe('a plan that came from outside', () => {
  test('never throws, and every fault of it struck or is told with a reason', () => {
    fc.assert(
      fc.property(anySetup, fc.array(garbledFault, { maxLength: 4 }), (setup, garbage) => {
        const plan = garbage as Plan
        const trace = run(setup, plan)
        const struck = trace.steps.filter((s) => s.choice.do === 'fault').length
        expect(struck + trace.unused.length).toBe(plan.length)
        expect(trace.problems.filter((p) => p.problem === 'engine-error')).toEqual([])
      }),
      laws,
    )
  })

  test('says of an unknown kind that it is unknown, of a bad part that it is malformed', () => {
    const reasonsOf = (fault: unknown) =>
      run(labSetup(), [fault as Fault]).problems.flatMap((p) => (p.problem === 'fault-unused' ? [p.reason] : []))
    expect(reasonsOf({ kind: 'flood', aim: { before: 'x' } })).toEqual(['unknown-kind'])
    expect(reasonsOf({ kind: 'silent', aim: { at: 4 } })).toEqual(['malformed'])
    expect(reasonsOf({ kind: 'crash', aim: { at: 4 }, node: 'producer-1', down: 0.5 })).toEqual(['malformed'])
    expect(reasonsOf({ kind: 'crash', aim: { at: 4 }, node: 'producer-1', down: 1_000 })).toEqual([])
  })
})
