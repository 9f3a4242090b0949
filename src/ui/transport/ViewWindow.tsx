import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { type Overview, overflowOf } from '../../timeline/index.ts'
import { pictureWords, transportWords } from '../../words/en/ui.ts'
import type { Seen } from '../timeline/sight.ts'
import { useSeen, useSight } from '../useSight.ts'
import css from './Overview.module.css'
import { alongFor, partOf, turnBy } from './seenPart.ts'

interface Props {
  readonly overview: Overview
  /** Of the strip as it is drawn; it may be shown larger. */
  readonly width: number
  /** Between a place on the strip, 0 to 1, and px of the drawing. */
  readonly xOf: (place: number) => number
  readonly placeOf: (x: number) => number
}

/** Part of the window that a key turns it by. */
const TURNS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowDown: -0.1,
  ArrowRight: 0.1,
  ArrowUp: 0.1,
  PageUp: -0.8,
  PageDown: 0.8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Which part of the run the picture shows, while it does not show all of it. It moves with the scrolling, without React. */
export function ViewWindow(props: Props) {
  const scrolls = useSeen((seen) => seen !== null && overflowOf(seen.scene).along)
  return scrolls ? <Bar {...props} /> : null
}

function Bar({ overview, width, xOf, placeOf }: Props) {
  const sight = useSight()
  const bar = useRef<HTMLDivElement>(null)
  const grip = useRef(0)
  useEffect(() => {
    const show = (): void => {
      const seen = sight.seen()
      if (bar.current !== null && seen !== null) place(bar.current, overview, seen, (at) => (xOf(at) / width) * 100)
    }
    show()
    return sight.subscribe(show)
  }, [sight, overview, width, xOf])
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = event.clientX - event.currentTarget.getBoundingClientRect().left
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const seen = sight.seen()
    const strip = event.currentTarget.parentElement?.getBoundingClientRect()
    if (seen === null || strip === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const x = ((event.clientX - strip.left - grip.current) / strip.width) * width
    sight.scrollTo(alongFor(overview, seen, placeOf(x)))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const turn = TURNS[event.key]
    const seen = sight.seen()
    if (turn === undefined || seen === null) return
    event.preventDefault()
    sight.scrollTo(turnBy(seen, turn))
  }
  return (
    <div
      ref={bar}
      className={css.window}
      role="slider"
      tabIndex={0}
      aria-label={transportWords.window}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  )
}

const place = (bar: HTMLElement, overview: Overview, seen: Seen, percentOf: (place: number) => number): void => {
  const { from, to } = partOf(overview, seen)
  bar.style.left = `${percentOf(from)}%`
  bar.style.width = `max(24px, ${percentOf(to) - percentOf(from)}%)`
  bar.setAttribute('aria-valuenow', String(Math.round(from * 100)))
  bar.setAttribute('aria-valuetext', pictureWords.inView(overview.atOf(from), overview.atOf(to)))
}
