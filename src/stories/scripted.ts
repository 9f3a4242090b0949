import type { Setup } from '../engine/index.ts'

/** A record, when it is handed over, and to which partition (0 when left out). */
type Handover = readonly [record: string, at: number, partition?: number]

/** The same setup with an application that hands over exactly these, as the one of a recording did. */
export const scripted = (setup: Setup, handovers: readonly Handover[]): Setup => ({
  ...setup,
  workload: {
    ...setup.workload,
    script: handovers.map(([record, at, partition = 0]) => ({
      by: 'producer-1',
      at,
      record,
      send: 1,
      topic: 'orders',
      partition,
      valueBytes: setup.workload.valueBytes,
    })),
  },
})
