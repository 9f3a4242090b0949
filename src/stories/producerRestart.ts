import { labSetup } from '../engine/index.ts'
import { on } from './anchor.ts'
import { copies } from './fact.ts'
import { crashBeforeAnswer } from './plans.ts'
import type { Story } from './story.ts'

/** A restarted producer is a stranger: its numbers protect no record that the application sends again (PID-03). */
export const producerRestart: Story = {
  id: 'producer-restart',
  title: 'The producer restarts, and its application sends C again',
  covers: ['0.7', '0.12'],
  setup: labSetup({ records: 4, awaitEach: true, onFailure: 'send-again' }),
  plan: crashBeforeAnswer('C'),
  expect: { log: ['A', 'B', 'C', 'C', 'D'], twice: ['C'], broken: ['stored-at-most-once'] },
  telling: {
    group: 'again',
    answers: [copies('C', 0), copies('C', 1), copies('C', 2)],
    beats: [
      on('batch-appended', 'C', 'broker-1'),
      on('node-crashed', 'producer-1'),
      on('application-sends-again', 'C'),
      on('producer-id-received', 'producer-1'),
      on('batch-appended', 'C', 'broker-1', 2),
    ],
  },
  mustShow: ['0', '1', '2', '3', '4', 'A ?', 'crash', 'sends again', 'HW 5'],
}
