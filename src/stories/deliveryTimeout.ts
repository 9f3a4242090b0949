import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { copies } from './fact.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

/** Reported as failed, and in the log all the same (MYTH-11); the next record goes in under a new epoch (TMO-06). */
export const deliveryTimeout: Story = {
  id: 'delivery-timeout',
  title: 'Reported as failed after delivery.timeout.ms, and in the log',
  covers: ['0.12', '2.1'],
  setup: labSetup({ records: 4, awaitEach: true, producer: { 'delivery.timeout.ms': '30050' } }),
  plan: answerLost('C'),
  expect: { log: ['A', 'B', 'C', 'D'], inDoubt: ['C'] },
  telling: {
    group: 'again',
    answers: [copies('C', 0), copies('C', 1), copies('C', 2)],
    beats: [
      on('batch-appended', 'C', 'broker-1'),
      on('message-lost', 'C'),
      on('request-timed-out', 'C'),
      on('batch-failed', 'C'),
      on('batch-appended', 'D', 'broker-1'),
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
    'TimeoutException',
    'delivery.timeout.ms',
    'gives up',
    'HW 4',
  ],
}
