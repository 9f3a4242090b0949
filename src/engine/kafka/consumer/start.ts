import type { Consumer } from '../model/consumer.ts'
import { coldKeeping, DOWN } from './keeping.ts'

/** What is left of a reader whose process is gone: it knows no position. */
export const strippedConsumer = (node: Consumer): Consumer => {
  const { links, keeping } = node.volatile
  return {
    ...node,
    up: false,
    volatile: {
      ...node.volatile,
      links: Object.fromEntries(Object.keys(links).map((broker) => [broker, DOWN])),
      positions: {},
      epochs: {},
      failed: [],
      buffered: [],
      handed: [],
      call: null,
      fetching: {},
      seeking: {},
      keeping: keeping === null ? null : { ...coldKeeping, group: keeping.group },
    },
  }
}

/** A reader that is not there yet starts warm: without a group at the beginning, with one where its group is. */
export const notThereYet = (node: Consumer): Consumer => {
  const stripped = strippedConsumer(node)
  return node.volatile.keeping === null ? { ...stripped, volatile: { ...stripped.volatile, positions: Object.fromEntries(Object.keys(node.volatile.metadata).map((p) => [p, 0])) } } : stripped
}
