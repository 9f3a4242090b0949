import { expect, test } from 'vitest'
import { idsIn } from '../../scripts/ruleIds.mjs'

test.each([
  ['SEQ-01…03', 'SEQ-01 SEQ-02 SEQ-03'],
  ['BLOG-08…BLOG-10', 'BLOG-08 BLOG-09 BLOG-10'],
  ['SEQ and BLOG-01…02: the check', 'BLOG-01 BLOG-02'],
  ['HW-R01, R02 and R05', 'HW-R01 HW-R02 HW-R05'],
  ['ACK-01, 03; TMO-01 to TMO-03', 'ACK-01 ACK-03 TMO-01 TMO-02 TMO-03'],
  ['(MYTH-10, recording A13)', 'MYTH-10'],
])('in %s, npm run rules reads %s', (text, ids) => {
  expect([...idsIn(text)].join(' ')).toBe(ids)
})

test.each(['RUN-100', 'UTF-8', 'broker-1', 'TCP-IP'])('%s is no rule id', (text) => {
  expect([...idsIn(text)]).toEqual([])
})

test('a quantity behind an id is not one more', () => {
  expect([...idsIn('TMO-01, 30 s')]).toEqual(['TMO-01'])
})
