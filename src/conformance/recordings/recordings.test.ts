import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conform } from './conform.ts'

const folder = new URL('../data/recordings/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, json: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }))
const rows = conform(files)

describe('the engine does what a real cluster did', () => {
  test.each(rows.filter((r) => r.state !== 'skipped'))('$recording: $thing', ({ state, differences, reason }) => {
    expect(differences, reason).toEqual([])
    expect(state).toBe('passed')
  })

  test('only what needs dying brokers, a changing ISR, transactions or groups is skipped', () => {
    const reasons = new Set(rows.flatMap((r) => (r.state === 'skipped' ? [r.reason] : [])))
    expect([...reasons].filter((r) => !/brokers dying|changing ISR|transactions|groups|fall behind|frozen|step by step/.test(r ?? ''))).toEqual([])
  })

  test('most recordings of group A are carried out', () => {
    expect(new Set(rows.filter((r) => r.state === 'passed').map((r) => r.recording)).size).toBeGreaterThanOrEqual(24)
  })
})
