export const MOST_ROWS = 3

/** In their order, each on the row that is begun as long as that has room; the last row takes all that is left. */
export const filledRows = <T>(
  entries: readonly T[],
  widthOf: (entry: T) => number,
  room: number,
  most = MOST_ROWS,
): readonly (readonly T[])[] => {
  const rows: T[][] = [[]]
  let length = 0
  for (const entry of entries) {
    if (length > 0 && length + widthOf(entry) > room && rows.length < most) {
      rows.push([])
      length = 0
    }
    rows.at(-1)?.push(entry)
    length += widthOf(entry)
  }
  return rows
}

/** As few rows as it takes, three at most, and none much longer than the others: one entry in a row of its own looks lost. */
export const evenRows = <T>(
  entries: readonly T[],
  widthOf: (entry: T) => number,
  room: number,
): readonly (readonly T[])[] => {
  const within = (limit: number) => filledRows(entries, widthOf, limit)
  const longest = (rows: readonly (readonly T[])[]): number =>
    Math.max(...rows.map((row) => row.reduce((sum, entry) => sum + widthOf(entry), 0)))
  let rows = within(room)
  // Each turn makes the longest row shorter, as long as the others have room for what leaves it.
  for (;;) {
    const tried = within(longest(rows) - 0.01)
    if (tried.length > rows.length || longest(tried) >= longest(rows)) return rows
    rows = tried
  }
}

/**
 * Where in their order they are too many for that: the widest first, each to the first row that has room for it; in a row
 * they keep their order.
 */
export const packedRows = <T>(
  entries: readonly T[],
  widthOf: (entry: T) => number,
  room: number,
): readonly (readonly T[])[] => {
  const rows = Array.from({ length: MOST_ROWS }, (): { readonly row: T[]; length: number } => ({ row: [], length: 0 }))
  for (const entry of entries.toSorted((a, b) => widthOf(b) - widthOf(a))) {
    const width = widthOf(entry)
    const shortest = rows.reduce((best, one) => (one.length < best.length ? one : best))
    const place = rows.find(({ length }) => length + width <= room) ?? shortest
    place.row.push(entry)
    place.length += width
  }
  const placeOf = new Map(entries.map((entry, i) => [entry, i]))
  const order = (a: T, b: T): number => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)
  return rows.map(({ row }) => row.toSorted(order)).toSorted(([a], [b]) => (a && b ? order(a, b) : 0))
}
