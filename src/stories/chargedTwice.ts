import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { before } from './fact.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

const charged = on('effect-happened', 'C')
const sentAgain = on('batch-sent', 'C', 2)

export const chargedTwice: Story = {
  id: 'charged-twice',
  title: 'A record is stored twice, and a card is charged for each copy',
  covers: ['0.6', '2.5'],
  setup: labSetup({ records: 4, awaitEach: true, reader: 'card', producer: { 'enable.idempotence': 'false' } }),
  plan: answerLost('C'),
  expect: { log: ['A', 'B', 'C', 'C', 'D'], twice: ['C'], broken: ['stored-at-most-once', 'one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [before(charged, sentAgain), before(sentAgain, charged)],
    beats: [
      on('message-lost', 'C'),
      on('effect-happened', 'C'),
      on('batch-appended', 'C', 'broker-1', 2),
      on('record-delivered', 'C', 2),
      on('effect-happened', 'C', 2),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    '4',
    'A ?',
    'answer lost',
    'nothing gets through',
    'C ?',
    'request.timeout.ms',
    'closed',
    'try 2',
    'HW 5',
  ],
}
