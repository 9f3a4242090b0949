import { labSetup } from '../engine/index.ts'
import { silentFrom } from './recordedPlans.ts'
import { scripted } from './scripted.ts'
import type { Story } from './story.ts'

/**
 * Nobody watches the clock of C's request. The sender sleeps anew after D, for a whole request.timeout.ms from then on,
 * and looks only when it wakes (TMO-10, MYTH-22; recording A16d).
 */
export const timeoutNoticedLate: Story = {
  id: 'timeout-noticed-late',
  title: 'A request time-out is noticed late, because of a record for another broker',
  covers: ['2.1'],
  setup: scripted(labSetup({ partitions: 2, producer: { 'linger.ms': '0', 'request.timeout.ms': '2000' } }), [
    ['A', 4, 0],
    ['B', 54, 1],
    ['C', 104, 0],
    ['D', 1_704, 1],
  ]),
  plan: silentFrom('C'),
  expect: { log: ['A', 'C'] },
  mustShow: [
    '0',
    '1',
    'A ?',
    'request lost',
    'nothing gets through',
    'C ?',
    'request.timeout.ms',
    'closed',
    'try 2',
    'HW 2',
  ],
}
