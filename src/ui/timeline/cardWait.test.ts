import { describe, expect, it } from 'vitest'
import { createCardWait, REST } from './cardWait.ts'

/** What is waited at each move, so many ms after the one before it, past these events. */
const waits = (moves: readonly (readonly [gap: number, told: string, isLoud?: boolean])[]) => {
  const wait = createCardWait()
  let now = 1000
  return moves.map(([gap, told, isLoud = false]) => {
    now += gap
    return wait(now, told, isLoud)
  })
}

describe('the card', () => {
  it('tells at once where the playhead jumps to', () => {
    expect(waits([[0, 'A']])).toEqual([null])
    expect(
      waits([
        [0, 'A'],
        [REST, 'B'],
        [5 * REST, 'C'],
      ]),
    ).toEqual([null, null, null])
  })

  it('waits while the playhead moves on, until it rests', () => {
    expect(
      waits([
        [0, 'A'],
        [16, 'A'],
        [16, 'B'],
        [16, 'B'],
      ]),
    ).toEqual([null, REST, REST, REST])
  })

  it('tells what is loud while the playhead moves on', () => {
    const [, , quiet, loud] = waits([
      [0, 'A'],
      [100, 'A'],
      [100, 'B'],
      [100, 'C', true],
    ])
    expect(quiet).not.toBeNull()
    // B came long after A, so C is the first that is passed in no time: it may be told a move later.
    expect(loud).not.toBeNull()
    expect(
      waits([
        [0, 'A'],
        [100, 'A'],
        [100, 'C', true],
      ]).at(-1),
    ).toBeNull()
  })

  it('waits for what is loud as well, where one event after the other is passed in no time', () => {
    expect(
      waits([
        [0, 'A', true],
        [16, 'B', true],
        [16, 'C', true],
        [16, 'C', true],
      ]),
    ).toEqual([null, REST, REST, REST])
  })

  it('and tells it once it has been passed for as long as a rest, though the playhead moves on', () => {
    const moves = Array.from({ length: 50 }, () => [16, 'C', true] as const)
    expect(waits([[0, 'A', true], [16, 'B', true], ...moves]).at(-1)).toBeNull()
  })

  it('takes slow frames one after the other for one move, and waits for three of them', () => {
    expect(
      waits([
        [0, 'A'],
        [200, 'B'],
        [200, 'C'],
        [200, 'D'],
        [200, 'E'],
      ]),
    ).toEqual([null, null, null, 600, 600])
  })
})
