import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brokerTable, type ConfigOwner, consumerTable, type Explicit, leftOutKeys, noteKind, ownersOfConfig, producerTable, topicTable } from './config/index.ts'
import { labSetup, type LabOptions } from './labSetup.ts'
import type { Setup } from './model/setup.ts'
import { notesOf } from './notesOf.ts'

const tables = { producer: producerTable, topic: topicTable, broker: brokerTable, consumer: consumerTable }

const withReader = (config: Explicit, setup = labSetup({ reader: 'card' })): Setup => {
  const reader = setup.clients['consumer-1']
  if (reader?.kind !== 'consumer') throw new Error('the setup has a reader')
  return { ...setup, clients: { ...setup.clients, 'consumer-1': { ...reader, config } } }
}
const withBroker = (config: Explicit, options: LabOptions = {}): Setup => {
  const setup = labSetup(options)
  return { ...setup, cluster: { ...setup.cluster, config } }
}
const one = (setup: Setup, owner: ConfigOwner, key: string): string[] => notesOf(setup).filter((note) => note.owner === owner && note.key === key).map(({ note }) => note)
const IN_FLIGHT = 'max.in.flight.requests.per.connection'
const MIN_ISR = 'min.insync.replicas'

describe('notes on a setup', () => {
  it.each<[string, Setup, ConfigOwner, string, string[]]>([
    ['min.insync.replicas refuses nothing without acks=all', labSetup({ producer: { acks: '1' } }), 'topic', MIN_ISR, ['min-isr-refuses-nothing']],
    ['all replicas in sync is one broker too many to lose', labSetup({ topic: { [MIN_ISR]: '3' } }), 'topic', MIN_ISR, ['min-isr-is-all-replicas']],
    ['two of three is as it should be', labSetup(), 'topic', MIN_ISR, []],
    ['more than the replicas there are counts as all', labSetup({ brokers: 1 }), 'topic', MIN_ISR, ['min-isr-above-replicas']],
    ['with one in-sync replica acks=all is the leader’s word', labSetup({ topic: { [MIN_ISR]: '1' } }), 'topic', MIN_ISR, ['all-may-be-one']],
    ['nothing is ever unanswered with acks=0', labSetup({ producer: { acks: '0' } }), 'producer', IN_FLIGHT, ['no-answer-to-wait-for']],
    ['no answer is waited for with acks=0', labSetup({ producer: { acks: '0' } }), 'producer', 'request.timeout.ms', ['no-answer-to-wait-for']],
    ['with acks=0 only what never left is sent again', labSetup({ producer: { acks: '0' } }), 'producer', 'retries', ['only-what-never-left']],
    ['without retries nothing waits for its second try', labSetup({ producer: { retries: '0' } }), 'producer', 'retry.backoff.ms', ['nothing-is-sent-again']],
    ['retries may change the order without idempotence', labSetup({ producer: { 'enable.idempotence': 'false' } }), 'producer', IN_FLIGHT, ['retries-may-reorder']],
    ['one in flight keeps it', labSetup({ producer: { 'enable.idempotence': 'false', [IN_FLIGHT]: '1' } }), 'producer', IN_FLIGHT, []],
    ['so does an application that waits', labSetup({ producer: { 'enable.idempotence': 'false' }, awaitEach: true }), 'producer', IN_FLIGHT, ['waits-for-each-answer']],
    ['and idempotence does anyway', labSetup({ producer: { [IN_FLIGHT]: '1' } }), 'producer', IN_FLIGHT, ['order-is-kept-anyway']],
    ['one record that fills a batch does not linger', labSetup(), 'producer', 'linger.ms', ['full-at-once']],
    ['a batch with room does', labSetup({ producer: { 'batch.size': '16384' } }), 'producer', 'linger.ms', []],
    ['a transaction time-out needs a transactional id', labSetup(), 'producer', 'transaction.timeout.ms', ['needs-a-transactional-id']],
    ['one replica has no rival', labSetup({ brokers: 1 }), 'topic', 'unclean.leader.election.enable', ['nobody-else-to-elect']],
    ['an unclean election may lose', labSetup({ topic: { 'unclean.leader.election.enable': 'true' } }), 'topic', 'unclean.leader.election.enable', ['election-may-lose']],
    ['a topic’s own setting hides its broker’s', labSetup(), 'broker', MIN_ISR, ['topic-sets-its-own']],
    ['a topic without one has its broker’s', withBroker({}), 'broker', 'message.max.bytes', []],
    ['one replica has no followers', withBroker({}, { brokers: 1 }), 'broker', 'replica.lag.time.max.ms', ['no-followers']],
    ['no run lasts until a producer is forgotten', labSetup(), 'broker', 'producer.id.expiration.ms', ['longer-than-the-run']],
    ['unless both times are short', withBroker({ 'producer.id.expiration.ms': '1000', 'producer.id.expiration.check.interval.ms': '1000' }), 'broker', 'producer.id.expiration.ms', []],
    ['nothing of a reader matters without one', labSetup(), 'consumer', 'isolation.level', ['no-reader']],
    ['without transactions both levels read the same', withReader({ 'isolation.level': 'read_committed' }), 'consumer', 'isolation.level', ['nothing-to-hide']],
    ['the default level needs no note', withReader({}), 'consumer', 'isolation.level', []],
    ['who does not commit by itself has no interval', withReader({ 'group.id': 'g', 'enable.auto.commit': 'false' }), 'consumer', 'auto.commit.interval.ms', ['does-not-commit-by-itself']],
    ['who does has one', withReader({ 'group.id': 'g' }), 'consumer', 'auto.commit.interval.ms', []],
    ['a group has committed offsets, so nothing asks where to start', withReader({ 'group.id': 'g' }), 'consumer', 'auto.offset.reset', ['offsets-are-committed']],
    ['earliest misses nothing', withReader({ 'auto.offset.reset': 'earliest' }), 'consumer', 'auto.offset.reset', []],
    ['without a group there is no log of offsets', withReader({}), 'broker', 'offsets.commit.timeout.ms', ['no-offsets-kept']],
    ['with one there is', labSetup({ reader: 'card', commit: 'after' }), 'broker', 'offsets.commit.timeout.ms', []],
    ['code that commits needs a group to commit for', withReader({}, labSetup({ reader: 'card', commit: 'after' })), 'consumer', 'group.id', ['commit-needs-a-group']],
    ['with one it commits', labSetup({ reader: 'card', commit: 'after' }), 'consumer', 'group.id', []],
    ['two who commit are one too many', withReader({ 'group.id': 'g' }, labSetup({ reader: 'card', commit: 'after' })), 'consumer', 'enable.auto.commit', ['code-commits-too']],
    ['auto-commit alone is one', labSetup({ reader: 'card', commit: 'auto' }), 'consumer', 'enable.auto.commit', []],
    ['latest without a group skips', withReader({}), 'consumer', 'auto.offset.reset', ['skips-what-is-there']],
    ['compression has no say', labSetup(), 'producer', 'compression.type', ['left-out']],
  ])('%s', (_name, setup, owner, key, notes) => {
    expect(one(setup, owner, key)).toEqual(notes)
  })

  it('say once why a setting cannot matter', () => {
    for (const setup of [labSetup(), labSetup({ brokers: 1, producer: { acks: '0' } }), withReader({})]) {
      const idle = notesOf(setup).filter(({ note }) => noteKind[note] === 'idle').map(({ owner, key }) => `${owner} ${key}`)
      expect(idle).toEqual([...new Set(idle)])
    }
  })

  it('are about keys of the tables only', () => {
    for (const { owner, key } of notesOf(withReader({}))) expect(Object.keys(tables[owner])).toContain(key)
  })

  it('are silent while Kafka refuses', () => {
    expect(notesOf(labSetup({ producer: { acks: '7' } }))).toEqual([])
  })
})

const sources = (folder: string): string => readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : /(?<!test)(?<!testing)\.ts$/.test(entry.name) ? readFileSync(join(folder, entry.name), 'utf8') : '')).join('\n')
const HERE = import.meta.dirname
/** Where the settings of each owner are read. */
const rooms: Readonly<Record<ConfigOwner, readonly string[]>> = {
  producer: ['producer', 'application', 'clients'],
  topic: ['broker', 'controller'],
  broker: ['broker', 'controller', 'faults'],
  consumer: ['consumer', 'processor', 'clients', 'faults'],
}
const composed = ['system.ts', 'begin.ts', 'warmNodes.ts', 'layout.ts'].map((file) => readFileSync(join(HERE, file), 'utf8')).join('\n')
/** Where a topic has its broker's settings from. */
const inherited = readFileSync(join(HERE, 'config/topic.ts'), 'utf8')
const exists = new Set(readdirSync(HERE))

describe('what the model leaves out', () => {
  it.each(ownersOfConfig)('of the %s is all that no rule of the engine reads', (owner) => {
    const text = rooms[owner].filter((room) => exists.has(room)).map((room) => sources(join(HERE, room))).join('\n') + composed + (owner === 'broker' ? inherited : '')
    const isRead = (key: string): boolean => text.includes(`'${key}'`) || (!key.includes('.') && new RegExp(`config\\.${key}\\b`).test(text))
    // It has a note of its own while there are no transactions.
    const ownNotes = ['isolation.level']
    const unread = Object.keys(tables[owner]).filter((key) => !isRead(key) && !ownNotes.includes(key))
    expect(Object.keys(leftOutKeys[owner]).sort()).toEqual(unread.sort())
  })
})
