import { labSetup } from '../engine/index.ts'
import { breaksWithOthersBehind } from './recordedPlans.ts'
import type { Story } from './story.ts'

/** Lost together, and sent again each after the answer to the one before: the lowest sequence goes first (SEQ-05; recording A5). */
export const fiveLostAndResent: Story = {
  id: 'five-lost-and-resent',
  title: 'Five in flight are lost with the connection, and sent again one by one',
  covers: ['0.8'],
  setup: labSetup({ records: 6, everyMs: 25 }),
  plan: breaksWithOthersBehind('B'),
  expect: { log: ['A', 'B', 'C', 'D', 'E', 'F'] },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    'A ?',
    '500 ms late',
    'connection broken',
    'B ?',
    'C ?',
    'D ?',
    'E ?',
    'F ?',
    'try 2',
    'HW 6',
  ],
}
