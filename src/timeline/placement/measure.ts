/** Widths of text. Tests swap the ruler for one that reads three times too much, to see that they would notice. */
import { type Font, textWidth } from '../advances.ts'

let factor = 1

export const fontWidth = (text: string, font: Font): number => textWidth(text, font) * factor

/** For tests only: runs `work` with every width multiplied. */
export const withWiderText = <T>(times: number, work: () => T): T => {
  factor = times
  try {
    return work()
  } finally {
    factor = 1
  }
}
