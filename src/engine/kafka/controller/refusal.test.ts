import { expect, test } from 'vitest'
import type { Registration } from '../model/controller.ts'
import { refusalOf } from './refusal.ts'

const known: Registration = { partition: 'orders-0', replicas: [1, 2, 3], isr: [1, 2], elr: [], lastKnownElr: [], leader: 1, leaderEpoch: 4, partitionEpoch: 9, recovering: false }
const asked = { api: 'AlterPartition' as const, partition: 'orders-0', leaderEpoch: 4, partitionEpoch: 9, isr: [1, 2, 3] }
const refused = (change: Partial<typeof asked>, from = 1, eligible: readonly number[] = [1, 2, 3]) => refusalOf(known, from, { ...asked, ...change }, (b) => eligible.includes(b))

test('the controller refuses a change of the ISR with a code that says why (ISR-R06)', () => {
  expect(refused({})).toBeNull()
  expect(refused({ leaderEpoch: 3 })).toBe('FENCED_LEADER_EPOCH')
  expect(refused({ leaderEpoch: 5 })).toBe('NOT_CONTROLLER')
  expect(refused({ partitionEpoch: 8 })).toBe('INVALID_UPDATE_VERSION')
  expect(refused({}, 2)).toBe('INVALID_REQUEST')
  expect(refused({ isr: [2, 3] })).toBe('INVALID_REQUEST')
  expect(refused({ isr: [1, 7] })).toBe('INVALID_REQUEST')
  expect(refused({}, 1, [1, 2])).toBe('INELIGIBLE_REPLICA')
  expect(refusalOf(undefined, 1, asked, () => true)).toBe('INVALID_REQUEST')
})
