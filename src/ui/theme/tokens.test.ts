import { describe, expect, it } from 'vitest'
import { contrast, distance, type Eye } from './colour.ts'
import { type Palette, palettes, themeCss } from './tokens.ts'

type Token = keyof Palette
const text: readonly Token[] = ['ink', 'ink2', 'ink3', 'data', 'ok', 'doubt', 'loss', 'txn']
const status = ['data', 'ok', 'doubtFill', 'loss', 'txn'] as const
const tints: readonly (readonly [Token, Token])[] = [
  ['data', 'dataTint'],
  ['ok', 'okTint'],
  ['doubt', 'doubtTint'],
  ['loss', 'lossTint'],
  ['txn', 'txnTint'],
]
/** ux.md section 3, as measured there: on panel and on sub. */
const measured: Readonly<Record<'light' | 'dark', Partial<Record<Token, readonly [number, number]>>>> = {
  light: {
    edge: [3.56, 3.15],
    ink: [17.93, 15.84],
    ink2: [8.61, 7.61],
    ink3: [5.43, 4.8],
    data: [7.77, 6.86],
    ok: [5.28, 4.67],
    doubt: [6.16, 5.44],
    loss: [5.41, 4.78],
    txn: [10.72, 9.47],
  },
  dark: {
    edge: [3.97, 3.66],
    ink: [15.88, 14.64],
    ink2: [9.59, 8.84],
    ink3: [6.15, 5.67],
    data: [7.19, 6.63],
    ok: [10.98, 10.12],
    doubt: [11.17, 10.3],
    loss: [6.61, 6.09],
    txn: [6.52, 6.01],
  },
}
/** The smallest distance between two status colours, in whole numbers as ux.md gives them. */
const floors: Readonly<Record<Eye, number>> = { normal: 15, protan: 11, deutan: 12, tritan: 7 }

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = palettes[theme]

  it('keeps text at 4.5 on panel, on sub and on the page', () => {
    for (const token of text)
      for (const ground of ['panel', 'sub', 'bg'] as const)
        expect(contrast(palette[token], palette[ground]), `${token} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps outlines of controls at 3', () => {
    expect(contrast(palette.edge, palette.panel)).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.edge, palette.sub)).toBeGreaterThanOrEqual(3)
  })

  it('has the contrasts that were measured for it', () => {
    for (const [token, [onPanel, onSub]] of Object.entries(measured[theme]) as [Token, readonly [number, number]][]) {
      expect(contrast(palette[token], palette.panel), `${token} on panel`).toBeCloseTo(onPanel, 1)
      expect(contrast(palette[token], palette.sub), `${token} on sub`).toBeCloseTo(onSub, 1)
    }
  })

  it('is readable on its tints and on solid loss', () => {
    for (const [own, tint] of tints) {
      expect(contrast(palette.ink, palette[tint]), `ink on ${tint}`).toBeGreaterThanOrEqual(12)
      expect(contrast(palette[own], palette[tint]), `${own} on ${tint}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(palette.on, palette.loss)).toBeGreaterThanOrEqual(5.4)
  })

  it.each(Object.keys(floors) as Eye[])('tells status colours apart for a %s eye', (eye) => {
    for (const [index, one] of status.entries())
      for (const other of status.slice(index + 1))
        expect(Math.round(distance(palette[one], palette[other], eye)), `${one} and ${other}`).toBeGreaterThanOrEqual(
          floors[eye],
        )
  })
})

it('writes every token for both themes', () => {
  const css = themeCss()
  for (const palette of Object.values(palettes))
    for (const value of Object.values(palette)) expect(css).toContain(value)
  expect(css).toContain('--doubt-fill:')
  expect(css).toContain('forced-colors:active')
})
