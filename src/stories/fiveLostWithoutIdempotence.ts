import { labSetup } from '../engine/index.ts'
import { breaksWithOthersBehind } from './recordedPlans.ts'
import type { Story } from './story.ts'

/** Each is put at the front of the queue, oldest first, so the youngest goes out first (SEQ-06, MYTH-13; recording A15b). */
export const fiveLostWithoutIdempotence: Story = {
  id: 'five-lost-without-idempotence',
  title: 'Without idempotence five lost records come back in reverse',
  covers: [],
  setup: labSetup({ records: 6, everyMs: 25, producer: { 'enable.idempotence': 'false' } }),
  plan: breaksWithOthersBehind('B'),
  expect: { log: ['A', 'F', 'E', 'D', 'C', 'B'], outOfOrder: ['E', 'D', 'C', 'B'], broken: ['order-is-kept'] },
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
