import { useLayoutEffect, useRef, useState } from 'react'
import { type Outcome, storyAfter } from '../../app/index.ts'
import { airUnder } from '../../timeline/index.ts'
import { storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon.tsx'
import { useRoom } from '../shell/useRoom.ts'
import { useSight } from '../useSight.ts'
import css from './StoryCards.module.css'
import { useOpenStory } from './useOpenStory.ts'

/**
 * What was said, what it was, why, and what to take away. It stands over the legend and under the lanes, so that the end of
 * the run can be seen beside it; where there is no room for that, it is one line until it is opened.
 */
export function OutcomeCard({ id, outcome }: { id: string; outcome: Outcome }) {
  const [away, setAway] = useState(false)
  const { card, open, setOpen } = useOpened()
  const openStory = useOpenStory()
  const next = storyAfter(id)
  if (away) return null
  return (
    <section
      ref={card}
      className={classes(controls.card, css.card, css.outcome, !open && css.closed)}
      aria-label={storyUiWords.outcome}
      data-story-outcome
    >
      <h2 className={css.said}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {outcome.said}
          <Icon name="chevron" />
        </button>
      </h2>
      <Button
        look="quiet"
        icon="cross"
        className={css.away}
        aria-label={storyUiWords.dismiss}
        onClick={() => setAway(true)}
      />
      {open ? (
        <>
          <p className={css.because}>{outcome.because}</p>
          <p className={css.takeaway}>{outcome.takeaway}</p>
          {next === null ? null : (
            <Button look="link" className={css.onward} onClick={() => openStory(next.id)}>
              {storyUiWords.nextStory(next.title)}
            </Button>
          )}
        </>
      ) : null}
    </section>
  )
}

/** Open where it lies on no mark of the run: under the lowest there is the legend, and some air. */
const useOpened = () => {
  const sight = useSight()
  const isSmall = useRoom().room.cut === 'instead'
  const card = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(!isSmall)
  useLayoutEffect(() => {
    const scene = sight.seen()?.scene
    if (card.current === null || card.current.parentElement === null || scene === undefined) return
    const under = card.current.parentElement.getBoundingClientRect().bottom - card.current.getBoundingClientRect().top
    if (under > airUnder(scene)) setOpen(false)
  }, [sight])
  return { card, open, setOpen } as const
}
