/** Words in the picture about readers: what they have committed, where they begin, why they stop. */

const several = (offsets: readonly number[]): string => offsets.join(', ')

export const readerMarks = {
  /** Of one step: an offset per partition. */
  committed: (offsets: readonly number[]): string => `committed ${several(offsets)}`,
  commitFailed: 'commit failed',
  startsAt: (offsets: readonly number[]): string => `starts at ${several(offsets)}`,
  goesBack: (to: number): string => `back to ${to}`,
  goesOn: (to: number): string => `on at ${to}`,
  stops: 'stops',
} as const
