import { describe, expect, it } from 'vitest'
import { brokerTable, consumerTable, labSetup, producerTable, topicTable } from '../../engine/index.ts'
import { testLab } from '../lab.testing.ts'
import { withKeyOf } from '../setupEdits.ts'
import { searchSettings } from './settingSearch.ts'

const lab = labSetup({ reader: 'card' })
const keysFor = (text: string, setup = lab): string[] =>
  searchSettings(setup, text).groups.flatMap(({ owner, rows }) => rows.map(({ key }) => `${owner} ${key}`))
const IN_FLIGHT = 'producer max.in.flight.requests.per.connection'

describe('searching the settings', () => {
  it.each([
    ['acks', 'producer acks'],
    ['MIN.INSYNC', 'topic min.insync.replicas'],
    ['min.insync.replicas', 'broker min.insync.replicas'],
    ['in flight', IN_FLIGHT],
    ['duplicates', 'producer enable.idempotence'],
    ['doubt', 'producer delivery.timeout.ms'],
    ['timeout', 'producer request.timeout.ms'],
    ['time-out', 'producer delivery.timeout.ms'],
    ['order', IN_FLIGHT],
    ['exactly once', 'consumer isolation.level'],
    ['lost records', 'topic unclean.leader.election.enable'],
    ['heartbeat', 'broker broker.heartbeat.interval.ms'],
  ])('%s finds %s', (text, key) => {
    expect(keysFor(text)).toContain(key)
  })

  it('needs every word', () => {
    expect(keysFor('delivery timeout')).toEqual(['producer delivery.timeout.ms', 'producer retries'])
    expect(keysFor('delivery elephant')).toEqual([])
    expect(searchSettings(lab, 'elephant')).toEqual({ count: 0, groups: [] })
  })

  it('puts the key before those that only speak of it, and what matters now before what cannot', () => {
    const [first] = keysFor('retries')
    expect(first).toBe('producer retries')
    const found = searchSettings(lab, 'timeout').groups.find(({ owner }) => owner === 'producer')?.rows ?? []
    const idle = found.slice(0, 4).map((row) => row.idle)
    expect(idle).toEqual([...idle].sort())
    expect(idle).toContain(false)
    expect(idle).toContain(true)
  })

  it('reaches every key of every table, and each of them can be set and left to Kafka again', () => {
    const tables = { producer: producerTable, topic: topicTable, broker: brokerTable, consumer: consumerTable }
    for (const [owner, table] of Object.entries(tables))
      for (const key of Object.keys(table)) expect(keysFor(key)).toContain(`${owner} ${key}`)
    for (const { owner, rows } of searchSettings(lab, '.').groups)
      for (const { key, usual } of rows) {
        const set = withKeyOf(lab, owner, key, usual === '' ? 'x' : (usual ?? ''))
        const row = searchSettings(set, key).groups.flatMap((group) =>
          group.rows.filter((one) => one.owner === owner && one.key === key),
        )
        expect(row).toMatchObject([{ byHand: true }])
        expect(withKeyOf(set, owner, key, null)).toEqual(withKeyOf(lab, owner, key, null))
      }
  })

  it('finds what was set by hand, and a key that Kafka does not know', () => {
    const set = withKeyOf(withKeyOf(lab, 'producer', 'acks', '1'), 'producer', 'enable.idempotency', 'true')
    expect(keysFor('by hand', set)).toEqual(['producer acks', 'producer enable.idempotency'])
    expect(keysFor('by the lab', set)).toContain('topic min.insync.replicas')
  })

  it('shows a refusal at the row that was found', () => {
    const set = withKeyOf(lab, 'consumer', 'session.timeout.ms', '3000')
    const refused = withKeyOf(set, 'consumer', 'group.id', 'g')
    const row = searchSettings(refused, 'session').groups.find(({ owner }) => owner === 'consumer')?.rows[0]
    expect(row).toMatchObject({ key: 'session.timeout.ms', culprit: true })
    expect(row?.refused).toMatchObject({
      exception: 'IllegalArgumentException',
      text: 'Heartbeat must be set lower than the session timeout',
      wrappedIn: { exception: 'KafkaException', text: 'Failed to construct kafka consumer' },
    })
    expect(row?.refused?.ways.map(({ label }) => label)).toEqual(['Leave both time-outs to Kafka'])
  })

  it('locks what nobody is there for', () => {
    const rows = searchSettings(labSetup(), 'isolation').groups.flatMap((group) => group.rows)
    expect(rows).toMatchObject([
      { key: 'isolation.level', locked: true, idle: true, notes: [{ text: 'There is no reader.' }] },
    ])
  })

  it('edits of any owner travel in the link', () => {
    const { actions, state, bar } = testLab()
    actions.setReader(true)
    actions.setKey('broker', 'replica.lag.time.max.ms', '10000')
    actions.setKey('consumer', 'max.poll.records', '1')
    actions.setKey('topic', 'unclean.leader.election.enable', 'true')
    actions.setKey('producer', 'linger.ms', '9')
    const again = testLab(bar.read().hash)
    expect(again.state().setup).toEqual(state().setup)
    actions.setKey('broker', 'replica.lag.time.max.ms', null)
    expect(state().setup.cluster.config).toEqual({})
  })

  it('a broker’s feature changes elections as the cluster’s does', () => {
    const off = withKeyOf(lab, 'broker', 'eligible.leader.replicas.version', '0')
    const rows = (setup: typeof lab) => searchSettings(setup, 'eligible').groups.flatMap((group) => group.rows)
    expect(rows(off)).toMatchObject([{ value: '0', control: { kind: 'choice', choices: ['0', '1'] } }])
    expect(rows({ ...lab, cluster: { ...lab.cluster, eligibleLeaderReplicas: false } })).toMatchObject([{ value: '0' }])
  })
})
