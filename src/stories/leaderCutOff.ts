import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { leaderCutOffWith } from './clusterPlans.ts'
import { log } from './fact.ts'
import type { Story } from './story.ts'

export const leaderCutOff: Story = {
  id: 'leader-cut-off-and-back',
  title: 'Cut off from the cluster and back: what the old leader said yes to is cut',
  covers: ['0.4', '1.8'],
  setup: labSetup({ records: 4, producer: { acks: '1' } }),
  plan: leaderCutOffWith('C'),
  expect: { log: ['A', 'B'], missing: ['C', 'D'], lost: ['C', 'D'], broken: ['acked-is-in-the-log'] },
  telling: {
    group: 'yes',
    answers: [log('A', 'B'), log('A', 'B', 'C'), log('A', 'B', 'C', 'D')],
    beats: [
      on('batch-appended', 'C', 'broker-1'),
      on('cut-began', 'broker-1'),
      on('leader-elected', 'broker-2'),
      on('batch-acked', 'C'),
      on('batch-appended', 'D', 'broker-1'),
      on('log-truncated', 'C', 'broker-1'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    'A ?',
    'cut off by you',
    'broker 1 is out',
    'C and D cut off were acked',
    'ISR 1, 2, 3',
  ],
}
