import { fontWidth } from './measure.ts'

/** A number stays with its unit, and a last short word is not left alone. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/(\d) (?=(?:ms|s|min|h)\b)/g, '$1~')
    .replace(/ (?=\S{1,3}$)/, '~')
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => one.replaceAll('~', ' '))

/** The lines of a sentence in so much width. */
export const wrap = (text: string, width: number, weight: 400 | 650): readonly string[] => {
  const lines: string[] = []
  for (const word of wordsOf(text)) {
    const open = lines.at(-1)
    const longer = `${open} ${word}`
    if (open !== undefined && fontWidth(longer, { family: 'words', weight, size: 13 }) <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
