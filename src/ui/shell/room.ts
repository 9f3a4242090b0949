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
}

const COLUMNS = { three: 1328, two: 1024, roomy: 768, joined: 576 }
const LOW = 520
/** Under this height, tabs under the timeline would leave neither enough. */
const TABS_BELOW = 640

export const roomOf = (extent: Extent): Room => {
  const { width, height } = extent
  const settings = width >= COLUMNS.three ? 'column' : 'drawer'
  if (width >= COLUMNS.two) return { extent, settings, cut: 'column', low: false }
  const cut = width >= COLUMNS.roomy && height >= TABS_BELOW ? 'below' : 'instead'
  return { extent, settings, cut, low: height <= LOW && width >= COLUMNS.joined }
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

export const boundsOf = (panel: Panel, room: Room, chosen: PanelSizes): Bounds => {
  const { width, height } = room.extent
  const least = LEAST[panel]
  const beside = Math.floor(width * BESIDE)
  if (panel === 'below')
    return { least, most: Math.floor(height * BELOW.most), usual: Math.round(height * BELOW.usual) }
  if (panel === 'settings') return { least, most: beside - LEAST.cut, usual: 256 }
  const isThird = room.settings === 'column'
  return { least, most: beside - (isThird ? sizeOf('settings', room, chosen) : 0), usual: isThird ? 340 : 300 }
}

/** As chosen, as far as there is room for it. */
export const sizeOf = (panel: Panel, room: Room, chosen: PanelSizes): number => {
  const { least, most, usual } = boundsOf(panel, room, chosen)
  return Math.round(Math.max(least, Math.min(most, chosen[panel] ?? usual)))
}
