import { useCallback } from 'react'
import { copyText } from './copyText.ts'
import { useLab } from './useApp.ts'

/** Copies a text and says in the status line whether it went. */
export const useCopy = (): ((text: string, done: string, failed: string) => Promise<void>) => {
  const { actions } = useLab()
  return useCallback(async (text, done, failed) => actions.say((await copyText(text)) ? done : failed), [actions])
}
