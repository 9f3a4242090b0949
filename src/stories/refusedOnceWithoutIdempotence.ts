import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { happens } from './fact.ts'
import { refusedOnce } from './plans.ts'
import type { Story } from './story.ts'

export const refusedOnceWithoutIdempotence: Story = {
  id: 'refused-once-without-idempotence',
  title: 'B is refused with C in flight, and C stays before B',
  covers: ['0.9'],
  setup: labSetup({ records: 3, producer: { 'enable.idempotence': 'false' } }),
  plan: refusedOnce('B'),
  expect: { log: ['A', 'C', 'B'], outOfOrder: ['B'], broken: ['order-is-kept'] },
  telling: {
    group: 'again',
    answers: [0, 1, 2].map((times) => happens(on('batch-failed'), times)),
    beats: [
      on('batch-refused', 'B'),
      on('batch-appended', 'C', 'broker-1'),
      on('batch-sent', 'B', 2),
      on('batch-appended', 'B', 'broker-1'),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'NOT_ENOUGH_REPLICAS', 'refused once', 'B waits', 'try 2', 'HW 3'],
}
