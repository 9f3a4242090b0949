import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { copies } from './fact.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

export const lostAck: Story = {
  id: 'lost-ack',
  title: 'An ack is lost, and the broker recognises the second try',
  covers: ['0.7', '0.11', '1.4', '2.1', '2.10', '3.8'],
  setup: labSetup({ records: 4, awaitEach: true }),
  plan: answerLost('C'),
  expect: { log: ['A', 'B', 'C', 'D'] },
  telling: {
    group: 'again',
    answers: [copies('C', 0), copies('C', 1), copies('C', 2)],
    beats: [
      on('batch-sent', 'C'),
      on('batch-appended', 'C', 'broker-1'),
      on('message-lost', 'C'),
      on('request-timed-out', 'C'),
      on('batch-sent', 'C', 2),
      on('duplicate-recognised', 'C'),
      on('batch-acked', 'C'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    'A ?',
    'answer lost',
    'nothing gets through',
    'C ?',
    'request.timeout.ms',
    'closed',
    'try 2',
    'not appended',
    'HW 4',
  ],
}
