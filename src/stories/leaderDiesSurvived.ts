import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { leaderDiesWith } from './clusterPlans.ts'
import { copies } from './fact.ts'
import type { Story } from './story.ts'

export const leaderDiesSurvived: Story = {
  id: 'leader-dies-acks-all',
  title: 'The same crash with acks=all: in doubt for ten seconds, and stored once',
  covers: ['0.4'],
  setup: labSetup({ records: 3 }),
  plan: leaderDiesWith('C'),
  expect: { log: ['A', 'B', 'C'] },
  telling: {
    group: 'yes',
    answers: [copies('C', 0), copies('C', 1), copies('C', 2)],
    beats: [
      on('batch-appended', 'C', 'broker-1'),
      on('node-crashed', 'broker-1'),
      on('leader-elected', 'broker-2'),
      on('batch-sent', 'C', 2),
      on('batch-acked', 'C'),
      on('log-truncated', 'C', 'broker-1'),
    ],
  },
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
