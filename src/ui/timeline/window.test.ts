import { describe, expect, it } from 'vitest'
import { labSetup, run } from '../../engine/index.ts'
import { gridRows, type Scene, scene, timeline } from '../../timeline/index.ts'
import { createCells } from './cells.ts'
import { glideOf } from './glide.ts'
import { keepMarks } from './same.ts'
import { createScroll } from './scroll.ts'
import { createSight } from './sight.ts'
import { sceneWithBars } from './usePicture.ts'
import { placeOf } from './useReached.ts'

const VIEW = { width: 720, height: 400, pxPerMs: 8, openFolds: [], future: 'faint', scrollAlong: 0 } as const
const story = timeline(run(labSetup({ records: 20, partitions: 3, reader: 'card' }), []))
const at = (pxPerMs: number, height = 400): Scene => scene(story, { ...VIEW, pxPerMs, height })

/** A window that scrolls as far as the picture goes. */
const fakeWindow = () => {
  const element = { scrollLeft: 0, scrollTop: 0 }
  let moves = 0
  const scroll = createScroll({ current: element as unknown as HTMLElement }, () => {
    moves += 1
  })
  const to = (along: number, across = 0): void => {
    Object.assign(element, { scrollLeft: along, scrollTop: across })
    scroll.onScroll()
  }
  return { element, scroll, to, moves: () => moves }
}

describe('what is scrolled', () => {
  it('keeps the playhead where it is seen while the zoom changes', () => {
    const { element, scroll, to } = fakeWindow()
    const [near, far] = [at(8), at(16)]
    scroll.settle(near, 60)
    to(200)
    const seen = near.axis.xOf(60) - 200
    expect(scroll.settle(far, 60)).toEqual({ along: element.scrollLeft - 200, across: 0 })
    expect(far.axis.xOf(60) - element.scrollLeft).toBeCloseTo(seen)
  })

  it('keeps the middle of the window when the playhead is out of sight', () => {
    const { element, scroll, to } = fakeWindow()
    const [near, far] = [at(8), at(16)]
    scroll.settle(near, 0)
    to(900)
    const middle = (near.axis.start + VIEW.width) / 2
    const time = near.axis.atOf(middle + 900)
    scroll.settle(far, 0)
    expect(far.axis.atOf(element.scrollLeft + middle)).toBeCloseTo(time)
  })

  it('keeps what is under the pointer, and then the marks follow the hand at once', () => {
    const { element, scroll } = fakeWindow()
    scroll.settle(at(8), 0)
    scroll.hold({ at: 100, from: 300, byHand: true })
    const far = at(20)
    expect(scroll.settle(far, 0)).toBeNull()
    expect(far.axis.xOf(100) - element.scrollLeft).toBeCloseTo(300)
  })

  it('turns a page when the playhead leaves, and leaves the window to the hand until it moves again', () => {
    const { element, scroll, to } = fakeWindow()
    const seen = at(8)
    const cursor = { at: 200, tie: 0 }
    scroll.keepInView(seen, cursor)
    expect(element.scrollLeft).toBeGreaterThan(0)
    to(0)
    scroll.keepInView(seen, cursor)
    expect(element.scrollLeft).toBe(0)
    scroll.keepInView(seen, { at: 201, tie: 0 })
    expect(element.scrollLeft).toBeGreaterThan(0)
  })

  it('brings a lane that is chosen under the ruler or over the foot', () => {
    const { element, scroll } = fakeWindow()
    const low = at(8, 260)
    const last = Math.max(...Object.values(low.lanes.lines))
    expect(low.bottom).toBeGreaterThan(260)
    scroll.reveal(low, last)
    expect(last - element.scrollTop).toBeLessThan(260)
    scroll.reveal(low, Math.min(...Object.values(low.lanes.lines)))
    expect(Math.min(...Object.values(low.lanes.lines)) - element.scrollTop).toBeGreaterThan(36)
  })
})

describe('bars of the browser', () => {
  it('take room only where something is scrolled, so that one does not bring the other', () => {
    const wide = sceneWithBars(story, { ...VIEW, height: 700 }, 10)
    expect(wide.view).toMatchObject({ width: 720, height: 690 })
    expect(wide.breadth).toBeLessThanOrEqual(690)
    const both = sceneWithBars(story, { ...VIEW, height: 260 }, 10)
    expect(both.view).toMatchObject({ width: 710, height: 250 })
    expect(sceneWithBars(story, { ...VIEW, height: 260 }, 0).view).toMatchObject({ width: 720, height: 260 })
  })
})

describe('marks on their way', () => {
  const fake = (scene: Scene) =>
    scene.primitives.map((mark) => {
      const attributes = new Map<string, string>()
      const element = {
        setAttribute: (name: string, value: string) => attributes.set(name, value),
        removeAttribute: (name: string) => attributes.delete(name),
      } as unknown as Element
      return { mark, element, attributes }
    })

  it('start where they stood in the window and end without a transform', () => {
    const [near, far] = [at(8), at(16)]
    const marks = fake(far)
    const glide = glideOf(near, far, { along: 40, across: 0 }, marks)
    glide?.put(0)
    const chip = marks.find(({ mark }) => mark.id.startsWith('message Produce[C]'))
    const then = near.primitives.find(({ id }) => id === chip?.mark.id)
    if (chip?.mark.shape !== 'arrow' || then?.shape !== 'arrow') throw new Error('C is not drawn')
    const [x, , sx] = (chip.attributes.get('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? []
    expect((x ?? 0) + (sx ?? 0) * chip.mark.a.along).toBeCloseTo(then.a.along + 40, 0)
    glide?.put(1)
    expect(marks.some(({ attributes }) => attributes.has('transform'))).toBe(false)
  })

  it('take the playhead with them', () => {
    const [near, far] = [at(8), at(16)]
    const glide = glideOf(near, far, { along: 0, across: 0 }, fake(far))
    expect(glide?.seen(far.axis.xOf(50), 0)).toBeCloseTo(near.axis.xOf(50))
    expect(glide?.seen(far.axis.xOf(50), 1)).toBeCloseTo(far.axis.xOf(50))
  })

  it('are none when nothing has moved', () => {
    expect(glideOf(at(8), at(8), { along: 0, across: 0 }, fake(at(8)))).toBeNull()
  })

  it('keep names of lanes at the left while the window goes on', () => {
    const [near, far] = [at(8), at(16)]
    const marks = fake(far)
    glideOf(near, far, { along: 40, across: 0 }, marks)?.put(0)
    expect(marks.find(({ mark }) => mark.id.startsWith('lane '))?.attributes.has('transform')).toBe(false)
  })
})

describe('what is seen', () => {
  it('is told once per change, and asked to go elsewhere', () => {
    const sight = createSight()
    const told: number[] = []
    sight.subscribe(() => told.push(sight.seen()?.along ?? -1))
    const seen = at(8)
    sight.tell({ scene: seen, along: 0 })
    sight.tell({ scene: seen, along: 0 })
    sight.tell({ scene: seen, along: 30 })
    expect(told).toEqual([0, 30])
    let went = 0
    const detach = sight.attach((along) => {
      went = along
    })
    sight.scrollTo(70)
    detach()
    sight.scrollTo(90)
    expect(went).toBe(70)
  })
})

describe('the grid of those who hear the page', () => {
  const rows = gridRows(story)
  const page = () => {
    const cells = new Map(rows.flatMap((row) => row.cells).map((cell) => [cell.id, { hidden: false }]))
    let active = ''
    const made = createCells(rows, {
      hide: (id, hidden) => {
        cells.set(id, { hidden })
      },
      activate: (id) => {
        active = id
      },
    })
    return { made, open: () => [...cells.values()].filter((cell) => !cell.hidden).length, active: () => active }
  }

  it('has no cell of a hidden future, and all of them otherwise', () => {
    const { made, open } = page()
    const all = rows.reduce((sum, row) => sum + row.cells.length, 0)
    made.show({ at: 30, tie: 0 }, 'hidden', null)
    const early = open()
    expect(early).toBeGreaterThan(0)
    expect(early).toBeLessThan(all)
    made.show({ at: 60, tie: 0 }, 'hidden', null)
    expect(open()).toBeGreaterThan(early)
    made.show({ at: 30, tie: 0 }, 'hidden', null)
    expect(open()).toBe(early)
    made.show({ at: 30, tie: 0 }, 'faint', null)
    expect(open()).toBe(all)
  })

  it('names the cell that the playhead stands on', () => {
    const { made, active } = page()
    made.show({ at: 30, tie: 0 }, 'faint', null)
    const first = active()
    made.show({ at: 60, tie: 0 }, 'faint', null)
    expect(active()).not.toBe(first)
  })
})

describe('what is reached by keys', () => {
  it('stands in the middle of its message, or on its lane', () => {
    const seen = at(8)
    const arrow = seen.primitives.find((mark) => mark.shape === 'arrow' && mark.name?.startsWith('Produce[C]'))
    if (arrow?.shape !== 'arrow' || arrow.name === undefined) throw new Error('C is not drawn')
    expect(placeOf(seen, arrow.name)?.across).toBeCloseTo((arrow.a.across + arrow.b.across) / 2)
    expect(placeOf(seen, 'producer-1')?.across).toBe(seen.lanes.lines['producer-1'])
    expect(placeOf(seen, 'nobody')).toBeNull()
  })
})

describe('a mark that is equal to the one before it', () => {
  it('is that one, so that nothing is drawn anew', () => {
    const [before, again] = [at(8), at(8)]
    const kept = keepMarks(again, before)
    expect(kept.primitives.every((mark, i) => mark === before.primitives[i])).toBe(true)
    const zoomed = keepMarks(at(16), before)
    const [same, other] = ['lane producer-1', 'tick 10'].map((id) => zoomed.primitives.find((mark) => mark.id === id))
    expect(before.primitives).toContain(same)
    expect(before.primitives).not.toContain(other)
  })
})
