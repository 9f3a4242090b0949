import { labSetup } from '../engine/index.ts'
import { leaderDiesBehindAnswer } from './clusterPlans.ts'
import type { Story } from './story.ts'

export const uncleanElection: Story = {
  id: 'unclean-election',
  title: 'Unclean: a replica that has nothing may lead, and writing goes on',
  covers: ['0.5'],
  setup: labSetup({
    records: 4,
    everyMs: 4000,
    isrAtStart: [1],
    topic: { 'min.insync.replicas': '1', 'unclean.leader.election.enable': 'true' },
  }),
  plan: leaderDiesBehindAnswer('C', 'kept'),
  expect: {
    log: ['D'],
    missing: ['A', 'B', 'C'],
    lost: ['A', 'B', 'C'],
    broken: ['acked-is-in-the-log'],
  },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    'crash by you',
    'broker 1 is out',
    'broker 2 leads, unclean',
    'A, B and C cut off were acked',
    'ISR 1, 2',
  ],
}
