import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { copies } from './fact.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

/** The producer’s row is the same as in `noAnswerRequestLost`: what differs is the truth (lesson 1). */
export const noAnswerAckLost: Story = {
  id: 'no-answer-ack-lost',
  title: 'The ack of a record that is never sent again is lost',
  covers: ['0.1', '2.1', '2.2', '2.6'],
  setup: labSetup({ records: 1, producer: { 'enable.idempotence': 'false', retries: '0' } }),
  plan: answerLost('A'),
  expect: { log: ['A'], inDoubt: ['A'] },
  telling: {
    group: 'doubt',
    answers: [copies('A', 0), copies('A', 1), copies('A', 2)],
    beats: [
      on('batch-sent', 'A'),
      on('batch-appended', 'A', 'broker-1'),
      on('message-lost', 'A'),
      on('batch-failed', 'A'),
    ],
  },
  mustShow: [
    '0',
    'A ?',
    'answer lost',
    'nothing gets through',
    'request.timeout.ms',
    'closed',
    'TimeoutException',
    'HW 1',
  ],
}
