import { labSetup } from '../engine/index.ts'
import { refusedWithOthersBehind } from './recordedPlans.ts'
import { scripted } from './scripted.ts'
import type { Story } from './story.ts'

/**
 * A broker that knows nothing of a producer takes any first sequence (BLOG-09). So B opens the log with sequence 1, and
 * A with sequence 0 is refused until it expires, while all others go in (MYTH-02; recording A5c).
 */
export const holeNeverClosed: Story = {
  id: 'hole-never-closed',
  title: 'The very first batch is refused, and never gets in',
  covers: ['0.12'],
  setup: scripted(
    labSetup({ producer: { 'linger.ms': '0', 'delivery.timeout.ms': '4000', 'request.timeout.ms': '3000' } }),
    [
      ['A', 4],
      ['B', 29],
      ['C', 54],
      ['D', 4_060],
      ['E', 4_120],
    ],
  ),
  plan: refusedWithOthersBehind('A'),
  expect: { log: ['B', 'C', 'D', 'E'], refused: ['A'] },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    'A ?',
    '500 ms late',
    'CORRUPT_MESSAGE',
    'refused once',
    'A waits',
    'B ?',
    'C ?',
    'try 2',
    'seq 0 came, 3 expected',
    'OUT_OF_ORDER_SEQUENCE_NUMBER',
    'try 6',
    'TimeoutException',
    'delivery.timeout.ms',
    'gives up',
    'HW 4',
  ],
}
