import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { copies } from './fact.ts'
import { silentFrom } from './recordedPlans.ts'
import type { Story } from './story.ts'

export const noAnswerRequestLost: Story = {
  id: 'no-answer-request-lost',
  title: 'A record that is never sent again is lost on its way',
  covers: ['0.1', '2.1', '2.2', '2.6'],
  setup: labSetup({ records: 1, producer: { 'enable.idempotence': 'false', retries: '0' } }),
  plan: silentFrom('A'),
  expect: { log: [], missing: ['A'], inDoubt: ['A'] },
  telling: {
    group: 'doubt',
    answers: [copies('A', 0), copies('A', 1), copies('A', 2)],
    beats: [on('batch-sent', 'A'), on('message-lost', 'A'), on('batch-failed', 'A')],
  },
  mustShow: ['A ?', 'request lost', 'nothing gets through', 'request.timeout.ms', 'closed', 'TimeoutException'],
}
