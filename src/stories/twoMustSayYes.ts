import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { bothFollowersStop, leaderDiesBeforeNews } from './clusterPlans.ts'
import { log } from './fact.ts'
import type { Story } from './story.ts'

/** As in `lastDiskLost` both followers fall behind and the leader loses its disk. With one in sync nothing is acked, so whoever may lead has what was (ELR, LEAD-09). */
export const twoMustSayYes: Story = {
  id: 'two-must-say-yes',
  title: 'Both followers fall behind, two must say yes, and nothing acked is lost with a disk',
  covers: ['0.5', '0.4'],
  setup: labSetup({ records: 2 }),
  plan: [...bothFollowersStop, ...leaderDiesBeforeNews('lost')],
  expect: { log: ['A', 'B'] },
  telling: {
    group: 'yes',
    answers: [log(), log('A'), log('A', 'B')],
    beats: [
      on('fell-behind', 'broker-3'),
      on('isr-changed'),
      on('disk-lost', 'broker-1'),
      on('leader-elected'),
      on('batch-refused', 'B'),
      on('batch-appended', 'B', 'broker-2'),
      on('batch-acked', 'B'),
    ],
  },
  mustShow: [
    '0',
    '1',
    'A ?',
    'falls behind by you',
    'request.timeout.ms',
    'try 2',
    'ISR 1',
    'crash, disk lost by you',
    'NOT_ENOUGH_REPLICAS',
    'HW 2',
  ],
}
