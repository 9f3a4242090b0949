import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { bringStories, createLab, readyFor, safeAddressBar } from '../app/index.ts'
import { App } from './App.tsx'
import { pageClock } from './pageClock.ts'
import { installTokens } from './theme/applyTheme.ts'

const AFTER_FIRST_PAINT = 1000

/** Gives the application what a page has, and draws it. */
export const mount = async (root: HTMLElement): Promise<void> => {
  installTokens(document)
  await readyFor(window.location.hash)
  const lab = createLab({
    bar: safeAddressBar(window),
    clock: {
      request: (frame) => window.requestAnimationFrame(frame),
      cancel: (handle) => window.cancelAnimationFrame(handle),
    },
    later: pageClock,
    shelf: () => window.localStorage,
    prefersReducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  })
  createRoot(root).render(
    <StrictMode>
      <App lab={lab} gallery={new URLSearchParams(window.location.search).has('dev')} />
    </StrictMode>,
  )
  // The menu of stories opens at once when somebody asks for it.
  window.setTimeout(() => void bringStories().catch(() => {}), AFTER_FIRST_PAINT)
}
