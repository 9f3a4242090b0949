import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { leaderDiesBehindAnswer } from './clusterPlans.ts'
import { log } from './fact.ts'
import type { Story } from './story.ts'

export const lastDiskLost: Story = {
  id: 'last-disk-lost-min-isr-1',
  title: 'One replica says yes for all, and its disk is lost',
  covers: ['0.5'],
  setup: labSetup({ records: 3, isrAtStart: [1], topic: { 'min.insync.replicas': '1' } }),
  plan: leaderDiesBehindAnswer('C', 'lost'),
  expect: {
    log: [],
    missing: ['A', 'B', 'C'],
    lost: ['A', 'B', 'C'],
    broken: ['acked-is-in-the-log'],
  },
  telling: {
    group: 'yes',
    answers: [log(), log('A'), log('A', 'B', 'C')],
    beats: [
      on('batch-appended', 'A', 'broker-1'),
      on('batch-acked', 'A'),
      on('disk-lost', 'broker-1'),
      on('leader-elected'),
      on('leadership-taken', 'broker-1'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    'crash, disk lost by you',
    'broker 1 is out nobody may lead',
    'HW 3',
    'broker 1 leads, unclean',
  ],
}
