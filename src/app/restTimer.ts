/** The page's clock and its timers, or a test's. */
export interface Later {
  readonly after: (ms: number, act: () => void) => number
  readonly cancel: (handle: number) => void
  /** Ms on a clock that only goes on. */
  readonly now: () => number
}

export interface RestTimer {
  /** Something moved: from now on it is to rest for so long, in ms, and then this is done. */
  readonly after: (ms: number, then: () => void) => void
  readonly clear: () => void
}

/**
 * Acts once nothing has moved for so long. A timer that runs is left to run: to stop and to set one with every frame costs
 * more than to look, when it rings, whether something moved since.
 */
export const createRestTimer = (later: Later): RestTimer => {
  let handle: number | null = null
  let due = 0
  let act: () => void = () => {}
  const ring = (): void => {
    handle = null
    const left = due - later.now()
    if (left > 0) handle = later.after(left, ring)
    else act()
  }
  const clear = (): void => {
    if (handle !== null) later.cancel(handle)
    handle = null
  }
  return {
    after: (ms, then) => {
      const next = later.now() + ms
      // One that would ring too late is of no use.
      if (next < due) clear()
      due = next
      act = then
      handle ??= later.after(ms, ring)
    },
    clear,
  }
}
