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
  /** The reader cannot know. */
  inDoubt: (record: string): string => `${record} done, or not ?`,
  callFails: 'call fails',
  /** A call that changed nothing outside. */
  undone: { dedup: 'done before', upsert: 'changes nothing', conditional: 'its key stands' },
  /** Made by the network. */
  copy: 'copy',
} as const
