import { describe, expect, it } from 'vitest'
import { labSetup, parseSetup, type Setup } from '../engine/index.ts'
import { inSyncAtStart, withInSyncAtStart, withPartitions } from './setupEdits.ts'

const lab = labSetup({ partitions: 3 })
const spread = (replicas: Setup['cluster']['topics'][string]['replicas']): Setup => ({
  ...lab,
  cluster: { ...lab.cluster, topics: { orders: { replicas, config: {} } } },
})

describe('an edit of a setup that came from elsewhere leaves one that a link can bring again', () => {
  it('with fewer partitions, what a script hands over to the others goes', () => {
    const act = { by: 'producer-1', at: 0, record: 'A', send: 1, topic: 'orders', valueBytes: 10 }
    const script = [0, 1, 2].map((partition) => ({ ...act, partition }))
    const two = withPartitions({ ...lab, workload: { ...lab.workload, script } }, 2)
    expect(two.workload.script?.map(({ partition }) => partition)).toEqual([0, 1])
    expect(parseSetup(two).ok).toBe(true)
    expect(withPartitions(lab, 2)).toEqual(labSetup({ partitions: 2 }))
  })

  it('with fewer brokers in sync, somebody can lead each partition', () => {
    const one = withInSyncAtStart(spread([[3, 2]]), 1)
    expect(inSyncAtStart(one)).toEqual([3])
    expect(inSyncAtStart(withInSyncAtStart(spread([[3, 2]]), 2))).toEqual([1, 3])
    expect(parseSetup(one).ok).toBe(true)
    const apart = spread([[1], [2]])
    expect(withInSyncAtStart(apart, 1)).toBe(apart)
    expect(inSyncAtStart(withInSyncAtStart(lab, 1))).toEqual([1])
    expect(withInSyncAtStart(withInSyncAtStart(lab, 2), 3)).toEqual(lab)
  })
})
