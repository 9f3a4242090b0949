import { labSetup } from '../engine/index.ts'
import { lateAnswerThenSilence } from './recordedPlans.ts'
import { scripted } from './scripted.ts'
import type { Story } from './story.ts'

/**
 * C expires in its first attempt and leaves a hole that nobody marked: D expires unsent behind it, E runs into the hole
 * until it expires too, and only then the epoch rises and F goes in (TMO-07, MYTH-23; recording A11c).
 */
export const stuckPartition: Story = {
  id: 'stuck-partition',
  title: 'One lost request costs three records',
  covers: ['0.12'],
  setup: scripted(
    labSetup({
      producer: {
        'linger.ms': '0',
        'delivery.timeout.ms': '3000',
        'request.timeout.ms': '3000',
        'max.in.flight.requests.per.connection': '1',
      },
    }),
    [
      ['A', 4],
      ['B', 74],
      ['C', 100],
      ['D', 3_152],
      ['E', 6_204],
      ['F', 9_256],
    ],
  ),
  plan: lateAnswerThenSilence('B', 'C'),
  expect: { log: ['A', 'B', 'F'], refused: ['D', 'E'], missing: ['C'], inDoubt: ['C'] },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    '1 s late',
    'C waits',
    'C ?',
    'request lost',
    'nothing gets through',
    'D waits',
    'request.timeout.ms',
    'closed',
    'E ?',
    'E waits',
    'seq 3 came, 2 expected',
    'OUT_OF_ORDER_SEQUENCE_NUMBER',
    'try 6',
    'TimeoutException',
    'delivery.timeout.ms',
    'gives up',
    'HW 3',
  ],
}
