/** The playhead rests when it has not moved for so long, in ms. */
export const REST = 160

/** Where frames are slow, one after the other is still one move. */
const createPace = () => {
  let [moved, streak] = [Number.NEGATIVE_INFINITY, 0]
  return (now: number) => {
    const gap = now - moved
    streak = gap < 4 * REST ? streak + 1 : 0
    moved = now
    const rest = streak > 2 ? 4 * REST : REST
    // A slow frame is no rest, and where frames are quick none is waited for longer than it takes to see one.
    return { rest, moves: gap < rest, settles: Math.max(REST, Math.min(rest, 3 * gap)) }
  }
}

/**
 * How long the card waits, in ms, before it tells what the playhead has come to; null: it tells it now. Asked at each move.
 * `told` is what would be told, and the same as long as that stays; `isLoud`: worth a card even while the playhead moves.
 */
export const createCardWait = () => {
  const pace = createPace()
  let passed: unknown = null
  /** Since when that is passed, and whether what was before it was passed in no time. */
  let [changed, quick] = [Number.NEGATIVE_INFINITY, false]
  return (now: number, told: unknown, isLoud: boolean): number | null => {
    const { rest, moves, settles } = pace(now)
    // Scrubbing passes many events a second, and to find a card its place takes longer than a frame.
    if (told !== passed) [changed, quick] = [now, now - changed < rest]
    passed = told
    const rushes = quick && now - changed < rest
    return !moves || (isLoud && !rushes) ? null : settles
  }
}
