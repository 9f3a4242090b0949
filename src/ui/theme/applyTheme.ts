import { themeCss } from './tokens.ts'

export type ThemeChoice = 'auto' | 'light' | 'dark'

/** A constructed sheet, not a style element: a strict content security policy allows it. */
export const installTokens = (target: Document): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(themeCss())
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet]
}

export const applyTheme = (target: Document, choice: ThemeChoice, isStill: boolean): void => {
  const { dataset } = target.documentElement
  if (choice === 'auto') delete dataset.theme
  else dataset.theme = choice
  if (isStill) dataset.motion = 'reduced'
  else delete dataset.motion
}
