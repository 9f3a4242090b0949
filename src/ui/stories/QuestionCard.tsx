import { type FormEvent, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { StoryView } from '../../app/index.ts'
import { storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { useLab } from '../useApp.ts'
import { NEXT_ID } from './StoryBar.tsx'
import css from './StoryCards.module.css'

export const QUESTION_ID = 'story-question'

/** What will happen? Asked before anything is shown; radio buttons of the browser's, so arrows choose and Enter answers. */
export function QuestionCard({ story }: { story: StoryView }) {
  const { actions } = useLab()
  const [chosen, setChosen] = useState<number | null>(null)
  const title = useId()
  // The question goes with its answer; what leads on gets the focus.
  const goOn = (act: () => void): void => {
    flushSync(act)
    document.getElementById(NEXT_ID)?.focus()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen !== null) goOn(() => actions.answer(chosen))
  }
  return (
    <form
      id={QUESTION_ID}
      className={classes(controls.card, css.card, css.question)}
      aria-labelledby={title}
      onSubmit={onSubmit}
      data-story-question=""
    >
      <h2 id={title} className={css.title}>
        {storyUiWords.ask}
      </h2>
      <fieldset className={css.choices}>
        <legend className={css.text}>{story.question}</legend>
        {story.choices.map((choice, place) => (
          <label key={choice} className={css.choice}>
            <input type="radio" name="answer" required checked={chosen === place} onChange={() => setChosen(place)} />
            {choice}
          </label>
        ))}
      </fieldset>
      <p className={css.note}>
        {storyUiWords.hidden}{' '}
        <Button look="link" onClick={() => goOn(actions.showAnyway)}>
          {storyUiWords.showAnyway}
        </Button>
      </p>
      <Button type="submit" className={css.submit}>
        {storyUiWords.answer}
      </Button>
    </form>
  )
}
