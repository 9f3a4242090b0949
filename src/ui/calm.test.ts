import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testLab } from '../app/lab.testing.ts'
import { createCalm, FOLLOWS } from './calm.ts'

/** A page that is not painted. */
const unseen = (): void => {}

describe('what the parts of the page see of the store', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const watch = () => {
    const lab = testLab()
    const calm = createCalm(lab.store, unseen)
    let told = 0
    calm.subscribe(() => {
      told += 1
    })
    return { lab, calm, told: () => told }
  }

  it('is the first move at once, and of a playhead that keeps moving a few places a second', () => {
    const { lab, calm, told } = watch()
    lab.actions.seekTime(10)
    expect(calm.getState().cursor.at).toBe(10)
    for (const at of [11, 12, 13]) lab.actions.seekTime(at)
    expect(told()).toBe(1)
    vi.advanceTimersByTime(FOLLOWS)
    expect(calm.getState().cursor.at).toBe(13)
    expect(told()).toBe(2)
  })

  it('waits longer where drawing takes long: five parts of six belong to the picture', async () => {
    const lab = testLab()
    const calm = createCalm(lab.store, unseen)
    let told = 0
    // What is drawn takes 50 ms.
    calm.subscribe(() => {
      told += 1
      vi.advanceTimersByTime(50)
    })
    lab.actions.seekTime(10)
    await Promise.resolve()
    lab.actions.seekTime(11)
    vi.advanceTimersByTime(6 * 50 - 50 - 1)
    expect([told, calm.getState().cursor.at]).toEqual([1, 10])
    vi.advanceTimersByTime(1)
    expect([told, calm.getState().cursor.at]).toEqual([2, 11])
  })

  it('counts what painting them takes', async () => {
    const lab = testLab()
    let painted = (_ms: number): void => {}
    const calm = createCalm(lab.store, (tell) => {
      painted = tell
    })
    lab.actions.seekTime(10)
    await Promise.resolve()
    // It becomes known after the wait has begun.
    lab.actions.seekTime(11)
    painted(40)
    vi.advanceTimersByTime(6 * 40 - 1)
    expect(calm.getState().cursor.at).toBe(10)
    vi.advanceTimersByTime(1)
    expect(calm.getState().cursor.at).toBe(11)
  })

  it('waits at most half a second, however long drawing takes', async () => {
    const { lab, calm } = watch()
    const unsubscribe = calm.subscribe(() => void vi.advanceTimersByTime(200))
    lab.actions.seekTime(10)
    await Promise.resolve()
    unsubscribe()
    lab.actions.seekTime(11)
    vi.advanceTimersByTime(300)
    expect(calm.getState().cursor.at).toBe(11)
  })

  it('never follows more often than that, however little is drawn', async () => {
    const { lab, told } = watch()
    lab.actions.seekTime(10)
    await Promise.resolve()
    lab.actions.seekTime(11)
    vi.advanceTimersByTime(FOLLOWS - 1)
    expect(told()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(told()).toBe(2)
  })

  it('is every other change at once, with where the playhead is by then', () => {
    const { lab, calm } = watch()
    lab.actions.seekTime(10)
    lab.actions.seekTime(20)
    lab.actions.setSpeed(2)
    expect(calm.getState()).toMatchObject({ speed: 2, cursor: { at: 20 } })
  })
})
