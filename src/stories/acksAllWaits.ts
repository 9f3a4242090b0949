import { labSetup } from '../engine/index.ts'
import type { Story } from './story.ts'

/** Records follow so closely that B and C wait at the broker behind the one before (NET-01, MYTH-13). */
export const acksAllWaits: Story = {
  id: 'acks-all-waits',
  title: 'With acks=all each answer waits for the followers, and the next request waits behind it',
  covers: ['0.3', '0.10'],
  setup: labSetup({ records: 3, everyMs: 2 }),
  plan: [],
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'HW 3'],
}
