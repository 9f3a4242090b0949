import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRestTimer } from './restTimer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What has acted, in order. */
const watched = () => {
  const acted: string[] = []
  const timer = createRestTimer({
    after: (ms, act) => Number(setTimeout(act, ms)),
    cancel: (handle) => clearTimeout(handle),
    now: () => performance.now(),
  })
  return { acted, timer, move: (ms: number, name: string) => timer.after(ms, () => acted.push(name)) }
}

describe('a rest timer', () => {
  test('acts once, as long after the last move as was asked for, and does what that move said', () => {
    const { acted, move } = watched()
    move(100, 'first')
    vi.advanceTimersByTime(60)
    move(100, 'second')
    vi.advanceTimersByTime(99)
    expect(acted).toEqual([])
    vi.advanceTimersByTime(1)
    expect(acted).toEqual(['second'])
    vi.advanceTimersByTime(1000)
    expect(acted).toEqual(['second'])
  })

  test('rings earlier when the next rest is a shorter one', () => {
    const { acted, move } = watched()
    move(600, 'long')
    move(100, 'short')
    vi.advanceTimersByTime(100)
    expect(acted).toEqual(['short'])
  })

  test('says nothing once it is cleared, and can be used again', () => {
    const { acted, timer, move } = watched()
    move(100, 'cleared')
    timer.clear()
    vi.advanceTimersByTime(1000)
    expect(acted).toEqual([])
    move(100, 'again')
    vi.advanceTimersByTime(100)
    expect(acted).toEqual(['again'])
  })
})
