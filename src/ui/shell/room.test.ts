import { describe, expect, it } from 'vitest'
import { boundsOf, roomOf, sizeOf } from './room.ts'

const at = (width: number, height: number, scale = 1) => roomOf({ width: width / scale, height: height / scale })

describe('what stands where', () => {
  it.each([
    [1440, 900, 'column', 'column', false],
    [1024, 768, 'drawer', 'column', false],
    [768, 1024, 'drawer', 'below', false],
    [720, 420, 'drawer', 'instead', true],
    [390, 844, 'drawer', 'instead', false],
  ] as const)('at %i × %i settings are a %s, the cut is a %s, low: %s', (width, height, settings, cut, low) => {
    expect(at(width, height)).toMatchObject({ settings, cut, low })
  })

  it('is narrow on a phone with large text, and on no phone without', () => {
    expect(at(390, 844, 2).narrow).toBe(true)
    expect(at(320, 640).narrow).toBe(false)
  })

  it('is that of a window half as wide when text is twice as large', () => {
    expect(at(1440, 900, 2)).toEqual(at(720, 450))
    expect(at(1440, 900, 2).cut).toBe('instead')
  })
})

describe('the sizes of panels', () => {
  it.each([1024, 1200, 1328, 1440, 1920, 2560])(
    'leave the timeline at least 55 %% of %i px, however far they are dragged',
    (width) => {
      const room = at(width, 900)
      for (const chosen of [{}, { settings: 9999 }, { cut: 9999 }, { settings: 9999, cut: 9999 }]) {
        const settings = room.settings === 'column' ? sizeOf('settings', room, chosen, 4) : 0
        expect(settings + sizeOf('cut', room, chosen, 4)).toBeLessThanOrEqual(width * 0.45)
      }
    },
  )

  it('are the usual ones before anybody chose, and as chosen after', () => {
    expect([sizeOf('settings', at(1440, 900), {}, 4), sizeOf('cut', at(1440, 900), {}, 4)]).toEqual([256, 340])
    expect(sizeOf('cut', at(1024, 768), {}, 4)).toBe(300)
    expect(sizeOf('cut', at(1440, 900), { cut: 290 }, 4)).toBe(290)
  })

  it('shrink with the window and come back with it', () => {
    const chosen = { cut: 500 }
    expect(sizeOf('cut', at(1024, 768), chosen, 4)).toBe(460)
    expect(sizeOf('cut', at(1900, 900), chosen, 4)).toBe(500)
  })

  it.each([
    ['settings', 1328, 900],
    ['cut', 1024, 600],
    ['cut', 1328, 900],
    ['below', 768, 640],
  ] as const)('%s can be resized at %i × %i', (panel, width, height) => {
    const { least, most } = boundsOf(panel, at(width, height), {}, 4)
    expect(most - least).toBeGreaterThan(80)
  })

  it('below the timeline are as high as the table of records, up to 36 % of the page', () => {
    const room = at(768, 1024)
    const below = (records: number) => sizeOf('below', room, {}, records)
    expect(below(5) - below(4)).toBe(38)
    expect(below(4)).toBeLessThan(0.3 * 1024)
    expect([below(1), below(50)]).toEqual([240, 369])
    expect(sizeOf('below', room, { below: 400 }, 1)).toBe(400)
  })
})
