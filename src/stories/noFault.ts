import { labSetup } from '../engine/index.ts'
import type { Story } from './story.ts'

export const noFault: Story = {
  id: 'no-fault',
  title: 'Three records, and nothing goes wrong',
  covers: ['0.8', '0.10'],
  setup: labSetup({ records: 3 }),
  plan: [],
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'HW 3'],
}
