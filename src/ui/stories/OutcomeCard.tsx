import { useState } from 'react'
import { type Outcome, storyAfter } from '../../app/index.ts'
import { storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import css from './StoryCards.module.css'
import { useOpenStory } from './useOpenStory.ts'

/** What was said, what it was, why, and what to take away. It can be put away: it lies over the picture. */
export function OutcomeCard({ id, outcome }: { id: string; outcome: Outcome }) {
  const [away, setAway] = useState(false)
  const openStory = useOpenStory()
  const next = storyAfter(id)
  if (away) return null
  return (
    <section
      className={classes(controls.card, css.card, css.outcome)}
      aria-label={storyUiWords.outcome}
      data-story-outcome
    >
      <div className={css.head}>
        <h2 className={css.title}>{outcome.said}</h2>
        <Button look="quiet" icon="cross" aria-label={storyUiWords.dismiss} onClick={() => setAway(true)} />
      </div>
      <p className={css.text}>{outcome.because}</p>
      <p className={css.takeaway}>{outcome.takeaway}</p>
      {next === null ? null : (
        <Button className={css.onward} onClick={() => openStory(next.id)}>
          {storyUiWords.nextStory(next.title)}
        </Button>
      )}
    </section>
  )
}
