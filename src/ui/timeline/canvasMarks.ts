/**
 * What is painted on a canvas instead of printed as an element each: of a crowded Overview the thin lines, ticks and dots.
 *
 *   svg     tints, folds, lane lines
 *   canvas  ╲ │ ╲ │ ╱ •            this
 *   svg     hit areas, words, faults, what must show
 */
import { bandOf, type Primitive, type Scene } from '../../timeline/index.ts'

/** Up to here a mark each is an element each. */
export const CROWDED = 600

/** The Overview has no heads, boxes or bars of its own. */
export type Painted = Extract<Primitive, { shape: 'line' | 'arrow' | 'disc' }>

/** Plain goings-on. What tells of a fault, a refusal or a verdict is none of them and stays an element. */
const PLAIN: ReadonlySet<Primitive['class']> = new Set<Primitive['class']>([
  'far-data',
  'far-ok',
  'far-edge',
  'far-ink',
  'far-delivery',
  'cell-tick-leader-only',
  'cell-tick-replicated',
  'watermark',
  'receipt-tick',
  'commit-tick',
  'chip-far',
  'pin-unused',
])

const isPainted = (mark: Primitive): mark is Painted => {
  if (!PLAIN.has(mark.class) || mark.layer === 'must' || bandOf(mark) !== 'lanes') return false
  if (mark.shape === 'arrow') return mark.head === 'none' && !mark.double
  return mark.shape === 'line' || mark.shape === 'disc'
}

const NONE: readonly Painted[] = []
const found = new WeakMap<Scene, readonly Painted[]>()

/** In drawing order; none where the scene has room for elements, and none nearer than the Overview. */
export const paintedOf = (scene: Scene): readonly Painted[] => {
  if (scene.zoom !== 'overview' || scene.primitives.length <= CROWDED) return NONE
  const known = found.get(scene) ?? scene.primitives.filter(isPainted)
  found.set(scene, known)
  return known
}
