import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { leaderDiesWith } from './clusterPlans.ts'
import { copies } from './fact.ts'
import type { Story } from './story.ts'

export const leaderDiesAcked: Story = {
  id: 'acked-then-lost-with-the-leader',
  title: 'Acked by the leader alone, and lost with it',
  covers: ['0.3', '0.4'],
  setup: labSetup({ records: 3, producer: { acks: '1' } }),
  plan: leaderDiesWith('C'),
  expect: { log: ['A', 'B'], missing: ['C'], lost: ['C'], broken: ['acked-is-in-the-log'] },
  telling: {
    group: 'yes',
    answers: [copies('C', 0), copies('C', 1), copies('C', 2)],
    beats: [
      on('batch-appended', 'C', 'broker-1'),
      on('node-crashed', 'broker-1'),
      on('batch-acked', 'C'),
      on('leader-elected', 'broker-2'),
      on('log-truncated', 'C', 'broker-1'),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'crash by you', 'broker 1 is out', 'HW 2', 'C cut off was acked', 'ISR 1, 2, 3'],
}
