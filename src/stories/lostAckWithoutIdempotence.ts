import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { happens } from './fact.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

export const lostAckWithoutIdempotence: Story = {
  id: 'lost-ack-without-idempotence',
  title: 'An ack is lost, and the second try is stored as well',
  covers: ['0.6', '2.1', '2.2', '3.8'],
  setup: labSetup({ records: 4, awaitEach: true, producer: { 'enable.idempotence': 'false' } }),
  plan: answerLost('C'),
  expect: { log: ['A', 'B', 'C', 'C', 'D'], twice: ['C'], broken: ['stored-at-most-once'] },
  telling: {
    group: 'again',
    answers: [0, 1, 2].map((times) => happens(on('batch-acked', 'C'), times)),
    beats: [
      on('batch-appended', 'C', 'broker-1'),
      on('message-lost', 'C'),
      on('request-timed-out', 'C'),
      on('batch-sent', 'C', 2),
      on('batch-appended', 'C', 'broker-1', 2),
      on('batch-acked', 'C'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    '4',
    'A ?',
    'answer lost',
    'nothing gets through',
    'C ?',
    'request.timeout.ms',
    'closed',
    'try 2',
    'HW 5',
  ],
}
