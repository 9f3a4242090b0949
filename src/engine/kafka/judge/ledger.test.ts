import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../core/run.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import { answer, breaks, crash, labRun, refused, request, silent } from '../runs.testing.ts'
import { ledger } from './ledger.ts'
import { foldLogs } from './logs.ts'
import type { Ledger } from './types.ts'

describe('the ledger', () => {
  const until = (trace: KafkaTrace, ms: number): Ledger =>
    ledger(
      eventsOf(trace)
        .filter((e) => e.at <= ms)
        .map((e) => e.event),
      trace.setup,
    )

  test('has a row per record of the workload, also for those still to come', () => {
    expect(until(labRun({ records: 3 }), 10).rows.map((r) => [r.record, r.sent, r.inLog])).toEqual([
      ['A', true, 1],
      ['B', false, 0],
      ['C', false, 0],
    ])
  })

  test('counts a record as readable only below the high watermark (CON-01)', () => {
    const trace = labRun({ records: 1 })
    expect(until(trace, 12).rows[0]).toMatchObject({ inLog: 1, readable: 0 })
    expect(until(trace, 14).rows[0]).toMatchObject({ inLog: 1, readable: 1, acked: false })
  })

  test('sent, acked, delivered and effects never go down', () => {
    const trace = labRun({ records: 3, reader: 'card', onFailure: 'send-again' }, [
      breaks(answer('B')),
      crash('consumer-1', { at: 60 }),
    ])
    const counts = [...new Set(trace.steps.map((s) => s.at))].map((ms) => until(trace, ms).totals)
    counts.slice(1).forEach((now, i) => {
      const before = counts[i]!
      for (const key of ['sent', 'acked', 'delivered', 'effects'] as const)
        expect(now[key]).toBeGreaterThanOrEqual(before[key])
    })
    expect(counts.at(-1)!.effects).toBeGreaterThan(3)
  })

  test('says when what counts as a success was never answered (acks=0)', () => {
    expect(until(labRun({ records: 1, producer: { acks: '0' } }), 99)).toMatchObject({
      countsWithoutAck: true,
      hasReader: false,
    })
  })

  test('replicas agree below the high watermark', () => {
    const trace = labRun({ records: 4 }, [refused(request('B')), silent(answer('C'))])
    for (const ms of new Set(trace.steps.map((s) => s.at))) {
      const [view] = foldLogs(
        eventsOf(trace)
          .filter((e) => e.at <= ms)
          .map((e) => e.event),
        trace.setup,
      )
      const leader = view!.logs.find((l) => l.node === view!.leader)!
      const readable = leader.cells.filter((c) => c.offset < leader.highWatermark)
      for (const log of view!.logs) expect(log.cells.slice(0, readable.length)).toEqual(readable)
    }
  })
})
