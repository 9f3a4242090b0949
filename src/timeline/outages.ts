/**
 * When a process was gone: after a crash, or after it was shut down in order.
 *
 *   broker-1 ──✕┄┄┄┄┄┄┄┄○──     crash … back, with its disk or without
 */
import type { NodeId } from './fromEngine.ts'
import { isDone, type Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export interface CrashMark {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  readonly back: Moment | null
  readonly how: 'crash' | 'stopped'
  readonly diskLost: boolean
}

const backAfter = (events: readonly Timed[], node: NodeId, moment: Moment): Moment | null =>
  ofKind(events, 'node-restarted').find((other) => other.event.node === node && !isDone(other.moment, moment))
    ?.moment ?? null

/** Back when it says so itself; otherwise when the crash said it would be, if the run gets there. */
const crashes = (events: readonly Timed[]): readonly CrashMark[] => {
  const disks = ofKind(events, 'disk-lost')
  return ofKind(events, 'node-crashed').map(({ event, moment, step }) => {
    const { backAt, node } = event
    const reached = backAt !== null && backAt <= (events.at(-1)?.moment.at ?? 0)
    return {
      id: `crash ${node} ${moment.at}`,
      node,
      moment,
      back: backAfter(events, node, moment) ?? (reached ? { at: backAt, tie: 1 } : null),
      how: 'crash',
      diskLost: disks.some((lost) => lost.step === step && lost.event.node === node),
    }
  })
}

/** A broker that was shut down in order. */
const stops = (events: readonly Timed[]): readonly CrashMark[] =>
  ofKind(events, 'broker-stopped').map(({ event: { node }, moment }) => ({
    id: `crash ${node} ${moment.at}`,
    node,
    moment,
    back: backAfter(events, node, moment),
    how: 'stopped',
    diskLost: false,
  }))

export const outages = (events: readonly Timed[]): readonly CrashMark[] => [...crashes(events), ...stops(events)]

export const isDown = (all: readonly CrashMark[], node: NodeId, at: Moment): boolean =>
  all.some((one) => one.node === node && isDone(one.moment, at) && (one.back === null || !isDone(one.back, at)))
