import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { replyLost } from './effectPlans.ts'
import { effects } from './fact.ts'
import type { Story } from './story.ts'

export const effectReplyLost: Story = {
  id: 'effect-reply-lost',
  title: 'The reply of the card service is lost, the reader calls again, and the card is charged twice',
  covers: ['2.5', '2.13'],
  setup: labSetup({ records: 2, everyMs: 40, reader: 'card', commit: 'after' }),
  plan: replyLost('B', 'card-1'),
  expect: { log: ['A', 'B'], twice: ['B'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('effect-called', 'B'),
      on('effect-happened', 'B'),
      on('message-lost', 'B'),
      on('effect-in-doubt', 'B'),
      on('effect-called', 'B', 2),
      on('effect-happened', 'B', 2),
    ],
  },
  mustShow: ['0', '1', 'A ?', 'reply lost', 'nothing gets through', 'closed', 'B done, or not ?', 'try 2', 'HW 2'],
}
