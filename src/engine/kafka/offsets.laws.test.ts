import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../core/run.ts'
import { batchesOf } from './broker/log.ts'
import type { Log } from './model/broker.ts'
import type { KafkaTrace } from './model/kinds.ts'
import { OFFSETS_PARTITION } from './model/names.ts'
import { resolvedOf } from './model/resolved.ts'
import { run } from './run.ts'
import { anyCase, isClean, laws } from './setups.testing.ts'

/** Half as many cases: only those with a group count. */
const holds = (of: string, law: (trace: KafkaTrace) => void): void =>
  test(of, () => {
    fc.assert(fc.property(anyCase.filter(({ setup }) => keepsOffsets(setup)), ({ setup, plan }) => law(run(setup, plan))), { ...laws, numRuns: Math.ceil(laws.numRuns / 2) })
  })
const keepsOffsets = (setup: KafkaTrace['setup']): boolean => Object.values(resolvedOf(setup).consumers).some((c) => c['group.id'] !== null)
const eventsIn = (trace: KafkaTrace) => eventsOf(trace).map((e) => e.event)

/** Who was cut off may still believe that it leads: the highest epoch counts. Null: nobody leads. */
const lastLeadersLog = (trace: KafkaTrace): Log | null => {
  const led = Object.values(trace.end.nodes).flatMap((node) => {
    const role = node.kind === 'broker' && node.up ? node.volatile.roles[OFFSETS_PARTITION] : undefined
    const disk = node.kind === 'broker' ? node.durable.partitions[OFFSETS_PARTITION] : undefined
    return role?.role === 'leader' && disk ? [{ epoch: role.leaderEpoch, log: disk.log }] : []
  })
  return led.toSorted((a, b) => b.epoch - a.epoch)[0]?.log ?? null
}

describe('committed offsets', () => {
  holds('that a reader was told of stand in the log of whoever leads it in the end, as long as disks are kept and elections clean', (trace) => {
    const log = lastLeadersLog(trace)
    if (!isClean(trace) || log === null) return
    const told = eventsIn(trace).flatMap((e) => (e.kind === 'offsets-committed' ? [`${e.partition} ${e.offset}`] : []))
    const stored = batchesOf(log).flatMap((b) => (b.commits ?? []).map((c) => `${c.partition} ${c.offset}`))
    expect(told.filter((one) => !stored.includes(one))).toEqual([])
  })

  holds('are where a restart begins: none that was never stored, and 0 before any (CGR-06)', (trace) => {
    const stored = new Set<string>()
    for (const event of eventsIn(trace)) {
      if (event.kind === 'offset-stored') stored.add(`${event.partition} ${event.offset}`)
      if (event.kind === 'position-found' && event.because === 'committed' && event.offset > 0) expect([...stored]).toContain(`${event.partition} ${event.offset}`)
    }
  })

  holds('cover only what was handed over before (CGR-01, CGR-03)', (trace) => {
    const handed = new Map<string, number>()
    for (const event of eventsIn(trace)) {
      if (event.kind === 'record-delivered') handed.set(event.partition, Math.max(handed.get(event.partition) ?? 0, event.offset + 1))
      if (event.kind === 'commit-sent') for (const { partition, offset } of event.offsets) expect(offset).toBeLessThanOrEqual(handed.get(partition) ?? 0)
    }
  })

  holds('that are committed by code before the work let no effect come twice without a fault outside (CGR-02)', (trace) => {
    const readers = Object.values(trace.setup.clients).flatMap((c) => (c.kind === 'consumer' ? [c.commit] : []))
    // A log that was cut brings records again at another offset; a call that is repeated is a fault of the world outside.
    if (!isClean(trace) || readers[0] !== 'before' || trace.plan.some((f) => !['crash', 'silent', 'break', 'pause'].includes(f.kind))) return
    const happened = new Map<string, number>()
    const places = new Map<string, Set<number>>()
    for (const event of eventsIn(trace)) {
      if (event.kind === 'effect-happened') happened.set(event.record, (happened.get(event.record) ?? 0) + 1)
      if (event.kind === 'record-delivered') places.set(event.record, new Set([...(places.get(event.record) ?? []), event.offset]))
    }
    for (const [record, times] of happened) expect(times).toBeLessThanOrEqual(places.get(record)?.size ?? 0)
  })
})
