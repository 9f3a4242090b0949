import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { testLab } from '../../app/lab.testing.ts'
import { toldStories } from '../../stories/index.ts'
import { said } from '../said.testing.ts'
import { LabContext } from '../useApp.ts'
import { OutcomeCard } from './OutcomeCard.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { StoryBar } from './StoryBar.tsx'
import { MenuOf } from './StoryMenu.tsx'

const labWith = (id: string) => {
  const lab = testLab()
  lab.actions.openStory(id)
  return lab
}
type Lab = ReturnType<typeof labWith>

const storyOf = (lab: Lab) => {
  const story = lab.select.story(lab.state())
  if (story === null) throw new Error('no story is open')
  return story
}
const drawn = (lab: Lab, part: React.ReactNode): string =>
  renderToStaticMarkup(<LabContext value={lab}>{part}</LabContext>)

describe('the menu', () => {
  it('lists stories by group, each with its question, its steps, what was seen, and which is open', () => {
    const lab = labWith('lost-ack')
    lab.actions.showAnyway()
    lab.actions.toEnd()
    const markup = drawn(lab, <MenuOf groups={lab.select.stories(lab.state())} onChoose={() => {}} />)
    const text = said(markup)
    expect(text).toMatch(
      /^The doubt A lost ack The ack of A will be lost.* How many copies of A are in the log\? 4 steps/,
    )
    expect(text).toContain(
      'The same with idempotence The ack of C will be lost. How many copies of C end up in the log? 7 steps seen',
    )
    expect(markup.match(/aria-current="true"/g)).toHaveLength(1)
    expect(markup.match(/<h3/g)).toHaveLength(4)
  })
})

describe('the question', () => {
  it('is a group of radio buttons named by the question, with a way round it', () => {
    const lab = labWith('lost-ack')
    const markup = drawn(lab, <QuestionCard story={storyOf(lab)} />)
    expect(markup).toMatch(/<fieldset[^>]*><legend[^>]*>The ack of C will be lost/)
    expect(markup.match(/type="radio"/g)).toHaveLength(3)
    expect(said(markup)).toBe(
      'Before you press play The ack of C will be lost. How many copies of C end up in the log? None One Two ' +
        'The rest of the run stays hidden until you choose. Show it anyway Answer',
    )
  })
})

describe('the bar of steps', () => {
  it('gives nothing away while the question stands', () => {
    const lab = labWith('twice-after-epoch-bump')
    expect(said(drawn(lab, <StoryBar story={storyOf(lab)} />))).toBe('Written twice after all 7 steps')
  })

  it('names each step, and says which one the playhead has reached', () => {
    const lab = labWith('lost-ack')
    lab.actions.answer(2)
    lab.actions.toBeat(2)
    const markup = drawn(lab, <StoryBar story={storyOf(lab)} />)
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
    expect(markup).toContain('aria-label="Step 3: The loss"')
    expect(said(markup)).toContain('You said two.')
    expect(said(markup)).toContain('3 of 7 Previous Next')
  })

  it('says that the story was changed, and leads back', () => {
    const lab = labWith('lost-ack')
    lab.actions.answer(2)
    lab.actions.setKey('producer', 'enable.idempotence', 'false')
    expect(said(drawn(lab, <StoryBar story={storyOf(lab)} />))).toBe(
      'Changed from “The same with idempotence” Back to the story',
    )
  })
})

describe('the outcome', () => {
  it('says what was said, what it was and why, what to take away, and what comes next', () => {
    const lab = labWith('lost-ack')
    lab.actions.answer(2)
    lab.actions.toEnd()
    const { outcome } = storyOf(lab)
    if (outcome === null) throw new Error('it is not over')
    expect(said(drawn(lab, <OutcomeCard id="lost-ack" outcome={outcome} />))).toBe(
      'You said two. It was one. The producer did send C twice. Broker 1 knew the sequence number and kept the first ' +
        'copy. A producer id and a sequence number per record: the broker drops what it has, and acks it again. ' +
        'Next story: Refused for a gap',
    )
  })

  it('of the last story leads nowhere', () => {
    const id = toldStories.at(-1)?.id ?? ''
    const lab = labWith(id)
    lab.actions.showAnyway()
    lab.actions.toEnd()
    const { outcome } = storyOf(lab)
    if (outcome === null) throw new Error('it is not over')
    expect(said(drawn(lab, <OutcomeCard id={id} outcome={outcome} />))).not.toContain('Next story')
  })
})
