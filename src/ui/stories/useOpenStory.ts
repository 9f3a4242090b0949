import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { bringStories } from '../../app/index.ts'
import { useLab } from '../useApp.ts'
import { QUESTION_ID } from './QuestionCard.tsx'

/** Opens a story and takes the person to its question. */
export const useOpenStory = (): ((id: string) => Promise<void>) => {
  const { actions } = useLab()
  return useCallback(
    async (id: string) => {
      await bringStories()
      // Drawn at once, so that there is something to focus.
      flushSync(() => actions.openStory(id))
      document.querySelector<HTMLElement>(`#${QUESTION_ID} input`)?.focus()
    },
    [actions],
  )
}
