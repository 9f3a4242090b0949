import { labSetup } from '../engine/index.ts'
import { coordinatorCrashes } from './readerPlans.ts'
import type { Story } from './story.ts'

/** A commit that was not answered may be gone: the reader waits nine seconds for the next coordinator, and says it again. */
export const coordinatorDies: Story = {
  id: 'coordinator-dies',
  title: 'The group coordinator dies with a commit that only it has: the reader commits again at the next one',
  covers: [],
  setup: labSetup({ records: 3, everyMs: 40, reader: 'card', commit: 'after' }),
  plan: coordinatorCrashes(),
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'crash', 'HW 3'],
}
