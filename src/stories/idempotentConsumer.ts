import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { effects } from './fact.ts'
import { answerLost } from './plans.ts'
import type { Story } from './story.ts'

export const idempotentConsumer: Story = {
  id: 'idempotent-consumer',
  title: 'A record is stored and delivered twice, and an idempotent consumer charges once',
  covers: ['1.1', '1.7', '2.7', '2.8', '2.15'],
  setup: labSetup({
    records: 3,
    awaitEach: true,
    reader: 'card',
    commit: 'after',
    protection: { kind: 'dedup', windowMs: 3_600_000 },
    producer: { 'enable.idempotence': 'false' },
  }),
  plan: answerLost('B'),
  expect: { log: ['A', 'B', 'B', 'C'], broken: ['stored-at-most-once'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('message-lost', 'B'),
      on('effect-happened', 'B'),
      on('batch-appended', 'B', 'broker-1', 2),
      on('record-delivered', 'B', 2),
      on('effect-skipped', 'B'),
    ],
  },
  mustShow: [
    '0',
    '1',
    '2',
    '3',
    'A ?',
    'answer lost',
    'nothing gets through',
    'B ?',
    'request.timeout.ms',
    'closed',
    'try 2',
    'done before',
    'HW 4',
  ],
}
