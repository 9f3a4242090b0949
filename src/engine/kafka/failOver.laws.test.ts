import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../core/run.ts'
import { ledger } from './judge/ledger.ts'
import { verdict } from './judge/verdict.ts'
import type { KafkaTrace, World } from './model/kinds.ts'
import { resolvedOf } from './model/resolved.ts'
import { run } from './run.ts'
import { anyCase, type Case, isClean, laws } from './setups.testing.ts'

const holds = (of: string, law: (trace: KafkaTrace, of: Case) => void): void =>
  test(of, () => {
    fc.assert(
      fc.property(anyCase, (one) => law(run(one.setup, one.plan), one)),
      laws,
    )
  })

const eventsIn = (trace: KafkaTrace) => eventsOf(trace).map((e) => e.event)
const worldsOf = (trace: KafkaTrace): readonly World[] => [...trace.snapshots.map((s) => s.world), trace.end]
const isAcksAll = ({ setup }: KafkaTrace): boolean => Object.values(resolvedOf(setup).producers).every((p) => p.acks === -1)

/** Who leads what under which epoch, at one moment. */
const offices = (world: World): readonly string[] =>
  Object.values(world.nodes).flatMap((n) =>
    n.kind === 'broker' ? Object.entries(n.volatile.roles).flatMap(([p, role]) => (role.role === 'leader' ? [`${p} epoch ${role.leaderEpoch}`] : [])) : [],
  )

describe('whatever becomes of brokers', () => {
  holds('no acked record of acks=all is missing from the leader’s log, as long as disks are kept and elections are clean (LEAD-09)', (trace) => {
    if (!isAcksAll(trace) || !isClean(trace)) return
    expect(verdict(trace).lost).toEqual([])
    expect(verdict(trace).broken).not.toContain('acked-is-in-the-log')
  })

  holds('what a reader was given stays in the leader’s log under the same condition (CON-01)', (trace) => {
    if (!isClean(trace)) return
    const { rows } = ledger(eventsIn(trace), trace.setup)
    expect(rows.filter((r) => r.delivered > 0 && r.inLog === 0)).toEqual([])
  })

  holds('two brokers never lead under one leader epoch (LEAD-04)', (trace) => {
    for (const world of worldsOf(trace)) {
      const all = offices(world)
      expect(new Set(all).size).toBe(all.length)
    }
    const taken = eventsIn(trace).flatMap((e) => (e.kind === 'leadership-taken' ? [`${e.partition} epoch ${e.leaderEpoch}`] : []))
    expect(new Set(taken).size).toBe(taken.length)
  })

  holds('nothing that lay below the high watermark of a clean leader is ever cut (LEAD-07, HW-R02)', (trace) => {
    if (!isClean(trace)) return
    // Leader epoch and offset name a batch: what differs has another epoch.
    const laid: Record<string, { readonly at: number; readonly name: string }[]> = {}
    const committed = new Set<string>()
    for (const event of eventsIn(trace)) {
      if (event.kind === 'batch-appended' || event.kind === 'batch-replicated') {
        const { node, partition, baseOffset, leaderEpoch } = event
        const replica = `${node} ${partition}`
        laid[replica] = [...(laid[replica] ?? []), { at: baseOffset, name: `${partition} ${leaderEpoch} ${baseOffset}` }]
      }
      if (event.kind === 'high-watermark-advanced' && event.role === 'leader') {
        for (const { at, name } of laid[`${event.node} ${event.partition}`] ?? []) if (at < event.highWatermark) committed.add(name)
      }
      if (event.kind === 'log-truncated') {
        const cut = event.removed.map((b) => `${event.partition} ${b.leaderEpoch} ${b.baseOffset}`)
        expect(cut.filter((name) => committed.has(name))).toEqual([])
        laid[`${event.node} ${event.partition}`] = (laid[`${event.node} ${event.partition}`] ?? []).filter((b) => b.at < event.to)
      }
    }
  })

  holds('a leader epoch is never given out twice, and only rises (LEAD-04)', (trace) => {
    const last: Record<string, number> = {}
    for (const event of eventsIn(trace)) {
      if (event.kind !== 'leader-elected') continue
      expect(event.leaderEpoch).toBe((last[event.partition] ?? 0) + 1)
      last[event.partition] = event.leaderEpoch
    }
  })

  holds('an ISR that is elected from has its leader in it (LEAD-01, LEAD-03)', (trace) => {
    for (const event of eventsIn(trace)) {
      if (event.kind === 'leader-elected' && event.leader !== null) expect(event.isr.map((b) => `broker-${b}`)).toContain(event.leader)
    }
  })

  holds('a run ends by itself or says why not', ({ outcome, problems }) => {
    const typed = problems.filter((p) => p.problem === 'horizon-reached' || p.problem === 'too-many-events')
    expect(outcome === 'settled' || typed.length > 0).toBe(true)
    expect(problems.filter((p) => p.problem === 'engine-error')).toEqual([])
  })
})
