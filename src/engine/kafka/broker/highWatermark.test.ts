import { describe, expect, test } from 'vitest'
import { deskWith, diskWith, eventsIn, P, stamped } from './desk.testing.ts'
import { advanceHighWatermark, nextHighWatermark } from './highWatermark.ts'

describe('the high watermark of a leader', () => {
  test('is the least log end of the leader and the in-sync replicas (HW-R02)', () => {
    expect(nextHighWatermark(0, 5, [3, 4], 3, 2)).toBe(3)
    expect(nextHighWatermark(0, 2, [3, 4], 3, 2)).toBe(2)
  })

  test('never goes back (HW-R02)', () => {
    expect(nextHighWatermark(4, 5, [3, 3], 3, 2)).toBe(4)
  })

  test('does not move while the ISR is below min.insync.replicas (HW-R04)', () => {
    expect(nextHighWatermark(1, 5, [], 1, 2)).toBe(1)
    expect(nextHighWatermark(1, 5, [], 1, 1)).toBe(5)
  })

  test('does not wait for a replica that is out of the ISR', () => {
    const role = {
      isr: [1, 2],
      remotes: { 2: { logEndOffset: 1, toldHighWatermark: 0 }, 3: { logEndOffset: -1, toldHighWatermark: 0 } },
    }
    const desk = deskWith({ disk: diskWith(['A', stamped(0)]), role })
    advanceHighWatermark(desk, P)
    expect(eventsIn(desk.commands)).toEqual([
      { kind: 'high-watermark-advanced', node: 'broker-1', partition: P, highWatermark: 1, role: 'leader' },
    ])
  })

  test('needs no more in-sync replicas than there are replicas (HW-R05)', () => {
    const desk = deskWith({ minIsr: 3, disk: diskWith(['A', null]), role: { replicas: [1], isr: [1], remotes: {} } })
    advanceHighWatermark(desk, P)
    expect(desk.state.roles[P]?.highWatermark).toBe(1)
  })
})
