import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { happens, never } from './fact.ts'
import { refusedThenAnswerLost } from './recordedPlans.ts'
import type { Story } from './story.ts'

/**
 * B was written as sequence 1 of epoch 0. The epoch rises to let A in, B becomes sequence 1 of epoch 1, and nobody
 * recognises it (SEQ-08, SEQ-09, MYTH-10; recording A13).
 */
export const twiceAfterEpochBump: Story = {
  id: 'twice-after-epoch-bump',
  title: 'With idempotence B is written twice, and every answer is an ack',
  covers: ['0.7'],
  setup: labSetup({ records: 2 }),
  plan: refusedThenAnswerLost('A', 'B'),
  expect: { log: ['B', 'A', 'B'], twice: ['B'], outOfOrder: ['A'], broken: ['stored-at-most-once', 'order-is-kept'] },
  telling: {
    group: 'again',
    answers: [never(on('epoch-bumped')), happens(on('epoch-bumped')), happens(on('producer-id-received'))],
    beats: [
      on('batch-refused', 'A'),
      on('batch-appended', 'B', 'broker-1'),
      on('message-lost', 'B'),
      on('batch-refused', 'A', 2),
      on('epoch-bumped'),
      on('batch-appended', 'B', 'broker-1', 2),
      on('batch-acked', 'B'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    'A ?',
    'CORRUPT_MESSAGE',
    'refused once',
    'A waits',
    'connection broken',
    'B ?',
    'try 2',
    'OUT_OF_ORDER_SEQUENCE_NUMBER',
    'seq 0 came, 2 expected',
    'try 3',
    'HW 3',
  ],
}
