/**
 * How much room the page has, and what stands where in it (ux.md section 2). Sizes are px at the usual text size: text at
 * twice the size makes the same page half as wide, as zooming in does, so larger text never has to fit where it cannot.
 */
export interface Extent {
  readonly width: number
  readonly height: number
}

export interface Room {
  readonly extent: Extent
  readonly settings: 'column' | 'drawer'
  /** The cross-section beside the timeline, under it as tabs, or in its place as tabs at the thumb. */
  readonly cut: 'column' | 'below' | 'instead'
  /** A phone on its side or a small frame: rows are joined, so that the picture keeps the height. */
  readonly low: boolean
  /** A phone with large text. */
  readonly narrow: boolean
}

const COLUMNS = { three: 1328, two: 1024, roomy: 768, joined: 576, narrow: 300 }
const LOW = 520
/** Under this height, tabs under the timeline would leave neither enough. */
const TABS_BELOW = 640

export const roomOf = (extent: Extent): Room => {
  const { width, height } = extent
  const settings = width >= COLUMNS.three ? 'column' : 'drawer'
  if (width >= COLUMNS.two) return { extent, settings, cut: 'column', low: false, narrow: false }
  const cut = width >= COLUMNS.roomy && height >= TABS_BELOW ? 'below' : 'instead'
  return { extent, settings, cut, low: height <= LOW && width >= COLUMNS.joined, narrow: width < COLUMNS.narrow }
}

/** Panels whose size a person chooses. */
export type Panel = 'settings' | 'cut' | 'below'
export type PanelSizes = Readonly<Partial<Record<Panel, number>>>

export interface Bounds {
  readonly least: number
  readonly most: number
  /** Before anybody chose. */
  readonly usual: number
}

/** The timeline keeps at least 55 % of the width. */
const BESIDE = 0.45
const LEAST = { settings: 208, cut: 260, below: 160 }
const BELOW = { usual: 0.36, most: 0.6 }
/** Tabs, head of the table, a row for each record, the sentence under it. */
const TABLE = { around: 141, row: 38, least: 240 }

/**
 * As high as the table of its records, so that the timeline gets the rest: the number of records stays as long as the run
 * does, so nothing moves with the playhead or from tab to tab.
 */
const usualBelow = (height: number, records: number): number =>
  Math.min(Math.round(height * BELOW.usual), Math.max(TABLE.least, TABLE.around + TABLE.row * records))

export const boundsOf = (panel: Panel, room: Room, chosen: PanelSizes, records: number): Bounds => {
  const { width, height } = room.extent
  const least = LEAST[panel]
  const beside = Math.floor(width * BESIDE)
  if (panel === 'below') return { least, most: Math.floor(height * BELOW.most), usual: usualBelow(height, records) }
  if (panel === 'settings') return { least, most: beside - LEAST.cut, usual: 256 }
  const isThird = room.settings === 'column'
  return { least, most: beside - (isThird ? sizeOf('settings', room, chosen, records) : 0), usual: isThird ? 340 : 300 }
}

/** As chosen, as far as there is room for it. */
export const sizeOf = (panel: Panel, room: Room, chosen: PanelSizes, records: number): number => {
  const { least, most, usual } = boundsOf(panel, room, chosen, records)
  return Math.round(Math.max(least, Math.min(most, chosen[panel] ?? usual)))
}
