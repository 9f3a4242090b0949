import { labSetup } from '../engine/index.ts'
import { leaderFreezesBefore } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const frozenLeader: Story = {
  id: 'frozen-leader-thawed',
  title: 'A leader that froze wakes up in another time',
  covers: ['0.4'],
  setup: labSetup({ records: 4 }),
  plan: leaderFreezesBefore('Fetch@3 broker-2>broker-1'),
  expect: { log: ['A', 'B', 'C', 'D'] },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    'A ?',
    'paused by you',
    'broker 1 is out',
    'try 2',
    'D cut off never acked',
    'ISR 1, 2, 3',
    'HW 4',
  ],
}
