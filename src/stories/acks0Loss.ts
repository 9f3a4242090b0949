import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { happens } from './fact.ts'
import { breaksOnRequest } from './plans.ts'
import type { Story } from './story.ts'

export const acks0Loss: Story = {
  id: 'acks-0-loss',
  title: 'With acks=0 a record is gone and nobody notices',
  covers: ['0.2', '2.3'],
  setup: labSetup({ records: 5, producer: { acks: '0' } }),
  plan: breaksOnRequest('C'),
  expect: { log: ['A', 'B', 'D', 'E'], missing: ['C'] },
  telling: {
    group: 'doubt',
    answers: [happens(on('batch-failed'), 0), happens(on('batch-failed'), 1), happens(on('batch-failed'), 3)],
    beats: [
      on('batch-counted-as-sent', 'A'),
      on('message-lost', 'C'),
      on('batch-sent', 'D'),
      on('batch-appended', 'E', 'broker-1'),
    ],
  },
  mustShow: ['0', '1', '2', '3', 'success', 'connection broken', 'HW 4'],
}
