import { labSetup } from '../engine/index.ts'
import { leaderDiesWith } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const leaderDiesSurvived: Story = {
  id: 'leader-dies-acks-all',
  title: 'The same crash with acks=all: in doubt for ten seconds, and stored once',
  covers: ['0.4'],
  setup: labSetup({ records: 3 }),
  plan: leaderDiesWith('C'),
  expect: { log: ['A', 'B', 'C'] },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    'C ?',
    'crash by you',
    'broker 1 is out',
    'try 2',
    'HW 3',
    'C cut off never acked',
    'ISR 1, 2, 3',
  ],
}
