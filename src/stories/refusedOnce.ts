import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { log } from './fact.ts'
import { refusedOnce as refused } from './plans.ts'
import type { Story } from './story.ts'

/** Aimed at B and not at A: of a producer that no broker remembers the first batch may start anywhere (MYTH-02). */
export const refusedOnce: Story = {
  id: 'refused-once',
  title: 'B is refused with C in flight, and order is restored',
  covers: ['0.9', '1.4', '2.10'],
  setup: labSetup({ records: 3 }),
  plan: refused('B'),
  expect: { log: ['A', 'B', 'C'] },
  telling: {
    group: 'again',
    answers: [log('A'), log('A', 'B', 'C'), log('A', 'C', 'B')],
    beats: [
      on('batch-refused', 'B'),
      on('batch-refused', 'C'),
      on('batch-sent', 'B', 2),
      on('batch-appended', 'B', 'broker-1'),
      on('batch-appended', 'C', 'broker-1'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    'NOT_ENOUGH_REPLICAS',
    'refused once',
    'B waits',
    'OUT_OF_ORDER_SEQUENCE_NUMBER',
    'seq 2 came, 1 expected',
    'C waits',
    'try 2',
    'HW 3',
  ],
}
