import { describe, expect, it } from 'vitest'
import { labSetup, type Plan, run } from '../../engine/index.ts'
import { FAINT, keyOf, type Moment, type Scene, scene, timeline, type View } from '../../timeline/index.ts'
import { makeCanvasBoard, type Surface } from './canvasBoard.ts'
import { CROWDED, type Painted, paintedOf } from './canvasMarks.ts'
import { type Brush, type Palette, paintMark, type Stand, UNLIT } from './canvasPaint.ts'
import { pixelRatio } from './canvasSurface.ts'

const VIEW: View = { width: 844, height: 708, pxPerMs: 3, openFolds: [], future: 'faint', scrollAlong: 0 }
const crowd = timeline(run(labSetup({ records: 50, reader: 'card' }), []))
const FAR = scene(crowd, VIEW)

/** A brush that writes down what it is asked for, with the strength and colour it has then. */
const recorded = () => {
  const calls: string[] = []
  const state = { strokeStyle: '', fillStyle: '', lineWidth: 0, lineCap: 'butt', globalAlpha: 1 }
  let dash = ''
  let path = ''
  const brush = Object.assign(state, {
    setLineDash: (parts: readonly number[]) => {
      dash = parts.join(' ')
    },
    beginPath: () => {
      path = ''
    },
    moveTo: (x: number, y: number) => {
      path = `${x},${y}`
    },
    lineTo: (x: number, y: number) => {
      path += `-${x},${y}`
    },
    arc: (x: number, y: number, radius: number) => {
      path = `o${x},${y},${radius}`
    },
    stroke: () =>
      calls.push(
        `stroke ${path} ${state.strokeStyle} ${state.lineWidth}${dash === '' ? '' : ` [${dash}]`} ${state.globalAlpha}`,
      ),
    fill: () => calls.push(`fill ${path} ${state.fillStyle} ${state.globalAlpha}`),
  }) as unknown as Brush
  return { brush, calls }
}

const palette: Palette = { mode: 'light', colour: (paint) => paint }
const START: Moment = { at: 0, tie: 0 }
const ARROW: Painted = {
  id: 'a',
  shape: 'arrow',
  layer: 'message',
  class: 'far-data',
  from: START,
  a: { along: 0, across: 10 },
  b: { along: 40, across: 30 },
  head: 'none',
  double: false,
  size: [0, 0],
}
const TICK: Painted = {
  id: 't',
  shape: 'line',
  layer: 'cell',
  class: 'cell-tick-leader-only',
  from: START,
  a: { along: 5, across: 0 },
  b: { along: 5, across: 9 },
}
const DOT: Painted = {
  id: 'd',
  shape: 'disc',
  layer: 'chip',
  class: 'chip-far',
  from: START,
  at: { along: 7, across: 8 },
  radius: 2.5,
}
const painted = (mark: Painted, stand: Partial<Stand>): readonly string[] => {
  const { brush, calls } = recorded()
  paintMark(brush, palette, mark, { phase: 'past', part: 1, light: UNLIT, tellsRest: true, ...stand })
  return calls
}

describe('a mark on the canvas', () => {
  it('has the colour, width and dashes of its style', () => {
    expect(painted(ARROW, {})).toEqual(['stroke 0,10-40,30 data 1 1'])
    expect(painted(TICK, {})).toEqual(['stroke 5,0-5,9 data 2 [3 2] 1'])
    expect(painted(DOT, {})).toEqual(['fill o7,8,2.5 data 1'])
  })

  it('is faint ahead of the playhead, by the theme, and not there at all while it is hidden', () => {
    expect(painted(TICK, { phase: 'future' })).toEqual([`stroke 5,0-5,9 data 2 [3 2] ${FAINT.light.marks}`])
    const { brush, calls } = recorded()
    const dark: Palette = { ...palette, mode: 'dark' }
    paintMark(brush, dark, DOT, { phase: 'future', part: 1, light: UNLIT, tellsRest: true })
    expect(calls).toEqual([`fill o7,8,2.5 data ${FAINT.dark.marks}`])
    expect(painted(ARROW, { phase: 'hidden' })).toEqual([])
  })

  it('goes to the playhead in the air, with a disc at its tip, and tells its rest unless the future is hidden', () => {
    const air = { phase: 'air', part: 0.5 } as const
    const past = 'stroke 0,10-20,20 data 1 1'
    const tip = 'fill o20,20,5 data 1'
    expect(painted(ARROW, air)).toEqual([past, 'stroke 20,20-40,30 data 1 0.28', tip])
    expect(painted(ARROW, { ...air, tellsRest: false })).toEqual([past, tip])
  })

  it('thickens when it is pointed at, and steps back for the journey of another', () => {
    expect(painted(ARROW, { light: { lit: 'on', thick: 1.75 } })).toEqual(['stroke 0,10-40,30 data 2.75 1'])
    expect(painted(ARROW, { light: { lit: 'off', thick: 0 } })).toEqual(['stroke 0,10-40,30 data 1 0.35'])
    expect(painted(ARROW, { phase: 'future', light: { lit: 'on', thick: 0 } })).toEqual([
      'stroke 0,10-40,30 data 1 0.8',
    ])
  })
})

describe('what is painted', () => {
  const classes = (one: Scene) => new Set(paintedOf(one).map((mark) => mark.class))

  it('is most of a crowded Overview, and nothing where there is room or anything nearer', () => {
    expect(FAR.primitives.length).toBeGreaterThan(CROWDED)
    expect(FAR.primitives.length - paintedOf(FAR).length).toBeLessThan(CROWDED / 2)
    expect(paintedOf(scene(crowd, { ...VIEW, pxPerMs: 8 }))).toEqual([])
    expect(paintedOf(scene(timeline(run(labSetup({ records: 3 }), [])), VIEW))).toEqual([])
  })

  it('has no words and no lines of lanes', () => {
    expect([...classes(FAR)].filter((name) => /^(?:text|lane)/.test(name))).toEqual([])
    expect(paintedOf(FAR).some((mark) => mark.layer === 'must')).toBe(false)
  })

  it('leaves what a fault did to elements', () => {
    const ack = crowd.messages.find(({ kind }) => kind === 'ack')
    if (ack === undefined) throw new Error('no ack')
    const plan: Plan = [{ kind: 'silent', aim: { before: ack.name } }]
    const lost = scene(timeline(run(labSetup({ records: 50, reader: 'card' }), plan)), VIEW)
    const gone = lost.primitives.filter((mark) => /^(?:message-gone|loss-|silent-)/.test(mark.class))
    expect(gone.length).toBeGreaterThan(0)
    expect(gone.filter((mark) => paintedOf(lost).includes(mark as Painted))).toEqual([])
  })
})

describe('the board of the canvas', () => {
  const laid = () => {
    const { brush, calls } = recorded()
    const strips: (readonly [number, number])[] = []
    const surface: Surface = { brush, open: (from, to) => strips.push([from, to]), done: () => undefined }
    const board = makeCanvasBoard(FAR, surface, palette)
    const show = (at: number): void => board.show(keyOf({ at, tie: 0 }), FAR.axis.xOf(at))
    return { board, calls, strips, show }
  }

  it('paints once for a cursor, and again only when a mark changes or flies', () => {
    const { strips, show } = laid()
    const { at } = FAR.timeline.end
    show(at + 100)
    show(at + 100)
    show(at + 101)
    expect(strips.length).toBe(1)
    show(90)
    show(90.5)
    expect(strips.length).toBe(3)
  })

  it('paints only the strip that changed', () => {
    const { strips, calls, show } = laid()
    show(90)
    const all = calls.length
    show(90.5)
    const [, strip] = strips
    expect((strip?.[1] ?? 0) - (strip?.[0] ?? 0)).toBeLessThan(200)
    expect(calls.length - all).toBeLessThan(all / 4)
  })

  it('takes other colours and a journey at once', () => {
    const { board, calls, show } = laid()
    show(90)
    calls.length = 0
    board.recolour({ mode: 'dark', colour: (paint) => `dark-${paint}` })
    expect(calls.length).toBeGreaterThan(500)
    expect(calls.every((call) => call.includes('dark-'))).toBe(true)
    calls.length = 0
    board.light(() => ({ lit: 'off', thick: 0 }))
    expect(calls.some((call) => call.endsWith(' 0.35'))).toBe(true)
    calls.length = 0
    board.light(() => ({ lit: 'off', thick: 0 }))
    expect(calls).toEqual([])
  })

  it('has the pixels of the screen, and less where a browser would refuse them', () => {
    expect(pixelRatio(2000, 700, 2)).toBe(2)
    expect(pixelRatio(40_000, 700, 2)).toBeLessThanOrEqual(0.4)
    expect(10_000 * 700 * pixelRatio(10_000, 700, 3) ** 2).toBeLessThanOrEqual(16_000_001)
  })
})
