import {
  between,
  type Cursor,
  flown,
  type Keys,
  keyOf,
  keysOf,
  type Phase,
  type Point,
  type Primitive,
  phaseOf,
  type Scene,
  tipOf,
} from '../../timeline/index.ts'
import { layCanvas } from './canvasSurface.ts'
import { createFades } from './fades.ts'

interface Piece {
  readonly mark: Primitive
  readonly keys: Keys
  readonly element: Element
  readonly flown: readonly Element[]
  readonly tip: Element | null
  phase: Phase | null
}

/** Moves the picture: one pass a frame over numbers, and the document is touched only where something changes. */
export interface Board {
  /** `seen`: where the playhead is seen while the marks are on their way to their new places. */
  readonly show: (cursor: Cursor, seen?: (along: number) => number) => void
  readonly marks: readonly { readonly mark: Primitive; readonly element: Element }[]
}

export const makeBoard = (scene: Scene, root: ParentNode): Board => {
  const byId = new Map([...scene.primitives, ...scene.legend].map((mark) => [mark.id, mark]))
  const playheads = root.querySelectorAll('[data-playhead]')
  const canvas = layCanvas(scene, root)
  const all = [...root.querySelectorAll('[data-mark]:not([data-ghosts] *)')].flatMap((element): Piece[] => {
    const mark = byId.get(element.getAttribute('data-mark') ?? '')
    return mark === undefined ? [] : [pieceOf(mark, element)]
  })
  const mayFade = createFades()
  const turn = (piece: Piece, phase: Phase): void => {
    if (piece.phase !== null) piece.element.toggleAttribute('data-at-once', !mayFade(performance.now()))
    piece.element.setAttribute('data-phase', phase)
    piece.phase = phase
  }
  return {
    // The legend stays where it is.
    marks: all.filter(({ element }) => element.closest('[data-legend]') === null),
    show: (cursor, seen = itself) => {
      const along = scene.axis.xOf(cursor.at)
      const key = keyOf(cursor)
      const place = `translate(${seen(along).toFixed(2)} 0)`
      for (const playhead of playheads) playhead.setAttribute('transform', place)
      canvas?.show(key, along)
      for (const piece of all) {
        const phase = phaseOf(piece.keys, key, along, scene.view.future)
        if (phase === 'air') travel(scene, piece, along)
        else if (piece.phase === 'air') arrive(piece)
        if (phase !== piece.phase) turn(piece, phase)
      }
    },
  }
}

const itself = (along: number): number => along

/** What was found out about an element holds as long as its mark is the same one. */
const pieces = new WeakMap<Element, Piece>()

const pieceOf = (mark: Primitive, element: Element): Piece => {
  const known = pieces.get(element)
  if (known?.mark === mark) return known
  const piece: Piece = {
    mark,
    keys: keysOf(mark),
    element,
    flown: [...element.querySelectorAll('[data-flown]')],
    tip: element.querySelector('[data-tip]'),
    phase: null,
  }
  // React keeps an element whose mark stayed the same, with whatever was moved in it.
  arrive(piece)
  pieces.set(element, piece)
  return piece
}

const setAll = (elements: readonly Element[], name: string, value: string): void => {
  for (const element of elements) element.setAttribute(name, value)
}

const endAt = (lines: readonly Element[], { along, across }: Point): void => {
  setAll(lines, 'x2', along.toFixed(2))
  setAll(lines, 'y2', across.toFixed(2))
}

const travel = (scene: Scene, { mark, flown: past, tip }: Piece, playhead: number): void => {
  const part = flown(scene, mark, playhead)
  if (mark.shape === 'arrow' || mark.shape === 'line') {
    const at = between(mark.a, mark.b, part)
    endAt(past, at)
    for (const end of tip === null ? [] : ['1', '2']) {
      tip?.setAttribute(`x${end}`, at.along.toFixed(2))
      tip?.setAttribute(`y${end}`, at.across.toFixed(2))
    }
  } else if (mark.shape === 'rect') setAll(past, 'width', (mark.box.length * part).toFixed(2))
}

const arrive = ({ mark, flown: past }: Piece): void => {
  if (mark.shape === 'arrow') endAt(past, tipOf(mark))
  else if (mark.shape === 'line') endAt(past, mark.b)
  else if (mark.shape === 'rect') setAll(past, 'width', String(mark.box.length))
}
