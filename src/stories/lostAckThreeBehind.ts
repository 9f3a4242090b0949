import { labSetup } from '../engine/index.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

/** Nothing is lost alone: the answers to D, E and F are gone with the one to C, and all four are tried again (MYTH-12). */
export const lostAckThreeBehind: Story = {
  id: 'lost-ack-three-behind',
  title: 'An ack is lost with three records behind it in flight',
  covers: ['0.11', '2.1', '2.10'],
  setup: labSetup({ records: 6 }),
  plan: answerLost('C'),
  expect: { log: ['A', 'B', 'C', 'D', 'E', 'F'] },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    'A ?',
    'answer lost',
    'nothing gets through',
    'C ?',
    'D ?',
    'E ?',
    'F ?',
    'request.timeout.ms',
    'closed',
    'try 2',
    'not appended',
    'HW 6',
  ],
}
