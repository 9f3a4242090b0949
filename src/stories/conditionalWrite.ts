import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { replyLost } from './effectPlans.ts'
import { effects } from './fact.ts'
import type { Story } from './story.ts'

export const conditionalWrite: Story = {
  id: 'conditional-write',
  title: 'A conditional write refuses the second attempt, and the reader finds its own first one',
  covers: ['2.9', '2.17'],
  setup: labSetup({
    records: 2,
    everyMs: 40,
    reader: 'row',
    commit: 'after',
    protection: { kind: 'conditional' },
  }),
  plan: replyLost('B', 'row-1'),
  expect: { log: ['A', 'B'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('effect-happened', 'B'),
      on('message-lost', 'B'),
      on('effect-in-doubt', 'B'),
      on('effect-skipped', 'B'),
      on('effect-confirmed', 'B'),
    ],
  },
  mustShow: [
    '0',
    '1',
    'A ?',
    'reply lost',
    'nothing gets through',
    'closed',
    'B done, or not ?',
    'try 2',
    'its key stands',
    'HW 2',
  ],
}
