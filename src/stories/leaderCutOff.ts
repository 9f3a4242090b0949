import { labSetup } from '../engine/index.ts'
import { leaderCutOffWith } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const leaderCutOff: Story = {
  id: 'leader-cut-off-and-back',
  title: 'Cut off from the cluster and back: what the old leader said yes to is cut',
  covers: ['0.4'],
  setup: labSetup({ records: 4, producer: { acks: '1' } }),
  plan: leaderCutOffWith('C'),
  expect: { log: ['A', 'B'], missing: ['C', 'D'], lost: ['C', 'D'], broken: ['acked-is-in-the-log'] },
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
