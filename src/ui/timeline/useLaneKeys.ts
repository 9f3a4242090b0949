import type { KeyboardEvent } from 'react'
import { type Scene, targetsAt } from '../../timeline/index.ts'
import type { CursorSource } from './useMotion.ts'

/** Left and right are the player's; up and down go from lane to lane, and through what is in the air between them. */
export const useLaneKeys =
  (scene: Scene, source: CursorSource, selected: string | null, onSelect: (name: string | null) => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    if (event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const names = targetsAt(scene, source.get())
    const now = selected === null ? -1 : names.indexOf(selected)
    const next = event.key === 'ArrowDown' ? now + 1 : now < 0 ? names.length - 1 : now - 1
    onSelect(names[Math.max(0, Math.min(names.length - 1, next))] ?? null)
  }
