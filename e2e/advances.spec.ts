import { expect, test } from '@playwright/test'
import { type Font, textWidth } from '../src/timeline/advances.ts'

const words = [
  'C arrived, or lost?',
  'not appended',
  'seq 3 came, 2 expected',
  'nothing gets through',
  'ack lost',
  'try 2',
]
const more = [
  'behind A',
  'broker 1 is out',
  'HW 3',
  'Produce[A] → broker-1 × 2',
  'waits for 30 s…',
  '✓ success',
  '✕ ⚡ twice',
]
const names = ['producer-1', 'Two copies of A', 'Try again, Task Y', 'Żółć, čaj, naïve, Größe']
const codes = ['OUT_OF_ORDER_', 'max.in.flight.requests.per.connection', '30139.3', 'acks=all → 3', '1 234 567']

const fonts: { font: Font; texts: string[] }[] = [
  { font: { family: 'words', weight: 400, size: 12 }, texts: [...words, ...more, ...names] },
  { font: { family: 'words', weight: 550, size: 13 }, texts: [...words, ...more, ...names] },
  { font: { family: 'words', weight: 650, size: 26 }, texts: [...words, ...more, ...names] },
  { font: { family: 'code', weight: 400, size: 12 }, texts: codes },
  { font: { family: 'code', weight: 550, size: 14 }, texts: codes },
]

for (const { font, texts } of fonts) {
  test(`${font.family} at ${font.weight} and ${font.size} px are as wide as the tables say`, async ({ page }) => {
    await page.goto('/')
    const drawn = await page.evaluate(draw, { font, texts })
    texts.forEach((text, index) => {
      const off = textWidth(text, font) / drawn[index]! - 1
      expect(Math.abs(off), `“${text}” is off by ${(off * 100).toFixed(1)} %`).toBeLessThan(0.03)
    })
  })
}

// In the page: SVG text as the timeline draws it, with the fonts that the page ships.
async function draw({ font, texts }: { font: Font; texts: string[] }): Promise<number[]> {
  const family = font.family === 'words' ? 'Inter Variable' : 'JetBrains Mono Variable'
  const faces = [...document.fonts].filter((face) => face.family.includes(family))
  if (faces.length === 0) throw new Error(`the page does not ship ${family}`)
  await Promise.all(faces.map((face) => face.load()))
  const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
  return texts.map((content) => {
    const text = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'text'))
    text.style.cssText = `font: ${font.weight} ${font.size}px "${family}"; font-variant-numeric: tabular-nums; white-space: pre`
    text.textContent = content
    return text.getComputedTextLength()
  })
}
