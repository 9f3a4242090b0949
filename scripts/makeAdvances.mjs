// Writes src/timeline/advanceTables.ts: how wide each character of the two shipped fonts is, as Chromium draws it.
// Run it after changing a font: `node scripts/makeAdvances.mjs`. e2e/advances.spec.ts notices when that was forgotten.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findBrowser } from './browser.mjs'
import { root } from './run.mjs'

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
const isDrawn = (character) => !/\p{Cc}|\p{Cf}/u.test(character)
const characters = [...range(0x20, 0x17e).filter(isDrawn), ...'–—‘’“”…›‹•−←↑→↓≤≥≠∞✓✕✗⚡●']
const weights = [400, 550, 650]

const browser = await createRequire(import.meta.url)('@playwright/test').chromium.launch(findBrowser())
const page = await browser.newPage()
await page.setContent(`<style>${fontFaces()}</style>`)
const words = {}
for (const weight of weights) words[weight] = await page.evaluate(measure, ['Inter Variable', weight, characters])
const code = await page.evaluate(measure, ['JetBrains Mono Variable', 400, ['m', '0', 'i']])
await browser.close()

if (new Set(code).size !== 1) throw new Error(`the code font is not monospaced: ${code}`)
writeFileSync(`${root}src/timeline/advanceTables.ts`, source())

/** The page's own font faces, with the files put inside so that a page without an address can load them. */
function fontFaces() {
  return readFileSync(`${root}src/ui/theme/fonts.css`, 'utf8').replace(/url\("\/([^"]+)"\)/g, (_, file) => {
    const bytes = readFileSync(`${root}public/${file}`).toString('base64')
    return `url("data:font/woff2;base64,${bytes}")`
  })
}

// Runs in the page. A canvas knows no tabular figures, so a row of ten is measured where text is really laid out.
async function measure([family, weight, wanted]) {
  await Promise.all([...document.fonts].map((face) => face.load()))
  const span = document.body.appendChild(document.createElement('span'))
  span.style.cssText = `font: ${weight} 100px "${family}"; font-variant-numeric: tabular-nums; white-space: pre; font-kerning: none; font-synthesis: none`
  return wanted.map((character) => {
    span.textContent = character.repeat(10)
    return Math.round(span.getBoundingClientRect().width)
  })
}

function source() {
  return `// Made by scripts/makeAdvances.mjs from the fonts in public/fonts; do not edit.
// Thousandths of the font size, in the order of \`characters\`; figures are tabular.

export const characters =
  ${literal(characters.join(''))}

export const wordAdvances = {
${weights.map((weight) => `  ${weight}:\n    '${words[weight].join(' ')}',`).join('\n')}
} as const

/** Every character of the code font. */
export const codeAdvance = ${code[0]}
`
}

function literal(text) {
  return `'${text.replace(/[\\']/g, (character) => `\\${character}`).replace(/\u00a0/g, '\\u00a0')}'`
}
