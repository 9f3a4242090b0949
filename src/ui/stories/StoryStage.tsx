import type { ReactNode } from 'react'
import { useApp } from '../useApp.ts'
import { OutcomeCard } from './OutcomeCard.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { StoryBar } from './StoryBar.tsx'
import css from './StoryStage.module.css'

/** The stage, and what a story lays over it and puts under it. Beside the stage, so that its keys stay those of a form. */
export function StoryStage({ children }: { children: ReactNode }) {
  const story = useApp((state, select) => select.story(state))
  return (
    <>
      <div className={css.room}>
        {children}
        {story?.asks ? <QuestionCard key={story.id} story={story} /> : null}
        {story?.outcome ? <OutcomeCard key={story.id} id={story.id} outcome={story.outcome} /> : null}
      </div>
      {story === null ? null : <StoryBar story={story} />}
    </>
  )
}
