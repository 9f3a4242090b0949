import { describe, expect, it } from 'vitest'
import { labSetup, resolvedOf } from '../engine/index.ts'
import { testLab } from './lab.testing.ts'
import { applyPreset, isChangedFrom, nearestPreset, presets } from './presets.ts'
import {
  commitChoices,
  commitOf,
  guardOf,
  guards,
  withCommit,
  withEffect,
  withGuard,
  withReader,
  withWindow,
} from './readerEdits.ts'
import { readerOf } from './setupEdits.ts'

const lab = withReader(labSetup(), true)
const configOf = (setup: typeof lab) => readerOf(setup)?.client.config

describe('a reader', () => {
  it('comes as the Lab makes it, once, and goes without a trace', () => {
    expect(lab).toEqual(labSetup({ reader: 'card' }))
    expect(withReader(lab, true)).toBe(lab)
    expect(withReader(lab, false)).toEqual(labSetup())
  })

  it.each(commitChoices)('that commits %s says so, and Kafka takes its settings', (choice) => {
    const setup = withCommit(lab, choice)
    expect(commitOf(setup)).toBe(choice)
    expect(resolvedOf(setup).problems).toEqual([])
    expect(commitOf(withCommit(withCommit(setup, 'auto'), 'never'))).toBe('never')
  })

  it('keeps the group it has, and gets one when it has none', () => {
    expect(configOf(withCommit(lab, 'after'))).toMatchObject({ 'group.id': 'group-1', 'enable.auto.commit': 'false' })
    const named = {
      ...lab,
      clients: {
        ...lab.clients,
        'consumer-1': { kind: 'consumer', config: { 'group.id': 'billing' }, effect: 'card' },
      },
    } as typeof lab
    expect(configOf(withCommit(named, 'before'))).toEqual({ 'group.id': 'billing', 'enable.auto.commit': 'false' })
    expect(configOf(withCommit(named, 'auto'))).toEqual({ 'group.id': 'billing' })
  })

  it.each(guards)('guarded by %s says so', (guard) => {
    expect(guardOf(withGuard(lab, guard))).toBe(guard)
    expect(withGuard(withGuard(lab, guard), 'plain')).toEqual(lab)
  })

  it('remembers for as long as it is told to, and only a dedup window has a length', () => {
    expect(readerOf(withWindow(withGuard(lab, 'dedup'), 5000))?.client.protection).toEqual({
      kind: 'dedup',
      windowMs: 5000,
    })
    expect(withWindow(withGuard(lab, 'upsert'), 5000)).toEqual(withGuard(lab, 'upsert'))
  })

  it('does what it is told for each record', () => {
    expect(readerOf(withEffect(lab, 'e-mail'))?.client.effect).toBe('e-mail')
    expect(readerOf(withEffect(lab, null))?.client.effect).toBeNull()
  })

  it('is needed to be edited', () => {
    const none = labSetup()
    expect([withCommit(none, 'after'), withGuard(none, 'dedup'), withEffect(none, 'row')]).toEqual([none, none, none])
    expect(commitOf(none)).toBe('never')
  })
})

describe('a contract asks for its reader', () => {
  it('when one comes, and when another contract is chosen', () => {
    const { actions, state, select } = testLab()
    actions.choosePreset('at-most-once')
    expect(readerOf(state().setup)).toBeNull()
    actions.setReader(true)
    expect(commitOf(state().setup)).toBe('before')
    actions.choosePreset('at-least-once')
    expect(commitOf(state().setup)).toBe('after')
    expect(select.settings(state()).changedFrom).toBeNull()
    actions.setCommit('auto')
    expect(select.settings(state()).changedFrom).toBe('changed from At least once')
  })

  it('and the idempotent consumer brings one', () => {
    const { actions, state, bar } = testLab()
    actions.choosePreset('idempotent-consumer')
    expect(guardOf(state().setup)).toBe('dedup')
    const again = testLab(bar.read().hash)
    expect(again.state().setup).toEqual(state().setup)
    expect(again.state().preset).toBe('idempotent-consumer')
  })

  it('and each is the nearest to itself', () => {
    for (const { id } of presets)
      for (const setup of [labSetup(), lab]) {
        expect(nearestPreset(applyPreset(setup, id))).toBe(id)
        expect(isChangedFrom(applyPreset(setup, id), id)).toBe(false)
      }
  })

  it('but a reader that keeps no offsets breaks none that is about the producer', () => {
    expect(isChangedFrom(lab, 'idempotent-producer')).toBe(false)
    expect(isChangedFrom(lab, 'idempotent-consumer')).toBe(true)
  })
})
