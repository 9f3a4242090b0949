import type { Box, Text } from '../scene/primitive.ts'
import { fontWidth } from './measure.ts'

/** From the top of the capitals to the foot of the letters. */
export const boxOfText = (text: Text): Box => {
  const length = fontWidth(text.text, text)
  const { along, across } = text.at
  if (text.turned === true) return { along: along - 9, across: across - length, length: 11, breadth: length }
  const start = text.anchor === 'middle' ? along - length / 2 : text.anchor === 'end' ? along - length : along
  return { along: start, across: across - 9.5, length, breadth: 11 }
}
