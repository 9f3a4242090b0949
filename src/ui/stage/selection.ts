import type { PendingName } from '../../engine/index.ts'
import type { Cursor, FaultTarget } from '../../timeline/index.ts'

/** The timeline names what is pointed at; a message's name runs from one node to another. */
export const targetOf = (name: string | null, cursor: Cursor): FaultTarget | null => {
  if (name === null) return null
  if (name.includes('>')) return { kind: 'message', name: name as PendingName }
  // At the playhead, behind what has already happened in this millisecond.
  const at = Math.floor(cursor.at) + (cursor.tie > 0 || !Number.isInteger(cursor.at) ? 1 : 0)
  return { kind: 'node', node: name, at }
}

export const selectedName = (target: FaultTarget | null): string | null => {
  if (target === null) return null
  return target.kind === 'message' ? target.name : target.kind === 'node' ? target.node : null
}
