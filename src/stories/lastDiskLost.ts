import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { bothFollowersStop, leaderDiesBehindAnswer } from './clusterPlans.ts'
import { log } from './fact.ts'
import type { Story } from './story.ts'

/** All three are in sync when it begins. The ISR shrinks to the leader, and then its word is the word of all (ISR-R01). */
export const lastDiskLost: Story = {
  id: 'last-disk-lost-min-isr-1',
  title: 'Both followers fall behind, one replica says yes for all, and its disk is lost',
  covers: ['0.5'],
  setup: labSetup({ records: 2, topic: { 'min.insync.replicas': '1' } }),
  plan: [...bothFollowersStop, ...leaderDiesBehindAnswer('B', 'lost', 2)],
  expect: {
    log: [],
    missing: ['A', 'B'],
    lost: ['A', 'B'],
    broken: ['acked-is-in-the-log'],
  },
  telling: {
    group: 'yes',
    answers: [log(), log('A'), log('A', 'B')],
    beats: [
      on('batch-acked', 'A'),
      on('fell-behind', 'broker-3'),
      on('isr-changed'),
      on('produce-answered', 'B', 2),
      on('disk-lost', 'broker-1'),
      on('leadership-taken', 'broker-1'),
      on('log-truncated', 'A', 'broker-2'),
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
    'HW 2',
    'crash, disk lost by you',
    'broker 1 is out nobody may lead',
    'broker 1 leads, unclean',
  ],
}
