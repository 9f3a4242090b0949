/** Where cells stand under a lane line. */

export const LEADER = { top: 12, height: 28, less: 0 } as const
export const FOLLOWER = { top: 9, height: 24, less: 3 } as const

/** Two cells closer than their width: the later shifts right, with a hairline to its true time. */
export const seat = (rights: Map<number, number>, line: number, along: number, length: number): number => {
  const right = rights.get(line)
  const x = right !== undefined && right > along - 2 ? right + 3 : along
  rights.set(line, x + length)
  return x
}
