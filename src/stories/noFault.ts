import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { before } from './fact.ts'
import type { Story } from './story.ts'

export const noFault: Story = {
  id: 'no-fault',
  title: 'Three records, and nothing goes wrong',
  covers: ['0.3', '0.8', '0.10'],
  setup: labSetup({ records: 3 }),
  plan: [],
  expect: { log: ['A', 'B', 'C'] },
  telling: {
    group: 'yes',
    answers: [
      before(on('batch-acked', 'A'), on('batch-replicated', 'A', 'broker-3')),
      before(on('batch-replicated', 'A', 'broker-3'), on('batch-acked', 'A')),
    ],
    beats: [
      on('batch-sent', 'A'),
      on('batch-appended', 'A', 'broker-1'),
      on('batch-replicated', 'A', 'broker-3'),
      on('high-watermark-advanced', 'broker-1'),
      on('batch-acked', 'A'),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'HW 3'],
}
