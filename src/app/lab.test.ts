import { describe, expect, it } from 'vitest'
import { ackOfC, lostAck, named, testLab } from './lab.testing.ts'
import { producerConfig } from './setupEdits.ts'

describe('faults', () => {
  it('switching a toggle keeps the plan', () => {
    const { actions, state } = testLab()
    actions.addFault(lostAck)
    actions.setKey('producer', 'enable.idempotence', 'false')
    expect(state().plan).toEqual([lostAck])
  })

  it('the playhead stays when a fault is added or taken away', () => {
    const { actions, state } = testLab()
    actions.seekTime(40)
    const { cursor } = state()
    actions.addFault(lostAck)
    expect(state().cursor).toEqual(cursor)
    actions.removeFault(0)
    expect(state().cursor).toEqual(cursor)
  })

  it('the same ack lost: once in the log with idempotence, twice without', () => {
    const { actions, state, select } = testLab()
    actions.addFault(lostAck)
    actions.setWorkload({ awaitEach: true })
    expect(select.strip(state()).outcome).toEqual({ tone: 'holds', text: 'exactly once' })
    actions.setKey('producer', 'enable.idempotence', 'false')
    expect(select.strip(state()).outcome).toEqual({ tone: 'broken', text: '1 twice' })
  })

  it('a key applies the fitting fault to what is selected, and a second one replaces it', () => {
    const { actions, state } = testLab()
    actions.select({ kind: 'message', name: ackOfC })
    actions.strike('silent', state().selected)
    expect(state().plan).toEqual([lostAck])
    actions.strike('break', state().selected)
    expect(state().plan).toEqual([{ kind: 'break', aim: { before: ackOfC } }])
  })

  it('a key that cannot strike says one clear sentence and changes nothing', () => {
    const { actions, state } = testLab()
    actions.strike('silent', null)
    expect(state().said?.text).toMatch(/Select a message/)
    actions.strike('refuse', { kind: 'message', name: ackOfC })
    expect(state().said?.text).toMatch(/Only a request/)
    expect(state().plan).toEqual([])
  })

  it('the fault menu offers only what can strike, and names the time from which all runs again', () => {
    const { state, select } = testLab()
    const menu = select.menu(state(), { kind: 'message', name: ackOfC })
    expect(menu?.title).toBe('The answer to C')
    expect(menu?.rows.map((row) => row.kind)).toEqual(['silent', 'break', 'late'])
    expect(menu?.runsAgainFrom).toBe(44)
    const request = select.menu(state(), { kind: 'message', name: named('Produce[B] producer-1>broker-1 #1') })
    expect(request?.rows.map((row) => row.kind)).toEqual(['silent', 'break', 'late', 'refuse'])
  })

  it('a fault that no longer strikes stays in the plan and says why', () => {
    const { actions, state, select } = testLab()
    actions.addFault(lostAck)
    actions.choosePreset('at-most-once')
    expect(state().plan).toEqual([lostAck])
    expect(select.faults(state())[0]?.unused).toMatch(/with acks=0 there is no ack to lose/)
  })

  it('a fault on what another one took already says that it changes nothing', () => {
    const { actions, state } = testLab()
    actions.addFault(lostAck)
    const behind = named('ProduceResponse[D] broker-1>producer-1 #1')
    actions.addFault({ kind: 'silent', aim: { before: behind } })
    expect(state().plan).toHaveLength(2)
    expect(state().said?.text).toBe('This fault changes nothing here: the message was already gone.')
  })
})

describe('settings', () => {
  it('Kafka refuses: its own words, the last good run stays, a way out leads on', () => {
    const { actions, state, select } = testLab()
    actions.setKey('producer', 'enable.idempotence', 'true')
    const good = select.trace(state())
    actions.setKey('producer', 'acks', '1')
    const refused = select.settings(state()).refused
    expect(refused?.text).toMatch(/Must set acks to all in order to use the idempotent producer/)
    expect(select.trace(state())).toBe(good)
    expect(select.settings(state()).rows.acks.value).toBe('1')
    actions.takeWayOut('set-acks-all')
    expect(select.settings(state()).refused).toBeNull()
    expect(select.settings(state()).rows.acks.value).toBe('all')
  })

  it('what Kafka switches off by itself is said', () => {
    const { actions, state, select } = testLab()
    actions.setKey('producer', 'acks', '0')
    const { refused, rows } = select.settings(state())
    expect(refused).toBeNull()
    expect(rows['enable.idempotence']).toMatchObject({
      value: 'false',
      notes: [
        {
          text: 'Idempotence is off now, because acks is 0.',
          kind: 'quiet',
          log: "INFO Idempotence will be disabled because acks is set to 0, not set to 'all'.",
          ways: [{ label: 'Set acks to all' }, { label: 'Turn idempotence off' }],
        },
      ],
    })
    const [, off] = rows['enable.idempotence'].notes[0]?.ways ?? []
    if (off) actions.takeWay('producer', off.way)
    expect(select.settings(state()).rows['enable.idempotence']).toMatchObject({ notes: [], byHand: true })
  })

  it('a changed contract says what it was changed from, and Reset brings it back', () => {
    const { actions, state, select } = testLab()
    actions.setKey('producer', 'retries', '0')
    actions.setKey('producer', 'enable.idempotence', 'false')
    expect(select.settings(state()).changedFrom).toBe('changed from Idempotent producer')
    actions.choosePreset('idempotent-producer')
    expect(select.settings(state()).changedFrom).toBeNull()
    expect(producerConfig(state().setup)).toEqual({ 'batch.size': '1' })
  })

  it('a value set by hand to Kafka’s default is no change of contract', () => {
    const { actions, state, select } = testLab()
    actions.setKey('producer', 'enable.idempotence', 'false')
    actions.setKey('producer', 'enable.idempotence', 'true')
    expect(select.settings(state()).changedFrom).toBeNull()
  })

  it('a reader brings its columns', () => {
    const { actions, state, select } = testLab()
    actions.setReader(true)
    actions.toEnd()
    expect(select.strip(state()).counts.map((count) => count.id)).toEqual(['sent', 'inLog', 'delivered', 'effects'])
    expect(select.crossSection(state()).table.columns.map((column) => column.id)).toEqual([
      'inLog',
      'delivered',
      'effects',
    ])
  })

  it('notes of Kafka’s and of ours stand at their rows', () => {
    const { actions, state, select } = testLab()
    actions.setKey('producer', 'enable.idempotence', 'false')
    const inFlight = select.settings(state()).more.find((row) => row.key.startsWith('max.in.flight'))
    expect(inFlight).toMatchObject({
      idle: false,
      notes: [{ text: 'With 5 in flight and no idempotence, a retry may change the order.', kind: 'risky' }],
    })
    actions.setKey('producer', 'acks', '1')
    expect(select.settings(state()).topic.minInsync).toMatchObject({
      idle: true,
      notes: [{ text: 'With acks=1 it refuses no write. Below it nothing becomes readable all the same.' }],
    })
  })

  it('batch.size goes back to Kafka’s default, and records travel together', () => {
    const { actions, state, select } = testLab()
    actions.setKey('producer', 'batch.size', null)
    actions.setKey('producer', 'linger.ms', '50')
    const row = select.settings(state()).more.find(({ key }) => key === 'batch.size')
    expect(row).toMatchObject({ value: '16384', byHand: false })
    const sent = select.timeline(state()).messages.filter(({ kind }) => kind === 'produce')
    expect(sent.map(({ records }) => records.join(''))).toEqual(['ABCDE'])
  })

  it('a quiet change without a row of its own gets one, and so does a key that came by link', () => {
    const { actions, state, select } = testLab('#/lab?compression.type=zstd')
    actions.setKey('producer', 'reconnect.backoff.ms', '70')
    const rows = select.settings(state()).more
    expect(rows.find(({ key }) => key === 'compression.type')).toMatchObject({ value: 'zstd', byHand: true })
    expect(rows.find(({ key }) => key === 'reconnect.backoff.max.ms')?.notes).toMatchObject([
      { text: 'Each wait between connections is 70 ms: it does not grow.' },
    ])
  })

  it('a refused topic setting is shown at its row, with its ways out', () => {
    const { actions, state, select } = testLab()
    actions.setKey('topic', 'max.message.bytes', 'much')
    const row = select.settings(state()).topic.more.find(({ key }) => key === 'max.message.bytes')
    expect(row?.refused).toMatchObject({ exception: 'InvalidConfigurationException' })
    expect(row?.refused?.ways.map(({ label }) => label)).toContain('Leave max.message.bytes to Kafka')
    actions.setKey('topic', 'max.message.bytes', null)
    expect(select.settings(state()).refused).toBeNull()
  })

  it('partitions, jitter and size travel in the link', () => {
    const { actions, state, bar } = testLab()
    actions.setPartitions(3)
    actions.setWorkload({ partitioner: 'by-key', keys: 2, valueBytes: 100 })
    actions.setJitter({ jitter: true, seed: 7 })
    const again = testLab(bar.read().hash)
    expect(again.state().setup).toEqual(state().setup)
    expect(again.select.settings(again.state()).topic).toMatchObject({ partitions: 3, partitioner: 'by-key', keys: 2 })
  })

  it('too few in sync, acks=all: the page still has a run', () => {
    const { actions, state, select } = testLab()
    actions.setInSyncAtStart(1)
    expect(select.trace(state()).steps.length).toBeGreaterThan(0)
    expect(select.strip(state()).counts.find((count) => count.id === 'inLog')?.value).toBe(0)
  })
})

describe('what is spoken', () => {
  it('ends with how the run ends', () => {
    const { actions, state, select } = testLab()
    actions.toEnd()
    expect(select.spoken(state())).toMatch(/The run ends exactly once: 5 sent, 5 in the log, 5 readable\.$/)
    expect(select.summary(state())).toBe('The run ends exactly once: 5 sent, 5 in the log, 5 readable.')
    actions.seekTime(40)
    expect(select.summary(state())).toMatch(/^At 40 ms: 4 of 5 sent/)
    expect(select.spoken(state())).not.toMatch(/The run ends/)
  })
})
