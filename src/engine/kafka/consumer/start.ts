import type { Consumer } from '../model/consumer.ts'

/** A reader begins again at the beginning: nothing was committed. */
export const strippedConsumer = (node: Consumer): Consumer => {
  const { links, positions } = node.volatile
  const down = { state: 'disconnected' as const, connection: null, notBefore: 0, failures: 0 }
  return {
    ...node,
    up: false,
    volatile: {
      ...node.volatile,
      links: Object.fromEntries(Object.keys(links).map((broker) => [broker, down])),
      positions: Object.fromEntries(Object.keys(positions).map((p) => [p, 0])),
      epochs: {},
      failed: [],
      buffered: [],
      handed: [],
      fetching: {},
    },
  }
}
