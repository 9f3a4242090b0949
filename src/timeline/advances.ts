import { characters, codeAdvance, wordAdvances } from './advanceTables.ts'

export type Weight = 400 | 550 | 650

/** A font of the page: Inter for words, JetBrains Mono for keys, offsets, times and codes. Size in px. */
export interface Font {
  family: 'words' | 'code'
  weight: Weight
  size: number
}

/**
 * How wide a text is drawn, without asking a browser: the command line and the tests have none, and the page would have
 * to wait for one. The sum of the advances; kerning is left out, which costs less than 3 % (e2e/advances.spec.ts).
 * A character outside the tables counts as an m.
 */
export function textWidth(text: string, font: Font): number {
  let thousandths = 0
  for (const character of text) thousandths += advance(character, font)
  return (thousandths * font.size) / 1000
}

function advance(character: string, { family, weight }: Font): number {
  if (family === 'code') return codeAdvance
  const table = tables[weight]
  return table.get(character) ?? table.get('m') ?? 0
}

const tables: Record<Weight, ReadonlyMap<string, number>> = {
  400: unpack(wordAdvances[400]),
  550: unpack(wordAdvances[550]),
  650: unpack(wordAdvances[650]),
}

function unpack(advances: string): ReadonlyMap<string, number> {
  const numbers = advances.split(' ').map(Number)
  return new Map([...characters].map((character, index) => [character, numbers[index] ?? 0]))
}
