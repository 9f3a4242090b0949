import { describe, expect, it } from 'vitest'
import { ackOfC, named, testLab } from '../lab.testing.ts'

const cAt = (lab: ReturnType<typeof testLab>, at: number, key: string) => {
  lab.actions.seekTime(at)
  return lab.select.crossSection(lab.state()).connections.find((one) => one.key.startsWith(key))
}
const toLeader = 'producer-1>broker-1'

describe('run b, a lost answer', () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 4, awaitEach: true })
  lab.actions.addFault({ kind: 'silent', aim: { before: ackOfC } })
  const requestAt = (at: number) => cAt(lab, at, toLeader)?.requests[0]

  it('a request is in the air, then at the broker, then its answer is in the air', () => {
    expect(requestAt(38)).toEqual({
      name: 'Produce[C] producer-1>broker-1 #1',
      where: { place: 'in-air', lands: 42 },
      sentAt: 36,
      waited: 2,
      closesAt: 30_036,
    })
    expect(requestAt(43)?.where).toEqual({ place: 'served', why: 'replicas' })
    expect(requestAt(47)?.where).toEqual({ place: 'answer-in-air', lands: 52 })
  })

  it('once its answer is lost nothing comes of it, and the connection is silent', () => {
    const silent = cAt(lab, 20_000, toLeader)
    expect(silent).toMatchObject({ id: 'producer-1>broker-1 #1', state: 'silent' })
    expect(silent?.requests).toMatchObject([{ where: { place: 'lost' }, waited: 19_964, closesAt: 30_036 }])
  })

  it('is closed by the time-out, dialled again, and another connection with a number of its own', () => {
    expect(cAt(lab, 30_040, toLeader)).toMatchObject({ id: null, state: 'closed', requests: [] })
    expect(cAt(lab, 30_040, toLeader)?.notBefore).toBeGreaterThan(30_037)
    lab.actions.seekTime(30_140)
    const states = new Set(
      Array.from({ length: 110 }, (_, i) => cAt(lab, 30_038 + i, toLeader)?.state).filter((state) => state),
    )
    expect([...states]).toEqual(['closed', 'dialled'])
    expect(cAt(lab, 30_149, toLeader)).toMatchObject({ id: 'producer-1>broker-1 #2', state: 'open' })
  })

  it('an answered request is gone', () => {
    expect(cAt(lab, 34, toLeader)?.requests.map(({ name }) => name)).toEqual(['Produce[B] producer-1>broker-1 #1'])
    lab.actions.toEnd()
    expect(cAt(lab, 40_000, toLeader)?.requests).toEqual([])
  })

  it('followers’ fetches wait at the leader from the start, in connections between brokers', () => {
    const inside = cAt(lab, 0, 'broker-2>broker-1')
    expect(inside).toMatchObject({ isInside: true, state: 'open' })
    expect(inside?.requests).toMatchObject([{ where: { place: 'served', why: 'no-data' }, closesAt: null }])
  })
})

it('a broker serves one request of a connection at a time: the others wait behind it (NET-01)', () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 3, everyMs: 1 })
  expect(cAt(lab, 13, toLeader)?.requests.map(({ where }) => where)).toEqual([
    { place: 'served', why: 'replicas' },
    { place: 'behind', behind: 'Produce[A] producer-1>broker-1 #1' },
    { place: 'behind', behind: 'Produce[B] producer-1>broker-1 #1' },
  ])
})

it('with acks=0 nobody waits for an answer', () => {
  const lab = testLab()
  lab.actions.choosePreset('at-most-once')
  lab.actions.addFault({ kind: 'break', aim: { before: named('Produce[C] producer-1>broker-1 #1') } })
  expect(cAt(lab, 5, toLeader)?.requests).toMatchObject([{ where: { place: 'in-air' }, closesAt: null }])
  expect(cAt(lab, 20, toLeader)?.requests.every(({ where }) => where.place === 'in-air')).toBe(true)
})

describe('readers', () => {
  const lab = testLab(
    '#/lab?records=3&reader=card&commit=after&guard=dedup&window=600000&consumer.group.id=billing&consumer.enable.auto.commit=false',
  )
  const readerAt = (at: number) => {
    lab.actions.seekTime(at)
    const [reader] = lab.select.crossSection(lab.state()).readers
    if (reader === undefined) throw new Error('nobody reads')
    return reader
  }

  it('has a position, what is committed, and how much is readable and unread', () => {
    expect(readerAt(0).partitions).toEqual([{ partition: 'orders-0', position: 0, committed: 0, lag: 0 }])
    lab.actions.toEnd()
    const end = readerAt(lab.state().cursor.at)
    expect(end.partitions[0]).toEqual({ partition: 'orders-0', position: 3, committed: 3, lag: 0 })
    expect(end.working).toBeNull()
  })

  it('says what it works on, and what the outside remembers', () => {
    const works = Array.from({ length: 120 }, (_, at) => readerAt(at).working).filter((one) => one !== null)
    expect(new Set(works.map(({ record }) => record))).toEqual(new Set(['A', 'B', 'C']))
    expect(new Set(works.map(({ doing }) => doing))).toEqual(new Set(['processing', 'answer']))
    lab.actions.toEnd()
    const { outside } = readerAt(lab.state().cursor.at)
    expect(outside).toMatchObject({ node: 'card-1', protection: 'dedup' })
    expect(outside?.remembered.map(({ record }) => record)).toEqual(['A', 'B', 'C'])
  })

  it('the outside forgets when the window is over, also where nothing happens for long', () => {
    const quiet = testLab('#/lab?records=2&every=500&reader=card&guard=dedup&window=30')
    const keptAt = (at: number) => {
      quiet.actions.seekTime(at)
      return quiet.select.crossSection(quiet.state()).readers[0]?.outside?.remembered
    }
    const until = Array.from({ length: 100 }, (_, at) => keptAt(at)?.[0]?.until).find((one) => one !== undefined) ?? 0
    expect(keptAt(until - 1)).toEqual([{ record: 'A', until }])
    expect(keptAt(until)).toEqual([])
    expect(keptAt(400)).toEqual([])
  })

  it('a crash takes its position, not what is committed', () => {
    lab.actions.toEnd()
    const end = lab.state().cursor.at
    lab.actions.addFault({ kind: 'crash', node: 'consumer-1', aim: { at: end }, down: 1000 } as never)
    expect(readerAt(end + 1)).toMatchObject({ isUp: false, partitions: [{ position: null, lag: null }] })
    expect(readerAt(end + 1).partitions[0]?.committed).toBeGreaterThan(0)
  })

  it('without a reader there is nothing to say', () => {
    const alone = testLab()
    expect(alone.select.crossSection(alone.state()).readers).toEqual([])
  })
})
