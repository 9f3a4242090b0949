import { labSetup } from '../engine/index.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

export const lostAck: Story = {
  id: 'lost-ack',
  title: 'An ack is lost, and the broker recognises the second try',
  covers: ['0.11', '1.4', '2.1', '2.10', '3.8'],
  setup: labSetup({ records: 4, awaitEach: true }),
  plan: answerLost('C'),
  expect: { log: ['A', 'B', 'C', 'D'] },
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
