import { labSetup } from '../engine/index.ts'
import type { Story } from './story.ts'

export const noFaultWithReader: Story = {
  id: 'no-fault-with-reader',
  title: 'Three records, and a card charged for each',
  covers: ['0.10'],
  setup: labSetup({ records: 3, reader: 'card' }),
  plan: [],
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'HW 3'],
}
