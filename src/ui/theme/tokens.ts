/**
 * Every colour, once (ux.md section 3). The page's CSS variables are made from this table, and `tokens.test.ts` holds
 * each value to its contrast and to the distances that colour-blind people need, so that a colour is changed here only.
 */
export interface Palette {
  readonly bg: string
  readonly panel: string
  readonly sub: string
  readonly line: string
  readonly edge: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly data: string
  readonly ok: string
  readonly doubt: string
  readonly doubtFill: string
  readonly loss: string
  readonly txn: string
  readonly dataTint: string
  readonly okTint: string
  readonly doubtTint: string
  readonly lossTint: string
  readonly txnTint: string
  /** Text and strokes on a solid colour. */
  readonly on: string
  readonly shadow: string
}

export type ThemeName = 'light' | 'dark'

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    bg: '#F6F6F4',
    panel: '#FFFFFF',
    sub: '#F1F1EE',
    line: '#E3E3DF',
    edge: '#84888F',
    ink: '#15171C',
    ink2: '#474C57',
    ink3: '#646A76',
    data: '#0F4FA8',
    ok: '#017A66',
    doubt: '#8A5600',
    doubtFill: '#F0AE14',
    loss: '#C8300A',
    txn: '#6B1F57',
    dataTint: '#E6EFFB',
    okTint: '#DEF3EE',
    doubtTint: '#FFF2CF',
    lossTint: '#FDE8DF',
    txnTint: '#F5E8F1',
    on: '#FFFFFF',
    shadow: '0 1px 2px rgba(21, 23, 28, 0.06), 0 8px 24px rgba(21, 23, 28, 0.1)',
  },
  dark: {
    bg: '#0C0E12',
    panel: '#13161C',
    sub: '#1A1E26',
    line: '#262B35',
    edge: '#6E7686',
    ink: '#EEF0F4',
    ink2: '#B6BDC9',
    ink3: '#8E97A6',
    data: '#5AA6FF',
    ok: '#6EDDBB',
    doubt: '#F5C542',
    doubtFill: '#F5C542',
    loss: '#FF7048',
    txn: '#D97DB6',
    dataTint: '#12263F',
    okTint: '#10302A',
    doubtTint: '#33290C',
    lossTint: '#3B1A11',
    txnTint: '#361C2F',
    on: '#0C0E12',
    shadow: '0 0 0 1px #2C323D, 0 12px 32px rgba(0, 0, 0, 0.5)',
  },
}

/** `doubtFill` is `--doubt-fill`. */
const variableOf = (token: keyof Palette): string =>
  `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const declarations = (palette: Palette): string =>
  (Object.keys(palette) as (keyof Palette)[]).map((token) => `${variableOf(token)}:${palette[token]}`).join(';')

/**
 * Where a person's own few colours rule (forced colours), shapes, hatches, outlines and words tell things apart; HTML is
 * coloured by the browser, and what is drawn takes the same colours from here.
 */
const forced: Readonly<Record<keyof Palette, string>> = {
  bg: 'Canvas',
  panel: 'Canvas',
  sub: 'Canvas',
  line: 'CanvasText',
  edge: 'CanvasText',
  ink: 'CanvasText',
  ink2: 'CanvasText',
  ink3: 'CanvasText',
  data: 'LinkText',
  ok: 'CanvasText',
  doubt: 'CanvasText',
  doubtFill: 'CanvasText',
  loss: 'CanvasText',
  txn: 'LinkText',
  dataTint: 'Canvas',
  okTint: 'Canvas',
  doubtTint: 'Canvas',
  lossTint: 'Canvas',
  txnTint: 'Canvas',
  on: 'Canvas',
  shadow: 'none',
}

/**
 * Follows the system unless the person chose: the choice stands on the root as `data-theme`. `color-scheme` makes the
 * browser's own controls follow.
 */
export const themeCss = (): string =>
  [
    `:root,:host{color-scheme:light;${declarations(palettes.light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]),:host(:not([data-theme=light])){color-scheme:dark;${declarations(palettes.dark)}}}`,
    `:root[data-theme=dark],:host([data-theme=dark]){color-scheme:dark;${declarations(palettes.dark)}}`,
    `@media (forced-colors:active){:root:root:root,:host(:is(*,[data-theme])){${declarations(forced)}}}`,
  ].join('\n')
