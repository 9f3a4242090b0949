import { expect, it } from 'vitest'
import { lostAck, testLab } from './lab.testing.ts'

it('one edit is one step of undo, and the playhead is none', () => {
  const { actions, history, state } = testLab()
  const before = state().setup
  actions.setKey('producer', 'acks', '1')
  actions.addFault(lostAck)
  actions.seekTime(40)
  history.undo()
  expect(state().plan).toEqual([])
  expect(state().cursor.at).toBe(40)
  history.undo()
  expect(state().setup).toEqual(before)
  expect(history.canUndo()).toBe(false)
  history.redo()
  history.redo()
  expect(state().plan).toEqual([lostAck])
  expect(history.canRedo()).toBe(false)
})

it('an edit after an undo forgets what was undone', () => {
  const { actions, history, state } = testLab()
  actions.addFault(lostAck)
  history.undo()
  actions.setKey('producer', 'acks', '1')
  expect(history.canRedo()).toBe(false)
  expect(state().plan).toEqual([])
})

it('the playhead is written once it rests, without a history entry', () => {
  const { actions, bar, history, rest } = testLab()
  actions.seekTime(40)
  expect(bar.read().hash).not.toContain('t=40')
  rest()
  expect(bar.read().hash).toContain('t=40')
  expect(history.canUndo()).toBe(false)
})

it('a link opens what was sent: settings, faults, time and zoom', () => {
  const sent = testLab()
  sent.actions.choosePreset('at-least-once')
  sent.actions.addFault(lostAck)
  sent.actions.zoomBy(2, 6)
  sent.actions.seekTime(46)
  const { state, select } = testLab(sent.history.link())
  expect(state().setup).toEqual(sent.state().setup)
  expect(state().plan).toEqual([lostAck])
  expect(state().cursor).toEqual(sent.state().cursor)
  expect(state().view.zoom).toBe(12)
  expect(state().dropped).toEqual([])
  expect(select.settings(state()).presets.find((preset) => preset.chosen)?.id).toBe('at-least-once')
})

it('what a link says and nobody can read is dropped and listed', () => {
  const { state } = testLab('#/lab?acks=1&nonsense=3&t=16')
  expect(
    state()
      .dropped.map(({ part }) => part)
      .join(),
  ).toContain('nonsense')
  expect(state().cursor.at).toBe(16)
})

it('opens with settings Kafka refuses, and still shows a run', () => {
  const { state, select } = testLab('#/lab?acks=1&enable.idempotence=true')
  expect(select.refused(state())).not.toBeNull()
  expect(select.trace(state()).steps.length).toBeGreaterThan(0)
})

it('remembers the person, and works where nothing can be remembered', () => {
  const { actions, shelf } = testLab()
  actions.setTheme('dark')
  expect(shelf.get('delivery-lab')).toContain('dark')
  const forbidden = () => {
    throw new Error('storage is forbidden here')
  }
  const { actions: others, state } = testLab('', { shelf: forbidden })
  others.setTheme('light')
  expect(state().theme).toBe('light')
})

it('an edit that no link can say in full is said, and so is a copy of the link', () => {
  const { actions, history, state, store } = testLab()
  const topic = 't'.repeat(100)
  const script = Array.from({ length: 200 }, (_, at) => ({
    ...{ by: 'producer-1', at, record: 'A', send: 1, topic, partition: 0, valueBytes: 10 },
  }))
  expect(history.leftOut()).toBeNull()
  store.setState(({ setup }) => ({ setup: { ...setup, workload: { ...setup.workload, script } } }))
  expect(state().said?.text).toMatch(/^This is too long for a link\. It keeps settings .* leaves out the rest/)
  expect(history.leftOut()).toBe(state().said?.text)
  actions.setKey('producer', 'acks', '1')
  expect(history.link()).toContain('acks=1')
  expect(state().said?.count).toBe(2)
})
