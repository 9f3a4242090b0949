import type { SvgTheme } from '../../timeline/index.ts'
import { palettes, type ThemeName } from './tokens.ts'

/** The page's own colours, under the names of its CSS variables: a colour is changed in one table only. */
export const themeOf = (mode: ThemeName): SvgTheme => ({
  mode,
  tokens: {
    ...Object.fromEntries(Object.entries(palettes[mode]).map(([key, value]) => [dashed(key), value])),
    'font-words': "'Inter Variable', Inter, system-ui, sans-serif",
    'font-code': "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
  },
})

const dashed = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
