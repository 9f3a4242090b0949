/** How long a mark fades when its phase changes, in ms; the styles have the same. */
export const FADES = 120
/** While more change than this, each is at once what it becomes: every mark that fades is a layer of its own. */
export const FADE_AT_A_TIME = 8
/** After too many none fades for so long, in ms: frames may be slow. */
export const HOLDS = 500

/** Whether what changes now, in ms, may fade: asked once for each mark that changes. */
export const createFades = (): ((now: number) => boolean) => {
  let [until, count] = [Number.NEGATIVE_INFINITY, 0]
  return (now) => {
    if (now > until) [until, count] = [now + FADES, 0]
    count += 1
    if (count > FADE_AT_A_TIME) until = now + HOLDS
    return count <= FADE_AT_A_TIME
  }
}
