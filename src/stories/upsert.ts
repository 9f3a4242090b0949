import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { diesUncommittedForHours } from './effectPlans.ts'
import { effects } from './fact.ts'
import type { Story } from './story.ts'

export const upsert: Story = {
  id: 'upsert',
  title: 'A keyed upsert needs no window: repeated two hours later, the row stands once',
  covers: ['2.9', '2.13'],
  setup: labSetup({ records: 2, everyMs: 40, reader: 'row', commit: 'after', protection: { kind: 'upsert' } }),
  plan: diesUncommittedForHours('B', 'row-1'),
  expect: { log: ['A', 'B'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [on('effect-happened', 'B'), on('node-crashed'), on('position-found'), on('effect-skipped', 'B')],
  },
  mustShow: ['0', '1', 'A ?', 'crash', 'back', 'HW 2'],
}
