import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../core/run.ts'
import { foldBeliefs, isTold } from './judge/belief.ts'
import { ledger } from './judge/ledger.ts'
import type { LedgerRow } from './judge/types.ts'
import type { Broker, PartitionOnDisk } from './model/broker.ts'
import type { KafkaTrace, World } from './model/kinds.ts'
import type { LogBatch } from './model/record.ts'
import { run } from './run.ts'
import { anyCase, isCalm, isClean, laws } from './setups.testing.ts'

const worldsOf = (trace: KafkaTrace): readonly World[] => [...trace.snapshots.map((s) => s.world), trace.end]
const brokersOf = (world: World): readonly Broker[] => Object.values(world.nodes).flatMap((n) => (n.kind === 'broker' ? [n] : []))
const batchesOf = ({ log }: PartitionOnDisk): readonly LogBatch[] => log.chunks.flat()

interface Replica {
  readonly broker: string
  readonly partition: string
  readonly disk: PartitionOnDisk
  readonly highWatermark: number
  readonly leads: boolean
}
const replicasIn = (world: World): readonly Replica[] =>
  brokersOf(world).flatMap(({ id, durable, volatile }) =>
    Object.entries(durable.partitions).flatMap(([partition, disk]) => {
      const role = volatile.roles[partition]
      return role ? [{ broker: id, partition, disk, highWatermark: role.highWatermark, leads: role.role === 'leader' }] : []
    }),
  )

/** Every state of one thing along a run, without repetitions. */
const statesOf = <T>(trace: KafkaTrace, of: (world: World) => T): readonly T[] => worldsOf(trace).map(of)

describe('what the all-knowing bystander counts', () => {
  const counts = ({ sends, acked, delivered, effects }: LedgerRow) => [sends, Number(acked), delivered, effects]

  test('of sent, acked, delivered and effects never goes down', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const trace = run(setup, plan)
        const steps = trace.steps.slice(0, 150)
        let events: ReturnType<typeof eventsOf>[number]['event'][] = []
        let before: number[] = []
        for (const { events: more } of steps) {
          events = [...events, ...more]
          const now = ledger(events, setup).rows.flatMap(counts)
          for (const [i, count] of now.entries()) expect(count).toBeGreaterThanOrEqual(before[i] ?? 0)
          before = now
        }
      }),
      laws,
    )
  })

  test('as the belief of the producer ignores what brokers saw', () => {
    const garbage = fc.record({ node: fc.string(), records: fc.constant([{ record: 'A', send: 1 }]), baseOffset: fc.integer(), error: fc.string() })
    fc.assert(
      fc.property(anyCase, fc.array(garbage, { minLength: 1, maxLength: 5 }), ({ setup, plan }, noise) => {
        const events = eventsOf(run(setup, plan)).map((e) => e.event)
        const garbled = events.map((event, i) => (isOfProducerSide(event) ? event : { ...event, ...noise[i % noise.length], kind: event.kind }))
        expect(foldBeliefs(garbled)).toEqual(foldBeliefs(events))
        expect(foldBeliefs(events.filter(isTold))).toEqual(foldBeliefs(events))
      }),
      laws,
    )
  })
})

const OF_BROKERS = /^(?:request-waits|batch-appended|batch-replicated|high-watermark-advanced|duplicate-recognised|batch-refused|produce-.*|fetch-.*|connection-.*|message-.*|node-.*|fault-struck|isr-.*|leader.*|follows|log-truncated|replica-reloaded|disk-lost|fell-behind|fetches-again|broker-.*|registration-refused|cut-.*|offset-stored|coordinator-took-over)$/
const isOfProducerSide = (event: { readonly kind: string }): boolean => !OF_BROKERS.test(event.kind)

describe('replicas', () => {
  test('agree below the high watermark that both know, as long as elections are clean and disks are kept', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const trace = run(setup, plan)
        if (!isClean(trace)) return
        for (const world of worldsOf(trace)) {
          const replicas = replicasIn(world)
          for (const one of replicas.filter((r) => r.leads)) {
            for (const other of replicas.filter((r) => r.partition === one.partition && !r.leads)) {
              const known = Math.min(one.highWatermark, other.highWatermark)
              const below = ({ disk }: Replica) => JSON.stringify(batchesOf(disk).filter((b) => b.lastOffset < known))
              expect(below(other)).toBe(below(one))
            }
          }
        }
      }),
      laws,
    )
  })

  test('never follow ahead of the leader they began with', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const trace = run(setup, plan)
        if (!isCalm(trace)) return
        for (const world of worldsOf(trace)) {
          const replicas = replicasIn(world)
          for (const { partition, disk, highWatermark } of replicas) {
            const leader = replicas.find((r) => r.partition === partition && r.leads)
            expect(disk.log.logEndOffset).toBeLessThanOrEqual(leader!.disk.log.logEndOffset)
            expect(highWatermark).toBeLessThanOrEqual(Math.min(leader!.highWatermark, disk.log.logEndOffset))
          }
        }
      }),
      laws,
    )
  })

  test('have logs without holes, batch behind batch', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        for (const { disk } of replicasIn(run(setup, plan).end)) {
          let next = disk.log.logStartOffset
          for (const { baseOffset, lastOffset, records, commits } of batchesOf(disk)) {
            expect([baseOffset, lastOffset]).toEqual([next, next + records.length + (commits?.length ?? 0) - 1])
            next = lastOffset + 1
          }
          expect(disk.log.logEndOffset).toBe(next)
        }
      }),
      laws,
    )
  })

  test('only ever add to their logs while they lead, and a leader’s high watermark never goes back', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const states = statesOf(run(setup, plan), replicasIn)
        states.forEach((now, i) => {
          now.forEach(({ broker, partition, disk, highWatermark, leads }) => {
            const before = states[i - 1]?.find((r) => r.broker === broker && r.partition === partition)
            if (!before?.leads || !leads) return
            expect(disk.log.logEndOffset).toBeGreaterThanOrEqual(before.disk.log.logEndOffset)
            expect(highWatermark).toBeGreaterThanOrEqual(before.highWatermark)
          })
        })
      }),
      laws,
    )
  })
})

describe('a producer with idempotence', () => {
  test('never has a batch twice in a log: one stamp, one place', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        for (const { disk } of replicasIn(run(setup, plan).end)) {
          const stamps = batchesOf(disk).flatMap(({ stamp }) => (stamp ? [JSON.stringify(stamp)] : []))
          expect(new Set(stamps).size).toBe(stamps.length)
        }
      }),
      laws,
    )
  })
})
