import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { effects } from './fact.ts'
import { crashBeforeReply } from './readerPlans.ts'
import type { Story } from './story.ts'

/** CGR-02: done is said after it is done, so what a crash interrupts comes again. */
export const commitAfter: Story = {
  id: 'commit-after',
  title: 'The reader works before it commits, and crashes in between: B is charged twice',
  covers: ['1.1', '1.2', '2.5'],
  setup: labSetup({ records: 3, everyMs: 40, reader: 'card', commit: 'after' }),
  plan: crashBeforeReply('B'),
  expect: { log: ['A', 'B', 'C'], twice: ['B'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('offsets-committed', 'consumer-1'),
      on('effect-happened', 'B'),
      on('node-crashed', 'consumer-1'),
      on('position-found', 'consumer-1'),
      on('effect-happened', 'B', 2),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'crash', 'HW 3'],
}
