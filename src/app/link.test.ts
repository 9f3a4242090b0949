import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fault, faultRegistry, labSetup, type PendingName, type Protection, type Setup } from '../engine/index.ts'
import { storyNamed, toldStories } from '../stories/index.ts'
import { sayDropped, sayLeftOut } from '../words/index.ts'
import { type LinkState, readLink, writeLink, writtenLink } from './link.ts'
import { LONGEST_PAYLOAD, readPayload, writePayload } from './linkPayload.ts'
import { missingSteps, upgrade } from './linkUpgrades.ts'
import { bringStories } from './storyShelf.ts'

await bringStories()

const fresh: LinkState = {
  setup: labSetup(),
  plan: [],
  story: null,
  cursor: { at: 0, tie: 0 },
  view: { pxPerMs: 'fit', openFolds: [], future: 'faint' },
}
const name = (text: string) => text as PendingName
/** What is left of a link after it was in an address bar. */
const throughUrl = (hash: string): string => new URL(`https://lab.example/${hash}`).hash

// ── made up ────────────────────────────────────────────────────────────────────────────────────────────────────────

const int = (min: number, max: number) => fc.integer({ min, max })
const key = fc.constantFrom(
  'acks',
  'retries',
  'linger.ms',
  'batch.size',
  'enable.idempotence',
  'no.such.key',
  'client.id',
)
const config = fc.dictionary(
  key,
  fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('all', '0', '~', 'a_b', ' x ')),
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
)
const topicConfig = fc.dictionary(
  fc.constantFrom('min.insync.replicas', 'retention.ms', 'acks'),
  fc.string({ maxLength: 9 }),
  {
    maxKeys: 3,
    noNullPrototype: true,
  },
)

const setups: fc.Arbitrary<Setup> = fc
  .record({
    producer: config,
    topic: topicConfig,
    broker: config,
    lab: fc.record({
      brokers: int(1, 3),
      partitions: int(1, 3),
      records: int(1, 50),
      everyMs: int(0, 5000),
      awaitEach: fc.boolean(),
      onFailure: fc.constantFrom('give-up' as const, 'send-again' as const),
    }),
    reader: fc.constantFrom('off' as const, null, 'card' as const, 'e-mail' as const),
    readerConfig: fc.option(config),
    commit: fc.option(fc.constantFrom('before' as const, 'after' as const)),
    protection: fc.option(
      fc.oneof(
        fc.constantFrom({ kind: 'upsert' as const }, { kind: 'conditional' as const }),
        fc.record({ kind: fc.constant('dedup' as const), windowMs: fc.oneof(fc.constant(3600000), int(0, 604800000)) }),
      ),
      { freq: 1 },
    ),
    isr: fc.option(fc.constant([1])),
    elr: fc.option(fc.boolean(), { nil: undefined }),
    odd: fc.constantFrom('no', 'topic', 'node', 'replicas', 'script', 'two'),
    seed: int(0, 2147483647),
    jitter: fc.boolean(),
    latency: int(0, 60000),
  })
  .map(
    ({
      producer,
      topic,
      broker,
      lab,
      reader,
      readerConfig,
      commit,
      protection,
      isr,
      elr,
      odd,
      seed,
      jitter,
      latency,
    }) => {
      const made = labSetup({
        ...lab,
        ...(reader === 'off' ? {} : { reader }),
        ...(isr === null ? {} : { isrAtStart: isr }),
      })
      const clients = Object.fromEntries(
        Object.entries(made.clients).map(([node, client]) => [
          odd === 'node' ? `${node}0` : node,
          client.kind === 'producer'
            ? { ...client, config: producer }
            : {
                ...client,
                config: readerConfig ?? client.config,
                ...(commit === null ? {} : { commit }),
                ...(protection === null ? {} : { protection }),
              },
        ]),
      )
      const [orders] = Object.values(made.cluster.topics)
      const replicas = odd === 'replicas' ? [[1]] : (orders?.replicas ?? [])
      const topicName = odd === 'topic' ? 'pay_ments' : 'orders'
      return {
        ...made,
        cluster: {
          ...made.cluster,
          ...(elr === undefined ? {} : { eligibleLeaderReplicas: elr }),
          config: broker,
          topics: {
            [topicName]: { replicas, config: topic },
            ...(odd === 'two' ? { second: { replicas: [[1]], config: {} } } : {}),
          },
        },
        clients,
        workload: {
          ...made.workload,
          topic: topicName,
          ...(odd === 'script'
            ? {
                script: [
                  { by: 'producer-1', at: 4, record: 'A', send: 1, topic: topicName, partition: 0, valueBytes: 1 },
                ],
              }
            : {}),
        },
        links: { ...made.links, clientBroker: latency },
        seed,
        jitter,
      }
    },
  )

const names = fc.oneof(
  fc.constantFrom(
    'ProduceResponse[C] broker-1>producer-1 #1',
    'Fetch@3 broker-2>broker-1 #2',
    'poll producer-1',
    'Produce[A,B] producer-1>broker-1 #1',
    'wake[C] broker-1',
  ),
  fc.string({ minLength: 1, maxLength: 30 }),
)
const aims = fc.oneof(
  names.map((before) => ({ before: name(before) })),
  int(0, 600000).map((at) => ({ at })),
)
const faults: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('silent', 'break'), aim: aims }),
  fc.record({
    kind: fc.constant('refuse'),
    aim: aims,
    error: fc.constantFrom('CORRUPT_MESSAGE', 'NOT_ENOUGH_REPLICAS', 'NO_SUCH'),
  }),
  fc.record({
    kind: fc.constant('crash'),
    aim: aims,
    node: fc.constantFrom('producer-1', 'broker-1', 'no de'),
    down: fc.oneof(int(1, 600000), fc.constant(null)),
  }),
  fc.record({ kind: fc.constantFrom('crash', 'of the future', 'constructor'), aim: aims }),
)
const states: fc.Arbitrary<LinkState> = fc.record({
  setup: setups,
  plan: fc.array(faults, { maxLength: 5 }),
  story: fc.constantFrom(null, 'lost-ack', 'charged-twice', 'last-disk-lost-min-isr-1'),
  cursor: fc.record({ at: int(0, 600000), tie: int(0, 20000) }),
  view: fc.record({
    pxPerMs: fc.oneof(
      fc.constant('fit' as const),
      int(1, 64000).map((thousandths) => thousandths / 1000),
    ),
    openFolds: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 3 }),
    future: fc.constantFrom('faint' as const, 'full' as const, 'hidden' as const),
  }),
})

// ── laws ───────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('the link of a story', () => {
  const story = storyNamed('lost-ack')
  const told: LinkState = { ...fresh, setup: story?.setup ?? fresh.setup, plan: story?.plan ?? [], story: 'lost-ack' }

  it('names it, and nothing else', () => {
    expect(writeLink(told)).toBe('#/lab?s=lost-ack&t=0.0')
    expect(readLink('#/lab?s=lost-ack').state).toMatchObject({ setup: told.setup, plan: told.plan, story: 'lost-ack' })
  })

  it('says besides what was changed', () => {
    const { setup } = readLink('#/lab?s=lost-ack&enable.idempotence=false').state
    expect(writeLink({ ...told, setup })).toBe('#/lab?s=lost-ack&enable.idempotence=false&t=0.0')
    expect(setup.workload.awaitEach).toBe(true)
  })

  it('says so when none of its faults is left', () => {
    expect(writeLink({ ...told, plan: [] })).toBe('#/lab?s=lost-ack&f=&t=0.0')
    expect(readLink('#/lab?s=lost-ack&f=&t=0.0').state.plan).toEqual([])
  })

  it('drops a name that no story has, with a sentence, and keeps the rest', () => {
    const { state, dropped } = readLink('#/lab?s=lost-sock&records=3')
    expect(state.story).toBeNull()
    expect(state.setup.workload.records).toBe(3)
    expect(dropped.map(sayDropped)).toEqual(['s=lost-sock: no story of this name is known.'])
  })

  it('reads back for every story', () => {
    for (const { id, setup, plan } of toldStories)
      expect(readLink(throughUrl(writeLink({ ...fresh, setup, plan, story: id })))).toEqual({
        state: { ...fresh, setup, plan, story: id },
        dropped: [],
      })
  })
})

const runs = { seed: 4, numRuns: 200 }

describe('the laws of links', () => {
  it('any setup, plan, cursor and view survive the round trip, through an address bar as well', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = writeLink(state)
        expect(readLink(link)).toEqual({ state, dropped: [] })
        expect(readLink(throughUrl(link))).toEqual({ state, dropped: [] })
      }),
      runs,
    )
  })

  it('writing what was read gives the same link', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = writeLink(state)
        expect(writeLink(readLink(link).state)).toBe(link)
      }),
      runs,
    )
  })

  it('holds nothing that mark-up, chat programs or shells take for their own', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(writeLink(state)).toMatch(/^#\/lab\?[A-Za-z0-9._~:/@#[\]>%=&,-]*\d$/)
      }),
      runs,
    )
  })

  it('any text is read without an exception, and what was left out is said', () => {
    const bits = fc.constantFrom(
      '#/lab?',
      'acks',
      '=',
      '&',
      'f',
      'x',
      '1.',
      '~',
      '@',
      '%',
      '%E0%A4%A',
      't',
      'z',
      '9',
      ',',
      'crash',
      '__proto__',
      'silent',
      'isr',
      'folds',
    )
    const garbage = fc.oneof(
      fc.string(),
      fc.array(bits, { maxLength: 30 }).map((some) => some.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(garbage, (text) => {
        const { state, dropped } = readLink(text)
        expect(readLink(writeLink(state))).toEqual({ state, dropped: [] })
        for (const part of dropped) expect(sayDropped(part)).toMatch(/\.$/)
      }),
      { ...runs, numRuns: 1000 },
    )
  })

  it('a bad part between good ones is the only one dropped', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = writeLink(state).replace('?', '?nonsense=1&')
        expect(readLink(link)).toEqual({ state, dropped: [{ part: 'nonsense=1', reason: 'unknown-key' }] })
      }),
      runs,
    )
  })
})

// ── by example ─────────────────────────────────────────────────────────────────────────────────────────────────────

describe('a link people can read', () => {
  it('says only what differs from the Lab', () => {
    expect(writeLink(fresh)).toBe('#/lab?t=0.0')
    expect(readLink('')).toEqual({ state: fresh, dropped: [] })
    expect(readLink('#/lab')).toEqual({ state: fresh, dropped: [] })
  })

  it('is the one in the documents', () => {
    const setup = labSetup({
      producer: { acks: 'all', 'enable.idempotence': 'false' },
      awaitEach: true,
      records: 4,
      reader: 'card',
    })
    const plan: Fault[] = [
      { kind: 'silent', aim: { before: name('ProduceResponse[C] broker-1>producer-1 #1') } },
      { kind: 'crash', aim: { at: 9500 }, node: 'producer-1', ...{ down: 1000 } },
    ]
    const link = writeLink({ ...fresh, setup, plan, cursor: { at: 30139, tie: 3 } })
    expect(link).toBe(
      '#/lab?acks=all&enable.idempotence=false&reader=card&records=4&await=1' +
        '&f=silent~ProduceResponse[C]_broker-1>producer-1_#1,crash~producer-1@9500~down=1000&t=30139.3',
    )
  })

  it('says what makes a repeat harmless, and for how long where that is not an hour', () => {
    const link = (protection: Protection) => writeLink({ ...fresh, setup: labSetup({ reader: 'card', protection }) })
    expect(link({ kind: 'dedup', windowMs: 3_600_000 })).toBe('#/lab?reader=card&guard=dedup&t=0.0')
    expect(link({ kind: 'dedup', windowMs: 60_000 })).toBe('#/lab?reader=card&guard=dedup&window=60000&t=0.0')
    expect(link({ kind: 'upsert' })).toBe('#/lab?reader=card&guard=upsert&t=0.0')
  })

  it('says when the Lab’s own setting is taken away', () => {
    const lab = labSetup()
    const setup: Setup = {
      ...lab,
      clients: { 'producer-1': { kind: 'producer', config: {}, application: 'application-1', onFailure: 'give-up' } },
    }
    expect(writeLink({ ...fresh, setup })).toContain('batch.size=~')
    expect(readLink(writeLink({ ...fresh, setup })).state.setup).toEqual(setup)
  })

  it('keeps settings that Kafka refuses: they are a state worth sharing', () => {
    expect(readLink('#/lab?acks=1&enable.idempotence=true').dropped).toEqual([])
  })

  it('stands between two milliseconds where nothing is different from the next one', () => {
    expect(writeLink({ ...fresh, cursor: { at: 40.4, tie: 0 } })).toBe('#/lab?t=41.0')
  })
})

describe('what cannot be read is dropped alone and listed', () => {
  it.each([
    ['acks=0&wibble=1', 'wibble=1', 'unknown-key'],
    ['records=0', 'records=0', 'out-of-range'],
    ['records=many', 'records=many', 'not-a-number'],
    ['acks=0&acks=1', 'acks=1', 'twice'],
    ['reader=radio', 'reader=radio', 'not-a-choice'],
    ['isr=1.4', 'isr=1.4', 'out-of-range'],
    ['guard=upsert', 'guard=upsert', 'no-reader'],
    ['reader=card&guard=hope', 'guard=hope', 'not-a-choice'],
    ['reader=card&guard=upsert&window=5', 'window=5', 'no-window'],
    ['reader=card&guard=dedup&window=-1', 'window=-1', 'not-a-number'],
    ['consumer.group.id=g', 'consumer.group.id=g', 'no-reader'],
    ['client.id=%E0%A4%A', 'client.id=%E0%A4%A', 'bad-encoding'],
    ['t=never', 't=never', 'not-a-number'],
    ['z=0', 'z=0', 'out-of-range'],
    ['future=bright', 'future=bright', 'not-a-choice'],
    ['f=meteor~broker-1@5', 'meteor~broker-1@5', 'unknown-fault'],
    ['f=crash~poll_producer-1', 'crash~poll_producer-1', 'bad-aim'],
    ['f=crash~producer-1@5~down=soon', 'down=soon', 'bad-parameter'],
    ['x=1.bm9uc2Vuc2U', 'x=1.bm9uc2Vuc2U', 'bad-payload'],
    ['x=7.e30', 'x=7.e30', 'unknown-version'],
    [`x=1.${'A'.repeat(LONGEST_PAYLOAD)}`, `x=1.${'A'.repeat(LONGEST_PAYLOAD)}`, 'payload-too-long'],
  ])('%.60s', (query, part, reason) => {
    expect(
      readLink(`#/lab?${query}&records=3`.replace(/records=3$/, query.startsWith('records') ? 't=0' : 'records=3'))
        .dropped,
    ).toEqual([{ part, reason }])
  })

  it('a fault keeps its default where its parameter cannot be read', () => {
    expect(readLink('#/lab?f=crash~producer-1@5~down=soon').state.plan).toEqual([
      { kind: 'crash', node: 'producer-1', aim: { at: 5 }, down: 1000 },
    ])
  })

  it('a node that never comes back is written as a word', () => {
    const plan: Fault[] = [
      { kind: 'crash', aim: { before: name('poll producer-1') }, node: 'producer-1', ...{ down: null } },
    ]
    const link = writeLink({ ...fresh, plan })
    expect(link).toBe('#/lab?f=crash~producer-1@poll_producer-1~down=never&t=0.0')
    expect(readLink(link).state.plan).toEqual(plan)
  })

  it('the playhead may stand wherever a run with a day of downtime comes to', () => {
    const cursor = { at: 2 * 86_400_000, tie: 1 }
    expect(readLink(writeLink({ ...fresh, cursor }))).toEqual({ state: { ...fresh, cursor }, dropped: [] })
    expect(readLink('#/lab?t=999999999').dropped).toHaveLength(1)
  })

  it('another page is no page of the Lab', () => {
    expect(readLink('#/moon?acks=0').dropped).toEqual([{ part: '/moon', reason: 'unknown-page' }])
  })

  it('more faults than a plan may have are cut off', () => {
    const { state, dropped } = readLink(`#/lab?f=${Array.from({ length: 60 }, () => 'silent~a').join(',')}`)
    expect([state.plan.length, dropped.length]).toEqual([50, 10])
  })
})

describe('the payload', () => {
  it.each(Object.keys(faultRegistry))('is not needed for %s', (kind) => {
    const rule = faultRegistry[kind as keyof typeof faultRegistry]
    const params = Object.fromEntries(rule.params.map((param) => [param.key, param.default]))
    const fault: Fault = {
      kind,
      aim: { before: name('Produce[A] producer-1>broker-1 #1') },
      ...(rule.aim === 'node' ? { node: 'producer-1' } : {}),
      ...params,
    }
    const link = writeLink({ ...fresh, plan: [fault] })
    expect(link).not.toContain('x=')
    expect(readLink(link).state.plan).toEqual([fault])
  })

  it('refuses a setup whose parts do not fit each other', () => {
    const lab = labSetup()
    const packed = (setup: Setup) => readPayload(writePayload({ setup }) ?? '')
    expect(packed({ ...lab, workload: { ...lab.workload, topic: 'nowhere' } })).toBe('bad-payload')
    expect(packed({ ...lab, cluster: { ...lab.cluster, brokers: 2 } })).toBe('bad-payload')
    expect(packed({ ...lab, workload: { ...lab.workload, records: 1e9 } })).toBe('bad-payload')
    const orders = { replicas: [[1, 1]], config: {} }
    expect(packed({ ...lab, cluster: { ...lab.cluster, topics: { orders } } })).toBe('bad-payload')
    const led = { ...orders, replicas: [[2]] }
    expect(packed({ ...lab, cluster: { ...lab.cluster, topics: { orders: led }, isrAtStart: [1] } })).toBe(
      'bad-payload',
    )
    const reader = { kind: 'consumer' as const, config: {}, effect: null }
    expect(packed({ ...lab, clients: { ...lab.clients, 'broker-1': reader } })).toBe('bad-payload')
  })
})

describe('what is too long for a link', () => {
  const topic = 't'.repeat(100)
  const act = { by: 'producer-1', record: 'A', send: 1, topic, partition: 0, valueBytes: 10 }
  const scripted = (acts: number): Setup => {
    const lab = labSetup({ records: 3, producer: { acks: '1' } })
    const script = Array.from({ length: acts }, (_, at) => ({ ...act, at }))
    const topics = { [topic]: { replicas: [[1, 2, 3]], config: {} } }
    return { ...lab, cluster: { ...lab.cluster, topics }, workload: { ...lab.workload, topic, script } }
  }
  const lost: Fault = { kind: 'silent', aim: { before: name('Produce[A] producer-1>broker-1 #1') } }

  it('is said when it is written, with what is kept', () => {
    const short = writtenLink({ ...fresh, setup: scripted(20), plan: [lost] })
    expect(short.leftOut).toBeNull()
    expect(readLink(short.hash).state.setup).toEqual(scripted(20))
    const long = writtenLink({ ...fresh, setup: scripted(200), plan: [lost] })
    expect(long.leftOut).toEqual({ setup: true, faults: 0 })
    const { state, dropped } = readLink(long.hash)
    expect(dropped).toEqual([])
    expect(state.plan).toEqual([lost])
    expect(state.setup.clients['producer-1']?.config).toMatchObject({ acks: '1' })
    expect(state.setup.workload).toMatchObject({ records: 3 })
    expect(state.setup.workload.script).toBeUndefined()
  })

  it('is said when it is read: of a payload the other parts count, of a whole link nothing does', () => {
    const one = readLink(`#/lab?acks=1&x=1.${'A'.repeat(LONGEST_PAYLOAD)}&f=silent~a`)
    expect([one.state.setup.clients['producer-1']?.config['acks'], one.state.plan.length]).toEqual(['1', 1])
    expect(one.dropped.map(sayDropped)).toEqual([
      `x=1.${'A'.repeat(56)}…: it is too long, so the setup and the faults packed in it are left out. The other parts count.`,
    ])
    const whole = readLink(`#/lab?acks=1&client.id=${'a'.repeat(70_000)}`)
    expect(whole.state).toEqual(fresh)
    expect(whole.dropped.map(sayDropped)[0]).toMatch(/…?: the link is too long, so nothing of it is kept/)
  })

  it('is one sentence', () => {
    expect(sayLeftOut({ setup: true, faults: 0 })).toBe(
      'This is too long for a link. It keeps settings with a key of their own and the faults, and leaves out the rest of the setup.',
    )
    expect(sayLeftOut({ setup: false, faults: 2 })).toBe(
      'This is too long for a link. It keeps the setup and any other faults, and leaves out 2 faults.',
    )
  })
})

describe('upgrades', () => {
  it('lead from every version there ever was to this one', () => {
    expect(missingSteps()).toEqual([])
  })
  it('go one version at a time', () => {
    const steps = { 1: (p: unknown) => [p, 1], 2: (p: unknown) => [p, 2] }
    expect(upgrade('a', 1, 3, steps)).toEqual([['a', 1], 2])
    expect(upgrade('a', 3, 3, steps)).toBe('a')
    expect(upgrade('a', 4, 3, steps)).toBeUndefined()
    expect(upgrade('a', 0, 3, steps)).toBeUndefined()
    expect(missingSteps(4, steps)).toEqual([3])
  })
})
