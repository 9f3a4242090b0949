import type { Size } from '../useSize.ts'

/** Less than this of a run says nothing; whoever needs the words larger still has them all in the event table. */
const LEAST: Size = { width: 360, height: 220 }

export interface Enlarged extends Size {
  readonly by: number
}

/** The picture grows with the text as far as it still shows a piece of the run: it is laid out smaller and enlarged. */
export const enlarged = (room: Size, textScale: number): Enlarged => {
  const by = Math.max(1, Math.min(textScale, room.width / LEAST.width, room.height / LEAST.height))
  return { by, width: Math.floor(room.width / by), height: Math.floor(room.height / by) }
}
