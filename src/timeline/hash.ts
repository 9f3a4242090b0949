/** FNV-1a over the text: short, and enough to see that two runs differ. Not for secrets. */
export const hash = (text: string): string => {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i)
    value = Math.imul(value, 0x01000193)
  }
  return (value >>> 0).toString(16).padStart(8, '0')
}
