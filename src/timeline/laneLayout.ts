/**
 * Where the lanes lie across the picture.
 *
 *   36  ruler
 *   96  producer      60 under the ruler, 19 for each row of belief below it
 *       ... air       the spare height goes 5 : 2.5 : 2 : 0.5
 *   408 broker 1
 *   567 broker 2      112, then 80 from replica to replica
 *   684 broker 3      56 under the last
 *
 * Where that does not fit: all shrink together down to 34 px, the last lane loses its role, each partition is folded to a
 * line of its own, and then the lanes are higher than the view and scroll under the ruler. In the Overview: 24 px apart.
 */
import type { Lane } from './lanes.ts'

export const RULER = 36
const ROW = 19
const LEAST_GAP = 34
/** Under the last lane: its name stands on its line. */
const FOOT = 12
/** A partition that is folded to a line; any lane in the Overview. */
const LINE_GAP = 24

export interface LaneLayout {
  /** Across of each lane's line; a lane that is not shown at this zoom has none. */
  readonly lines: Readonly<Record<string, number>>
  /** From a lane's line to the next, or to the foot. */
  readonly roomUnder: (across: number) => number
  readonly barTop: (row: number) => number
  readonly cluster: { readonly top: number; readonly bottom: number }
  readonly foot: number
}

export interface LaneWish {
  /** Of belief bars. */
  readonly rows: number
  readonly bottom: number
  readonly isOverview?: boolean
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
  /** How far, when partitions are folded to lines. */
  readonly folded?: number
}

const clusterGap = (index: number): Gap =>
  index === 0
    ? { lane: '', least: 64, share: 5 }
    : index === 1
      ? { lane: '', least: 112, share: 2.5 }
      : { lane: '', least: 80, share: 2 }

const footGap = (last: Lane | undefined): Gap => {
  const least = last?.kind === 'outside' ? 40 : last?.kind === 'controller' ? 42 : 56
  return { lane: null, least, share: 0.5, lowest: 28 }
}

const gapsOf = (lanes: readonly Lane[], rows: number): readonly Gap[] => {
  const gaps: Gap[] = []
  let brokers = 0
  for (const lane of lanes) {
    const first = brokers === 0
    if (lane.kind === 'application') gaps.push({ lane: lane.id, least: 44, share: 0, lowest: first ? 40 : LEAST_GAP })
    else if (lane.kind === 'producer')
      gaps.push(
        { lane: lane.id, least: gaps.length === 0 ? 60 : 56, share: 0.3, lowest: 52 },
        { lane: null, least: 17 + rows * ROW, share: 0, fixed: true },
      )
    else if (lane.kind === 'replica') gaps.push({ ...clusterGap(brokers++), lane: lane.id })
    else if (lane.kind === 'partition') {
      const [least, share] = first ? [64, 5] : [92, 2]
      gaps.push({ lane: lane.id, least, share, ...(first ? {} : { folded: LINE_GAP }) })
      brokers++
    } else if (lane.kind === 'controller') gaps.push({ lane: lane.id, least: 78, share: 0.3 })
    else gaps.push({ lane: lane.id, least: lane.kind === 'consumer' ? 76 : 66, share: 0.5 })
  }
  return [...gaps, footGap(lanes.at(-1))]
}

/** Names in lines, the air between clients and brokers gets what is left. */
const overviewGaps = (lanes: readonly Lane[]): readonly Gap[] => {
  const gaps = lanes.map((lane, i): Gap => {
    const before = lanes[i - 1]
    const own = { lane: lane.id, lowest: LINE_GAP }
    if (before === undefined) return { ...own, least: 48, share: 1, lowest: 40 }
    const [from, to] = [areaOf(before), areaOf(lane)]
    if (from === to) return { ...own, least: LINE_GAP, share: 0 }
    return { ...own, least: 48, share: from === 'producers' ? 4 : 2 }
  })
  return [...gaps, { lane: null, least: 40, share: 1.5, lowest: LINE_GAP }]
}
const areaOf = ({ kind }: Lane): 'producers' | 'cluster' | 'readers' | 'outside' =>
  kind === 'application' || kind === 'producer'
    ? 'producers'
    : kind === 'consumer'
      ? 'readers'
      : kind === 'outside'
        ? 'outside'
        : 'cluster'

/** Least heights plus spare. Where they do not fit, all shrink by one factor; one at its lowest leaves more to the others. */
const heights = (gaps: readonly Gap[], space: number): readonly number[] => {
  const need = gaps.reduce((sum, gap) => sum + gap.least, 0)
  const shares = gaps.reduce((sum, gap) => sum + gap.share, 0)
  if (need <= space) return gaps.map((gap) => gap.least + ((space - need) * gap.share) / Math.max(1, shares))
  const lowest = gaps.map(lowestOf)
  const stuck = new Set<number>()
  for (;;) {
    const taken = gaps.reduce((sum, _, i) => sum + (stuck.has(i) ? (lowest[i] ?? 0) : 0), 0)
    const wanted = gaps.reduce((sum, gap, i) => sum + (stuck.has(i) ? 0 : gap.least), 0)
    const factor = wanted === 0 ? 0 : (space - taken) / wanted
    const found = gaps.findIndex((gap, i) => !stuck.has(i) && gap.least * factor < (lowest[i] ?? 0))
    if (found < 0) return gaps.map((gap, i) => (stuck.has(i) ? (lowest[i] ?? 0) : gap.least * factor))
    stuck.add(found)
  }
}
const lowestOf = (gap: Gap): number => (gap.fixed ? gap.least : (gap.lowest ?? Math.min(LEAST_GAP, gap.least)))

const isTooHigh = (gaps: readonly Gap[], space: number): boolean =>
  gaps.reduce((sum, gap) => sum + lowestOf(gap), 0) > space

/** When not even the lowest heights fit, the last lane has no role under it; then partitions are lines. */
const squeezed = (gaps: readonly Gap[], space: number): readonly Gap[] => {
  if (!isTooHigh(gaps, space)) return gaps
  const last = gaps.length - 1
  const low = gaps.map((gap, i) => (i === last ? { ...gap, lowest: Math.min(FOOT, lowestOf(gap)) } : gap))
  return isTooHigh(low, space)
    ? gaps.map((gap) => (gap.folded === undefined ? gap : { ...gap, least: gap.folded, lowest: gap.folded }))
    : low
}

export const layLanes = (lanes: readonly Lane[], wish: LaneWish): LaneLayout => {
  const { rows, bottom, isOverview = false } = wish
  const space = bottom - RULER
  const gaps = squeezed(isOverview ? overviewGaps(lanes) : gapsOf(lanes, rows), space)
  const isFolded = gaps.some((gap) => gap.folded !== undefined && gap.least === gap.folded)
  const sizes = heights(gaps, space)
  const lines: Record<string, number> = {}
  let across = RULER
  let barsEnd = RULER
  gaps.forEach((gap, i) => {
    across += sizes[i] ?? 0
    if (gap.lane !== null) lines[gap.lane] = across
    else if (gap.fixed) barsEnd = across
  })
  const producer = lines[lanes.find((lane) => lane.kind === 'producer')?.id ?? ''] ?? RULER
  const foot = Math.max(bottom, across)
  const all = Object.values(lines).sort((a, b) => a - b)
  const folded = new Set(isFolded ? lanes.filter(({ kind }) => kind === 'partition').map(({ id }) => lines[id]) : [])
  return {
    lines,
    roomUnder: (line) => (folded.has(line) ? LINE_GAP : (all.find((other) => other > line + 1) ?? foot) - line),
    barTop: (row) => producer + 17 + row * ROW,
    cluster: clusterOf(lanes, lines, isOverview ? producer + 8 : barsEnd, foot),
    foot,
  }
}

const clusterOf = (
  lanes: readonly Lane[],
  lines: LaneLayout['lines'],
  barsEnd: number,
  foot: number,
): LaneLayout['cluster'] => {
  const inCluster = lanes.filter((lane) => areaOf(lane) === 'cluster').map((lane) => lines[lane.id] ?? 0)
  const first = inCluster[0] ?? foot
  const last = inCluster.at(-1) ?? 0
  const below = lanes.find((lane) => (lines[lane.id] ?? 0) > last)
  const end = below === undefined ? foot : last * 0.35 + (lines[below.id] ?? foot) * 0.65
  return { top: barsEnd + (first - barsEnd) * 0.52, bottom: end }
}
