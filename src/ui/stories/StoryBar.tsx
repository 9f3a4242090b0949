import type { StoryView } from '../../app/index.ts'
import { storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import { useLab } from '../useApp.ts'
import css from './StoryBar.module.css'

export const NEXT_ID = 'story-next'

/** Which story this is, and its captions as steps. */
export function StoryBar({ story }: { story: StoryView }) {
  const { actions } = useLab()
  return (
    <section className={css.bar} aria-label={storyUiWords.bar(story.title)} data-story-bar={story.id}>
      <p className={css.words}>
        <strong className={css.title}>{story.changed ? storyUiWords.changed(story.title) : story.title}</strong>
        {story.guess === null || story.changed ? null : <span className={css.guess}>{story.guess}</span>}
      </p>
      {story.changed ? (
        <Button icon="undo" onClick={actions.backToStory}>
          {storyUiWords.back}
        </Button>
      ) : (
        <Steps story={story} />
      )}
      <Button
        look="quiet"
        icon="cross"
        aria-label={storyUiWords.leave}
        title={storyUiWords.leave}
        onClick={actions.leaveStory}
      />
    </section>
  )
}

/** While the question stands only how many there are: their names would give the answer away. */
function Steps({ story }: { story: StoryView }) {
  const { actions } = useLab()
  const { beats, reached, asks } = story
  const place = storyUiWords.place(asks ? 0 : reached, beats.length)
  if (asks) return <span className={css.place}>{place}</span>
  return (
    <>
      <ol className={css.steps}>
        {beats.map((beat, nth) => (
          <li key={beat.nth} className={classes(css.step, nth < reached && css.reached)}>
            <button
              type="button"
              aria-label={storyUiWords.stepNamed(nth + 1, beat.name)}
              title={beat.name ?? undefined}
              aria-current={nth === reached - 1 ? 'step' : undefined}
              onClick={() => actions.toBeat(nth)}
            >
              <span className={css.number}>{nth + 1}</span>
              <span className={css.name}>{beat.name}</span>
            </button>
          </li>
        ))}
      </ol>
      <span className={css.place} data-story-place>
        {place}
      </span>
      <span className={css.moves}>
        <Button onClick={() => actions.stepBeat(-1)}>{storyUiWords.previous}</Button>
        <Button id={NEXT_ID} onClick={() => actions.stepBeat(1)}>
          {storyUiWords.next}
        </Button>
      </span>
    </>
  )
}
