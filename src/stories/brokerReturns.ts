import { labSetup } from '../engine/index.ts'
import { leaderDiesWith } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const brokerReturns: Story = {
  id: 'broker-returns-and-truncates',
  title: 'A broker comes back with one record too many, and follows',
  covers: ['0.4'],
  setup: labSetup({ records: 5 }),
  plan: leaderDiesWith('C', 12_000),
  expect: { log: ['A', 'B', 'C', 'D', 'E'] },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    '4',
    'A ?',
    'crash by you',
    'broker 1 is out',
    'try 2',
    'C cut off never acked',
    'ISR 1, 2, 3',
    'HW 5',
  ],
}
