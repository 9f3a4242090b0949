import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { effects } from './fact.ts'
import { crashBeforeWork } from './readerPlans.ts'
import type { Story } from './story.ts'

/** CGR-02: done is said before it is done, so what a crash interrupts is skipped. */
export const commitBefore: Story = {
  id: 'commit-before',
  title: 'The reader commits before it works, and crashes in between: B is skipped',
  covers: ['1.1', '1.2'],
  setup: labSetup({ records: 3, everyMs: 40, reader: 'card', commit: 'before' }),
  plan: crashBeforeWork('B'),
  expect: { log: ['A', 'B', 'C'], missing: ['B'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('record-delivered', 'B'),
      on('offsets-committed', 'consumer-1', 2),
      on('node-crashed', 'consumer-1'),
      on('position-found', 'consumer-1'),
      on('effect-happened', 'C'),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'crash', 'HW 3'],
}
