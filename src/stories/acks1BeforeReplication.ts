import { labSetup } from '../engine/index.ts'
import type { Story } from './story.ts'

/** What the early answer costs shows in `leaderDiesAcked`. */
export const acks1BeforeReplication: Story = {
  id: 'acks-1-before-replication',
  title: 'With acks=1 the answer leaves before the followers have a copy',
  covers: ['0.3'],
  setup: labSetup({ records: 3, producer: { acks: '1' } }),
  plan: [],
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'HW 3'],
}
