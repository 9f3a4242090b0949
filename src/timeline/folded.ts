/** A line of a log book, and what it is alike to: lines of one shape say the same about another try. */
export interface Line {
  readonly text: string
  readonly shape: string
}

/** A round is at most so many lines; fewer rounds than this are written out. */
const LONGEST = 8
const FEWEST = 5

/** Without times, ordinals, numbers of tries, and the width that they take. */
export const shapeOf = (text: string): string =>
  text
    .replace(/\d+(?:\.\d+)?(?: m?s\b)?/g, '0')
    .replace(/\s+/g, ' ')
    .trim()

const isAlike = (lines: readonly Line[], a: number, b: number, length: number): boolean => {
  for (let i = 0; i < length; i += 1) if (lines[a + i]?.shape !== lines[b + i]?.shape || !lines[b + i]) return false
  return true
}

/** How often the `length` lines from `from` on come again, one round right behind the other. */
const roundsFrom = (lines: readonly Line[], from: number, length: number): number => {
  let rounds = 1
  while (isAlike(lines, from, from + rounds * length, length)) rounds += 1
  return rounds
}

/**
 * Rounds of equal tries, shortened to the first and the last one. A run of 120 refusals is read in a moment, and the
 * hash below it still stands for every line.
 */
export const folded = (lines: readonly Line[]): readonly string[] => {
  const written: string[] = []
  let at = 0
  while (at < lines.length) {
    const length = Array.from({ length: LONGEST }, (_, i) => i + 1).find((one) => roundsFrom(lines, at, one) >= FEWEST)
    const rounds = length === undefined ? 1 : roundsFrom(lines, at, length)
    const round = lines.slice(at, at + (length ?? 1)).map((line) => line.text)
    written.push(...round)
    if (length !== undefined) {
      written.push(`     …  ${rounds - 2} more such rounds`)
      written.push(...lines.slice(at + (rounds - 1) * length, at + rounds * length).map((line) => line.text))
    }
    at += (length ?? 1) * rounds
  }
  return written
}
