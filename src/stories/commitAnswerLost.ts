import { labSetup } from '../engine/index.ts'
import { commitAnswerLost as answerLost } from './readerPlans.ts'
import type { Story } from './story.ts'

/** A commit that is stored twice does no harm: it says the same. */
export const commitAnswerLost: Story = {
  id: 'commit-answer-lost',
  title: 'The answer to a commit is lost: it is committed again, and nothing comes twice',
  covers: ['1.2'],
  setup: labSetup({ records: 3, everyMs: 40, reader: 'card', commit: 'after' }),
  plan: answerLost('B'),
  expect: { log: ['A', 'B', 'C'] },
  mustShow: ['0', '1', '2', 'A ?', 'HW 3'],
}
