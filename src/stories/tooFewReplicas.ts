import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { copies } from './fact.ts'
import type { Story } from './story.ts'

export const tooFewReplicas: Story = {
  id: 'too-few-replicas',
  title: 'Too few replicas are in sync: refused for two minutes, then given up',
  covers: ['0.5'],
  setup: labSetup({ records: 1, isrAtStart: [1] }),
  plan: [],
  expect: { log: [], refused: ['A'] },
  telling: {
    group: 'yes',
    answers: [copies('A', 0), copies('A', 1), copies('A', 2)],
    beats: [on('batch-refused', 'A'), on('batch-sent', 'A', 2), on('batch-failed', 'A')],
  },
  mustShow: ['NOT_ENOUGH_REPLICAS', 'A waits', 'try 122', 'TimeoutException', 'delivery.timeout.ms', 'gives up'],
}
