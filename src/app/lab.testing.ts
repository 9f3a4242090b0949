import type { PendingName } from '../engine/index.ts'
import { memoryAddressBar } from './addressBar.ts'
import type { Page } from './keymap.ts'
import { createLab, type Surroundings } from './lab.ts'
import { bringStories } from './storyShelf.ts'

// As on a page that has had a moment.
await bringStories()

/** A Lab without a browser: frames and timers are let go by hand. */
export const testLab = (hash = '', more: Partial<Surroundings> = {}) => {
  const frames: ((now: number) => void)[] = []
  const timers = new Map<number, () => void>()
  const shelf = new Map<string, string>()
  const bar = memoryAddressBar(hash)
  let handles = 0
  let now = 0
  const lab = createLab({
    bar,
    clock: { request: (frame) => frames.push(frame), cancel: () => frames.splice(0) },
    later: {
      after: (_ms, act) => {
        handles += 1
        timers.set(handles, act)
        return handles
      },
      cancel: (handle) => timers.delete(handle),
      now: () => now,
    },
    shelf: () => ({ getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => void shelf.set(key, value) }),
    prefersReducedMotion: false,
    ...more,
  })
  return {
    ...lab,
    bar,
    shelf,
    state: lab.store.getState,
    /** Lets the real clock go on. */
    pass: (ms: number) => {
      for (let left = ms; left > 0; left -= 20) {
        now += Math.min(20, left)
        for (const frame of frames.splice(0)) frame(now)
      }
    },
    rest: () => {
      now += 1000
      for (const [handle, act] of [...timers]) {
        timers.delete(handle)
        act()
      }
    },
  }
}

/** A page on which no key opens or moves anything. */
export const stillPage: Page = {
  undo: () => {},
  redo: () => {},
  openKeys: () => {},
  toggleSettings: () => {},
  goToTime: () => {},
  openMenu: () => {},
  close: () => false,
  pxPerMs: () => 8,
  foldAtPlayhead: () => 'fold:50',
  stepLane: () => {},
}

export const named = (name: string): PendingName => name as PendingName
export const ackOfC = named('ProduceResponse[C] broker-1>producer-1 #1')
export const lostAck = { kind: 'silent', aim: { before: ackOfC } } as const
