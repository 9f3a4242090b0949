/**
 * Acts once nothing has moved for so long, in ms. A timer that runs is left to run: to stop and to set one with every frame
 * costs more than to look, when it rings, whether something moved since.
 */
export const createRestTimer = () => {
  let handle: ReturnType<typeof setTimeout> | undefined
  let due = 0
  let act: () => void = () => {}
  const ring = (): void => {
    handle = undefined
    const left = due - performance.now()
    if (left > 0) handle = setTimeout(ring, left)
    else act()
  }
  return {
    /** Something moved: from now on it is to rest. */
    after: (ms: number, then: () => void): void => {
      const now = performance.now()
      // One that would ring too late is of no use.
      if (now + ms < due) clear()
      due = now + ms
      act = then
      handle ??= setTimeout(ring, ms)
    },
    clear,
  }
  function clear(): void {
    clearTimeout(handle)
    handle = undefined
  }
}
