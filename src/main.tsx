import './ui/theme/base.css'
import './ui/theme/fonts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createLab, safeAddressBar } from './app/index.ts'
import { App } from './ui/App.tsx'
import { installTokens } from './ui/theme/applyTheme.ts'

installTokens(document)

const lab = createLab({
  bar: safeAddressBar(window),
  clock: { request: (frame) => window.requestAnimationFrame(frame), cancel: (handle) => window.cancelAnimationFrame(handle) },
  later: { after: (ms, act) => window.setTimeout(act, ms), cancel: (handle) => window.clearTimeout(handle) },
  shelf: () => window.localStorage,
  prefersReducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
})

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App lab={lab} />
    </StrictMode>,
  )
