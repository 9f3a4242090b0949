import { labSetup } from '../engine/index.ts'
import { leaderDiesBehindAnswer } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const lastDiskLostWithTwo: Story = {
  id: 'disk-lost-min-isr-2',
  title: 'The same with two that must say yes: the other one has every record',
  covers: ['0.5'],
  setup: labSetup({ records: 3, isrAtStart: [1, 2] }),
  plan: leaderDiesBehindAnswer('C', 'lost'),
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'crash, disk lost by you', 'broker 1 is out', 'HW 3'],
}
