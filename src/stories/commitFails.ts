import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { effects } from './fact.ts'
import { commitFailsThenCrash } from './readerPlans.ts'
import type { Story } from './story.ts'

/** The row stands in a database that knows nothing of the group's offsets: two writes, no bond between them. */
export const commitFails: Story = {
  id: 'commit-fails',
  title: 'The row is written, the commit fails: the row is written again',
  covers: ['1.2', '3.5'],
  setup: labSetup({ records: 3, everyMs: 40, reader: 'row', commit: 'after' }),
  plan: commitFailsThenCrash('B'),
  expect: { log: ['A', 'B', 'C'], twice: ['B'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [effects('B', 0), effects('B', 1), effects('B', 2)],
    beats: [
      on('effect-happened', 'B'),
      on('commit-failed', 'consumer-1'),
      on('node-crashed', 'consumer-1'),
      on('position-found', 'consumer-1'),
      on('effect-happened', 'B', 2),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'crash', 'HW 3'],
}
