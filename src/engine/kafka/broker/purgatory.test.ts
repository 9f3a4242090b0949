import { describe, expect, test } from 'vitest'
import { batch, deskWith, diskWith, eventsIn, P, produce, producedIn, remoteAt, stamped } from './desk.testing.ts'
import type { Desk } from './desk.ts'
import { advanceHighWatermark } from './highWatermark.ts'
import { leading } from './desk.testing.ts'
import { serveProduce } from './produce.ts'
import { expireProduce } from './purgatory.ts'
import { accept } from './requests.ts'

const serve = (desk: Desk, message: ReturnType<typeof produce>): void => {
  accept(desk, message)
  if (message.body.api === 'Produce') serveProduce(desk, message, message.body)
}
/** Both followers have everything up to `logEnd`. */
const replicatedTo = (desk: Desk, logEnd: number): void => {
  const remotes = {
    2: remoteAt(logEnd),
    3: remoteAt(logEnd),
  }
  desk.state = { ...desk.state, roles: { [P]: leading({ remotes }) } }
  advanceHighWatermark(desk, P)
}
const noted = (desk: Desk): readonly string[] => eventsIn(desk.commands).map((e) => e.kind)

describe('acks=all', () => {
  test('appends, and answers when the high watermark covers the batch (ACK-05)', () => {
    const desk = deskWith()
    serve(desk, produce(batch('A', stamped(0))))
    expect(noted(desk)).toEqual(['batch-appended', 'produce-waits-for-replicas'])
    expect(producedIn(desk.commands)).toEqual([])
    replicatedTo(desk, 1)
    expect(producedIn(desk.commands)).toEqual([{ error: 'NONE', baseOffset: 0 }])
    expect(desk.state.purgatory).toEqual([])
  })

  test('is refused before the append while the ISR is below min.insync.replicas (ACK-05)', () => {
    const desk = deskWith({ role: { isr: [1] } })
    serve(desk, produce(batch('A', stamped(0))))
    expect(producedIn(desk.commands)).toEqual([{ error: 'NOT_ENOUGH_REPLICAS', baseOffset: -1 }])
    expect(desk.durable.partitions[P]?.log.logEndOffset).toBe(0)
  })

  test('an ISR of just min.insync.replicas is enough', () => {
    const desk = deskWith({ role: { isr: [1, 2] } })
    serve(desk, produce(batch('A', stamped(0))))
    expect(noted(desk)[0]).toBe('batch-appended')
  })

  test('even a batch that is there already is refused then: the ISR is looked at first (ACK-06)', () => {
    const desk = deskWith({ disk: diskWith(['A', stamped(0)]), role: { isr: [1] } })
    serve(desk, produce(batch('A', stamped(0))))
    expect(producedIn(desk.commands)).toEqual([{ error: 'NOT_ENOUGH_REPLICAS', baseOffset: -1 }])
  })

  test('a recognised duplicate waits as well until its first copy is covered (BLOG-05)', () => {
    const desk = deskWith({ disk: diskWith(['A', stamped(0)]) })
    serve(desk, produce(batch('A', stamped(0))))
    expect(eventsIn(desk.commands)[0]).toMatchObject({ kind: 'duplicate-recognised', baseOffset: 0, waits: true })
    expect(producedIn(desk.commands)).toEqual([])
    replicatedTo(desk, 1)
    expect(producedIn(desk.commands)).toEqual([{ error: 'NONE', baseOffset: 0 }])
  })

  test('a recognised duplicate that is covered is answered at once, with its original offset (BLOG-03)', () => {
    const desk = deskWith({ disk: diskWith(['A', stamped(0)], ['B', stamped(1)]), role: { highWatermark: 2 } })
    serve(desk, produce(batch('A', stamped(0))))
    expect(producedIn(desk.commands)).toEqual([{ error: 'NONE', baseOffset: 0 }])
  })

  test('waits as long as the request says, then answers with the real offset; nothing is rolled back (ACK-08, MYTH-24)', () => {
    const desk = deskWith({ now: 10, disk: diskWith(['X', null]) })
    serve(desk, produce(batch('A', stamped(0))))
    expect(desk.commands.find((c) => c.do === 'set-timer' && c.key.startsWith('produce'))).toMatchObject({
      at: 30_010,
      timer: { timer: 'produce-expiry' },
    })
    expireProduce(desk, 'producer-1>broker-1 #1')
    expect(producedIn(desk.commands)).toEqual([{ error: 'REQUEST_TIMED_OUT', baseOffset: 1 }])
    expect(desk.durable.partitions[P]?.log.logEndOffset).toBe(2)
  })
})

describe('acks=1', () => {
  test('is answered right behind the append, whatever the ISR (ACK-04)', () => {
    const desk = deskWith({ role: { isr: [1] } })
    serve(desk, produce(batch('A'), 1))
    expect(producedIn(desk.commands)).toEqual([{ error: 'NONE', baseOffset: 0 }])
    expect(desk.state.roles[P]?.highWatermark).toBe(0)
  })
})

describe('acks=0', () => {
  test('is not answered (ACK-01)', () => {
    const desk = deskWith()
    serve(desk, produce(batch('A'), 0))
    expect(noted(desk)).toEqual(['batch-appended'])
    expect(producedIn(desk.commands)).toEqual([])
  })

  test('closes the connection when it cannot append (ACK-03)', () => {
    const desk = deskWith()
    serve(desk, produce(batch('A', null, 2_000_000), 0))
    expect(noted(desk)).toEqual(['batch-refused', 'connection-closed-instead'])
    expect(desk.commands.at(-1)).toEqual({ do: 'close', connection: 'producer-1>broker-1 #1' })
  })
})

test('a broker that does not lead the partition says so before anything else (BLOG-01)', () => {
  const desk = deskWith({
    state: { roles: { [P]: { role: 'follower', leader: 2, leaderEpoch: 0, highWatermark: 0, fenced: false } } },
  })
  serve(desk, produce(batch('A', stamped(5), 2_000_000)))
  expect(producedIn(desk.commands)).toEqual([{ error: 'NOT_LEADER_OR_FOLLOWER', baseOffset: -1 }])
})
