import { useEffect, useRef } from 'react'
import css from './Gallery.module.css'

const fits = new CSSStyleSheet()
fits.replaceSync('svg { display: block; width: 100%; height: auto }')

/** SVG text in a shadow root: patterns and filters of one picture have the same names as those of the next. */
export function Picture({ svg, label }: { svg: string; label: string }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (host.current === null) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [fits]
    root.innerHTML = svg
  }, [svg])
  return <div ref={host} className={css.picture} role="img" aria-label={label} />
}
