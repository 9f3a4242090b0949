import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { happens } from './fact.ts'
import { breaksOnRequest } from './plans.ts'
import type { Story } from './story.ts'

export const frameLost: Story = {
  id: 'frame-lost',
  title: 'A frame of a video is lost with acks=0, and nobody minds',
  covers: ['2.3', '2.18'],
  setup: labSetup({ records: 5, reader: 'frame', producer: { acks: '0' } }),
  plan: breaksOnRequest('C'),
  expect: { log: ['A', 'B', 'D', 'E'], missing: ['C'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [5, 6, 8].map((times) => happens(on('batch-sent'), times)),
    beats: [
      on('batch-counted-as-sent', 'A'),
      on('message-lost', 'C'),
      on('effect-happened', 'D'),
      on('effect-happened', 'E'),
    ],
  },
  mustShow: ['0', '1', '2', '3', 'success', 'connection broken', 'HW 4'],
}
