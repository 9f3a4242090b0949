/**
 * Where the lanes lie across the picture.
 *
 *   36  ruler
 *   96  producer      60 under the ruler, 19 for each row of belief below it
 *       ... air       the spare height goes 5 : 2.5 : 2 : 0.5
 *   408 broker 1
 *   567 broker 2      112, then 80 from replica to replica
 *   684 broker 3      56 under the last
 */
import type { Lane } from './lanes.ts'

export const RULER = 36
export const ROW = 19
const LEAST_GAP = 34

export interface LaneLayout {
  /** Across of each lane's line. */
  readonly lines: Readonly<Record<string, number>>
  readonly barTop: (row: number) => number
  readonly cluster: { readonly top: number; readonly bottom: number }
  readonly foot: number
}

interface Gap {
  readonly lane: string | null
  readonly least: number
  /** Share of the spare height. */
  readonly share: number
  /** Belief rows do not shrink. */
  readonly fixed?: boolean
  /** How far it shrinks: over a producer stand the lengths of folds and what ran out. */
  readonly lowest?: number
}

const clusterGap = (index: number): Gap =>
  index === 0
    ? { lane: '', least: 64, share: 5 }
    : index === 1
      ? { lane: '', least: 112, share: 2.5 }
      : { lane: '', least: 80, share: 2 }

const gapsOf = (lanes: readonly Lane[], rows: number): readonly Gap[] => {
  const gaps: Gap[] = []
  let replicas = 0
  for (const lane of lanes) {
    if (lane.kind === 'application') gaps.push({ lane: lane.id, least: 44, share: 0 })
    else if (lane.kind === 'producer')
      gaps.push(
        { lane: lane.id, least: gaps.length === 0 ? 60 : 56, share: 0.3, lowest: 52 },
        { lane: null, least: 17 + rows * ROW, share: 0, fixed: true },
      )
    else if (lane.kind === 'replica') gaps.push({ ...clusterGap(replicas++), lane: lane.id })
    else if (lane.kind === 'partition')
      gaps.push({ lane: lane.id, least: replicas++ === 0 ? 64 : 92, share: replicas === 1 ? 5 : 2 })
    else if (lane.kind === 'controller') gaps.push({ lane: lane.id, least: 78, share: 0.3 })
    else gaps.push({ lane: lane.id, least: lane.kind === 'consumer' ? 76 : 66, share: 0.5 })
  }
  const last = lanes.at(-1)
  gaps.push({
    lane: null,
    least: last?.kind === 'outside' ? 40 : last?.kind === 'controller' ? 42 : 56,
    share: 0.5,
    lowest: 28,
  })
  return gaps
}

/** Least heights plus spare; where they do not fit, all gaps shrink together, down to 34. */
const heights = (gaps: readonly Gap[], space: number): readonly number[] => {
  const need = gaps.reduce((sum, gap) => sum + gap.least, 0)
  const shares = gaps.reduce((sum, gap) => sum + gap.share, 0)
  if (need <= space) return gaps.map((gap) => gap.least + ((space - need) * gap.share) / Math.max(1, shares))
  const fixed = gaps.reduce((sum, gap) => sum + (gap.fixed ? gap.least : 0), 0)
  const factor = Math.max(0, (space - fixed) / (need - fixed))
  return gaps.map((gap) => (gap.fixed ? gap.least : Math.max(gap.lowest ?? LEAST_GAP, gap.least * factor)))
}

export const layLanes = (lanes: readonly Lane[], rows: number, bottom: number): LaneLayout => {
  const gaps = gapsOf(lanes, rows)
  const sizes = heights(gaps, bottom - RULER)
  const lines: Record<string, number> = {}
  let across = RULER
  let barsEnd = RULER
  gaps.forEach((gap, i) => {
    across += sizes[i] ?? 0
    if (gap.lane !== null) lines[gap.lane] = across
    else if (gap.fixed) barsEnd = across
  })
  const producer = lines[lanes.find((lane) => lane.kind === 'producer')?.id ?? ''] ?? RULER
  const inCluster = lanes
    .filter((lane) => lane.kind === 'replica' || lane.kind === 'partition' || lane.kind === 'controller')
    .map((lane) => lines[lane.id] ?? 0)
  const first = inCluster[0] ?? across
  const below = lanes.find((lane) => (lines[lane.id] ?? 0) > (inCluster.at(-1) ?? 0))
  const foot = Math.max(bottom, across)
  const end = below === undefined ? foot : (inCluster.at(-1) ?? 0) * 0.35 + (lines[below.id] ?? foot) * 0.65
  return {
    lines,
    barTop: (row) => producer + 17 + row * ROW,
    cluster: { top: barsEnd + (first - barsEnd) * 0.52, bottom: end },
    foot,
  }
}
