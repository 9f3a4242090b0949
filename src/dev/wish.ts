/** What is asked for behind `?dev`. */
export interface GalleryWish {
  /** null: every story. */
  readonly story: string | null
  /** Of the stage, in px: as at 1440 unless another is named. */
  readonly width: number
  readonly height: number
}

/** The stage of a page of 1440×900, between settings and cross-section. */
const USUAL = { width: 844, height: 680 } as const

const px = (text: string | null, usual: number): number => {
  const value = Number(text ?? '')
  return Number.isInteger(value) && value >= 320 && value <= 4000 ? value : usual
}

/** Sizes that cannot be a stage count as not named. */
export const wishOf = (search: string): GalleryWish => {
  const keys = new URLSearchParams(search)
  const story = keys.get('dev')
  return {
    story: story === null || story === '' ? null : story,
    width: px(keys.get('width'), USUAL.width),
    height: px(keys.get('height'), USUAL.height),
  }
}
