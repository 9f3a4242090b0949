import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { effects } from './fact.ts'
import { crashBeforeReply } from './readerPlans.ts'
import type { Story } from './story.ts'

/** CGR-03, CGR-04: nothing was committed yet, so everything since the last commit comes again. */
export const autoCommit: Story = {
  id: 'auto-commit',
  title: 'Kafka commits every five seconds by itself; a crash before that repeats all of it',
  covers: ['1.2'],
  setup: labSetup({ records: 3, everyMs: 40, reader: 'card', commit: 'auto' }),
  plan: crashBeforeReply('C'),
  expect: { log: ['A', 'B', 'C'], twice: ['A', 'B', 'C'], broken: ['one-effect-each'] },
  telling: {
    group: 'beyond',
    answers: [effects('A', 0), effects('A', 1), effects('A', 2)],
    beats: [
      on('effect-confirmed', 'A'),
      on('node-crashed', 'consumer-1'),
      on('position-found', 'consumer-1'),
      on('effect-happened', 'A', 2),
      on('offsets-committed', 'consumer-1'),
    ],
  },
  mustShow: ['0', '1', '2', 'A ?', 'crash', 'HW 3'],
}
