import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runCases } from './cases/table.ts'

const folder = new URL('./data/cases/', import.meta.url)
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const { rows, unreadable } = runCases(files)
const named = rows.map(({ subject, verdict }) => ({ id: subject.id, sentence: subject.sentence, verdict }))

describe('the engine does what Kafka’s own tests say', () => {
  test.each(named)('$id $sentence', ({ verdict }) => {
    expect(verdict).toEqual({ verdict: 'passed' })
  })

  test('every file of cases can be read', () => {
    expect(unreadable).toEqual([])
  })
})
