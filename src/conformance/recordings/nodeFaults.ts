import type { Fault, Millis } from '../../engine/index.ts'
import type { RecordedFault, RecordedStep } from './recording.ts'

/** Something done to a node at a time; `until` is filled in when a later step ends it. */
export interface NodeFault {
  readonly kind: 'crash' | 'shutdown' | 'pause' | 'falls-behind'
  readonly node: string
  readonly at: Millis
  readonly until: Millis | null
  readonly diskLost: boolean
}

/** `kill`, `shutdown` and `freeze` begin one; `start`, `thaw` and `lose-disk` finish what was begun last on that node. */
export const actOnNode = (faults: readonly NodeFault[], step: RecordedStep, at: Millis): readonly NodeFault[] => {
  const node = step.who
  const begin = (kind: NodeFault['kind']): readonly NodeFault[] => [...faults, { kind, node, at, until: null, diskLost: false }]
  const finish = (change: Partial<NodeFault>): readonly NodeFault[] => {
    const last = faults.findLastIndex((f) => f.node === node && f.until === null)
    return faults.map((f, i) => (i === last ? { ...f, ...change } : f))
  }
  switch (step.do) {
    case 'kill':
    case 'crash':
      return begin('crash')
    case 'shutdown':
      return begin('shutdown')
    case 'freeze':
      return begin('pause')
    case 'lose-disk':
      return finish({ diskLost: true })
    case 'start':
    case 'thaw':
      return node.startsWith('broker-') ? finish({ until: at }) : faults
    default:
      return faults
  }
}

/** Followers whose fetches are held hear nothing: they fall behind, from the installation to the removal. */
export const heldFollowers = ({ from, to }: RecordedFault, brokers: number): readonly string[] => {
  if (from !== 'brokers') return [`broker-${(from ?? '').replace(/^b/, '')}`]
  return Array.from({ length: brokers }, (_, i) => `broker-${i + 1}`).filter((node) => node !== `broker-${(to ?? '').replace(/^b/, '')}`)
}

/** As a fault of the plan. What is not ended yet lasts for ever. */
export const asFault = ({ kind, node, at, until, diskLost }: NodeFault): Fault => {
  const lasts = until === null ? null : Math.max(1, until - at)
  switch (kind) {
    case 'crash':
      return { kind, aim: { at }, node, down: lasts, disk: diskLost ? 'lost' : 'kept' } as Fault
    case 'shutdown':
      return { kind, aim: { at }, node, down: lasts } as Fault
    case 'pause':
      return { kind, aim: { at }, node, for: lasts ?? 600_000 } as Fault
    case 'falls-behind':
      return { kind, aim: { at }, node, for: lasts } as Fault
  }
}
