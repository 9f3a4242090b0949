import { labSetup } from '../engine/index.ts'
import { breaksOnRequest } from './plans.ts'
import type { Story } from './story.ts'

export const acks0Loss: Story = {
  id: 'acks-0-loss',
  title: 'With acks=0 a record is gone and nobody notices',
  covers: ['0.2', '2.3'],
  setup: labSetup({ records: 5, producer: { acks: '0' } }),
  plan: breaksOnRequest('C'),
  expect: { log: ['A', 'B', 'D', 'E'], missing: ['C'] },
  mustShow: ['0', '1', '2', '3', 'success', 'connection broken', 'HW 4'],
}
