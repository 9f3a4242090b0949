import { labSetup } from '../engine/index.ts'
import { lostThenAnswerLate } from './recordedPlans.ts'
import { scripted } from './scripted.ts'
import type { Story } from './story.ts'

/** With one batch to retry the pipeline is full again at once: C and D do not wait for the answer to B (SEQ-05; recording A21). */
export const newBehindRetry: Story = {
  id: 'new-behind-retry',
  title: 'New records follow a retry that is still in flight',
  covers: ['0.8'],
  setup: scripted(labSetup(), [
    ['A', 4],
    ['B', 54],
    ['C', 250],
    ['D', 275],
  ]),
  plan: lostThenAnswerLate('B'),
  expect: { log: ['A', 'B', 'C', 'D'] },
  mustShow: ['0', '1', '2', '3', 'A ?', 'connection broken', 'B ?', 'try 2', 'late by you', 'C ?', 'D ?', 'HW 4'],
}
