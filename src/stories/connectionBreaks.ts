import { labSetup } from '../engine/index.ts'
import { breaksOnAnswer } from './plans.ts'
import type { Story } from './story.ts'

/** The same doubt as after a silent loss, and over in 0.2 s instead of 30: the client notices a break at once. */
export const connectionBreaks: Story = {
  id: 'connection-breaks',
  title: 'The connection breaks instead of going silent',
  covers: ['0.11', '2.10'],
  setup: labSetup({ records: 4, awaitEach: true }),
  plan: breaksOnAnswer('C'),
  expect: { log: ['A', 'B', 'C', 'D'] },
  mustShow: ['0', '1', '2', '3', 'A ?', 'connection broken', 'C ?', 'try 2', 'not appended', 'HW 4'],
}
