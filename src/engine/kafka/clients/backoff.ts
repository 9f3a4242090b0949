import type { Millis } from '../../core/world.ts'

/**
 * RET-04, TMO-09: initial · 2^(n−1), at most `max`, times a factor in [0.8, 1.2), again at most `max`.
 * @param failures n: re-enqueues of a batch, or failed tries of a connection, so far; 0 waits nothing
 * @param factor the drawn jitter; 1 without
 * @returns whole milliseconds
 */
export const backoff = (initial: Millis, max: Millis, failures: number, factor = 1): Millis => {
  if (failures <= 0) return 0
  const nominal = Math.min(max, initial * 2 ** Math.min(failures - 1, 31))
  return Math.min(max, Math.round(nominal * factor))
}
