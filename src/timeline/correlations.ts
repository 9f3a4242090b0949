/**
 * Correlation ids: requests of a connection are counted from 0, and an answer carries the number of its request. The
 * engine has none; real clients count over all their connections.
 *
 *   Produce[A] ─▶ 0      Produce[B] ─▶ 1      ◀─ 0  ProduceResponse[A]
 */
import type { MessageFact } from './messages.ts'
import { requestOf } from './tries.ts'

export const correlations = (facts: readonly MessageFact[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const ids = new Map<string, number>()
  for (const { name, connection } of facts) {
    if (connection === null) continue
    const request = ids.get(requestOf(name))
    const id = request ?? counts.get(connection) ?? 0
    if (request === undefined) counts.set(connection, id + 1)
    ids.set(name, id)
  }
  return ids
}
