import type { BatchKey, ProducerBatch, SequenceEntry } from '../model/producer.ts'
import type { ProducerStamp } from '../model/record.ts'

/**
 * SEQ-04, SEQ-05: whether the head of a queue has to stay. A new batch waits for an unresolved sequence, and for batches
 * of an older epoch; a retried one goes only when it has the lowest unfinished sequence. So k batches that came back go
 * out one by one, and new ones follow the last of them at once.
 * @param isStale the partition still has the numbers of an older id or epoch
 */
export const mustStay = (entry: SequenceEntry | undefined, head: Pick<ProducerBatch, 'key' | 'stamp'>, isStale: boolean): boolean => {
  if (!entry) return false
  const [first] = entry.unfinished
  if (head.stamp === null) return entry.unresolved !== null || (isStale && first !== undefined)
  return first !== undefined && first !== head.key
}

/** SEQ-06: a batch comes back behind those with lower numbers; what has no number yet was never sent and stands behind. */
export const insertBySequence = (stampOf: (key: BatchKey) => ProducerStamp | null, queue: readonly BatchKey[], key: BatchKey): readonly BatchKey[] => {
  const own = stampOf(key)?.baseSequence ?? -1
  const place = queue.findIndex((other) => {
    const stamp = stampOf(other)
    return stamp === null || stamp.baseSequence >= own
  })
  return place < 0 ? [...queue, key] : [...queue.slice(0, place), key, ...queue.slice(place)]
}
