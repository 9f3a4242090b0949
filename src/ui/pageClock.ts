import type { Later } from '../app/index.ts'

/** The browser's. */
export const pageClock: Later = {
  after: (ms, act) => window.setTimeout(act, ms),
  cancel: (handle) => window.clearTimeout(handle),
  now: () => performance.now(),
}
