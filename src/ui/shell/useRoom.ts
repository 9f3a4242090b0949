import { useSyncExternalStore } from 'react'
import { type Room, roomOf } from './room.ts'

/** The usual size of a rem: what "px at the usual text size" are counted in. */
const USUAL = 16

export const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL || 1

/** A length of one rem is watched too: text can grow while the window stays. */
const watch = (changed: () => void): (() => void) => {
  const probe = document.body.appendChild(document.createElement('span'))
  probe.className = 'one-rem'
  probe.setAttribute('aria-hidden', 'true')
  const observer = new ResizeObserver(changed)
  observer.observe(probe)
  window.addEventListener('resize', changed)
  return () => {
    observer.disconnect()
    probe.remove()
    window.removeEventListener('resize', changed)
  }
}

const SCROLL_BAR = 24
/**
 * A phone zooms out over what sticks out sideways and then says it is wider: whoever made room for that would make it stick
 * out less, and so on without end.
 */
const zoomedOut = (): number => {
  const { clientWidth } = document.documentElement
  return clientWidth > 0 && window.innerWidth - clientWidth > SCROLL_BAR ? window.innerWidth / clientWidth : 1
}

const measured = (): string => {
  const out = zoomedOut()
  return `${Math.round(window.innerWidth / out)} ${Math.round(window.innerHeight / out)} ${textScale()}`
}

interface Measured {
  readonly room: Room
  readonly scale: number
}
const known = new Map<string, Measured>()

const read = (key: string): Measured => {
  const [width = 0, height = 0, scale = 1] = key.split(' ').map(Number)
  return { room: roomOf({ width: width / scale, height: height / scale }), scale }
}

/** The room of the page and the scale of its text; the same object as long as both stay. */
export const useRoom = (): Measured => {
  const key = useSyncExternalStore(watch, measured, () => '1440 900 1')
  const found = known.get(key) ?? read(key)
  if (!known.has(key)) {
    known.clear()
    known.set(key, found)
  }
  return found
}
