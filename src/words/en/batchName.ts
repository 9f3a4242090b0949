/** A is 1, Z is 26, AA is 27. */
const rankOf = (record: string): number =>
  [...record].reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 64, 0)

/** Of several records that travel as one: `A–C`; with others between them `A, D`, `A+2`. */
export const batchName = (records: readonly string[]): string => {
  const [first = '', second = first] = records
  if (records.length < 2) return first
  const inRow = records.every((record, i) => rankOf(record) === rankOf(first) + i)
  if (inRow) return `${first}–${records.at(-1)}`
  return records.length === 2 ? `${first}, ${second}` : `${first}+${records.length - 1}`
}
