import { describe, expect, test } from 'vitest'
import { batch, deskWith, diskWith, eventsIn, leading, LONG_AGO, P, produce, producedIn, remoteAt, stamped } from './desk.testing.ts'
import { advanceHighWatermark, putLeader, watchIsr } from './highWatermark.ts'
import { serveProduce } from './produce.ts'
import { accept } from './requests.ts'
import type { Command } from '../model/kinds.ts'

const timersIn = (commands: readonly Command[], key: string): readonly (number | null)[] =>
  commands.flatMap((c) => (c.do === 'set-timer' && c.key === key ? [c.at] : c.do === 'cancel-timer' && c.key === key ? [null] : []))

describe('the high watermark of a leader', () => {
  test('does not wait for a replica that is out of the ISR and far behind (HW-R02)', () => {
    const role = { isr: [1, 2], remotes: { 2: remoteAt(1), 3: remoteAt(-1, { caughtUpAt: LONG_AGO }) } }
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

  test('that rises releases the produce that waits for it in the same step (ACK-05, W6)', () => {
    const desk = deskWith()
    const message = produce(batch('A', stamped(0)))
    accept(desk, message)
    if (message.body.api === 'Produce') serveProduce(desk, message, message.body)
    const before = leading()
    putLeader(desk, P, before, { ...before, highWatermark: 1 })
    expect(producedIn(desk.commands)).toEqual([{ error: 'NONE', baseOffset: 0 }])
  })

  test('is written down at the next multiple of 5 s, in the background (HW-R08)', () => {
    const desk = deskWith({ now: 5_001, disk: diskWith(['A', null]), role: { remotes: { 2: remoteAt(1), 3: remoteAt(1) } } })
    advanceHighWatermark(desk, P)
    expect(desk.commands.find((c) => c.do === 'set-timer' && c.key === 'checkpoint')).toMatchObject({ at: 10_000, background: true })
  })
})

describe('the look at the ISR (ISR-R02)', () => {
  test('comes at the next multiple of half of replica.lag.time.max.ms, and only while a follower lags', () => {
    const lagging = deskWith({ now: 20_000, disk: diskWith(['A', null]) })
    watchIsr(lagging)
    expect(timersIn(lagging.commands, 'isr-check')).toEqual([30_000])
    const calm = deskWith({ now: 20_000 })
    watchIsr(calm)
    expect(timersIn(calm.commands, 'isr-check')).toEqual([null])
  })

  test('waits while a change is pending: one at a time (ISR-R05)', () => {
    const desk = deskWith({ disk: diskWith(['A', null]), role: { pendingIsr: { change: 'shrink', isr: [1, 2] } } })
    watchIsr(desk)
    expect(timersIn(desk.commands, 'isr-check')).toEqual([null])
  })
})
