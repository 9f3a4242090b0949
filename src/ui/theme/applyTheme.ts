import { themeCss } from './tokens.ts'

export type ThemeChoice = 'auto' | 'light' | 'dark'

/** A constructed sheet, not a style element: a strict content security policy allows it. */
export const installTokens = (target: Document): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(themeCss())
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet]
}

export const applyTheme = (target: Document, choice: ThemeChoice): void => {
  if (choice === 'auto') delete target.documentElement.dataset.theme
  else target.documentElement.dataset.theme = choice
}
