/** Texts that come often, in an order that a setup gives: a text of the dictionary is one byte, and keys are sorted by it. */
export interface Dictionary {
  readonly words: readonly string[]
  readonly places: ReadonlyMap<string, number>
}

export const dictionary = (texts: readonly string[]): Dictionary => {
  const words = [...new Set(texts)]
  return { words, places: new Map(words.map((word, place) => [word, place])) }
}

/** Numbers inside a text count as numbers: `… #9` comes before `… #10`. */
const natural = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(12, '0'))

/** Known texts in the order of the setup, then the others. */
export const inOrder = (dictionary: Dictionary, texts: readonly string[]): readonly string[] => {
  const places = texts.map((text) => dictionary.places.get(text) ?? Number.POSITIVE_INFINITY)
  // Most records stand in this order already: what a world begins with does.
  if (places.every((place, i) => Number.isFinite(place) && place > (places[i - 1] ?? -1))) return texts
  const placed = texts.map((text, i) => ({ text, place: places[i] ?? 0, natural: natural(text) }))
  return placed.sort((a, b) => (a.place === b.place ? compare(a.natural, b.natural) : a.place - b.place)).map((p) => p.text)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
