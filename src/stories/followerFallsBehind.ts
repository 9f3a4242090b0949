import { labSetup } from '../engine/index.ts'
import { followerStopsBefore } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const followerFallsBehind: Story = {
  id: 'follower-falls-behind',
  title: 'A follower falls behind: nothing is acked until it is out of the ISR',
  covers: ['0.5'],
  setup: labSetup({ records: 3 }),
  plan: followerStopsBefore('FetchResponse@1 broker-1>broker-3'),
  expect: { log: ['A', 'B', 'C'] },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    'falls behind by you',
    'request.timeout.ms',
    'try 2',
    'not appended',
    'ISR 1, 2',
    'ISR 1, 2, 3',
    'HW 3',
  ],
}
