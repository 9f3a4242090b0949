import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { diesUncommittedForHours } from './effectPlans.ts'
import { effects } from './fact.ts'
import type { Story } from './story.ts'

const hour = 3_600_000

export const dedupWindow: Story = {
  id: 'dedup-window',
  title: 'A repeat two hours later finds a dedup window of one hour closed: charged twice',
  covers: ['2.8'],
  setup: labSetup({
    records: 2,
    everyMs: 40,
    reader: 'card',
    commit: 'after',
    protection: { kind: 'dedup', windowMs: hour },
  }),
  plan: diesUncommittedForHours('B', 'card-1'),
  expect: { log: ['A', 'B'], twice: ['B'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('effect-happened', 'B'),
      on('node-crashed'),
      on('node-restarted'),
      on('position-found'),
      on('effect-happened', 'B', 2),
    ],
  },
  mustShow: ['0', '1', 'A ?', 'crash', 'back', 'HW 2'],
}
