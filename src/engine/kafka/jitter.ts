import type { Setup } from './model/setup.ts'

/**
 * RET-04, DET-01: a factor in [0.8, 1.2), drawn from the seed; the same draw always gives the same factor. 1 with jitter
 * off. A small integer hash, so that chance is part of the setup.
 */
export const jitterOf =
  ({ jitter, seed }: Setup) =>
  (draw: number): number => {
    if (!jitter) return 1
    let x = (seed * 0x9e3779b1 + draw * 0x85ebca6b) | 0
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
    x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
    return 0.8 + (((x ^ (x >>> 16)) >>> 0) / 2 ** 32) * 0.4
  }
