import { labSetup } from '../engine/index.ts'
import { arrivesTwice } from './effectPlans.ts'
import type { Story } from './story.ts'

/** The reader called once, heard once, and knows nothing of the second e-mail. */
export const callArrivesTwice: Story = {
  id: 'call-arrives-twice',
  title: 'A call for an e-mail arrives twice, and nobody who called knows of the second e-mail',
  covers: ['2.5'],
  setup: labSetup({ records: 2, everyMs: 40, reader: 'e-mail', commit: 'after' }),
  plan: arrivesTwice('A', 'e-mail-1'),
  expect: { log: ['A', 'B'], twice: ['A'], broken: ['one-effect-each'] },
  mustShow: ['0', '1', 'A ?', 'copy', 'HW 2'],
}
