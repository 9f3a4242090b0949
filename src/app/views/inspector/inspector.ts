import type { Plan } from '../../../engine/index.ts'
import type { FaultTarget } from '../../../timeline/index.ts'
import { inspectCell } from './inspectCell.ts'
import type { Inspected, Looking } from './inspected.ts'
import { inspectMessage } from './inspectMessage.ts'
import { inspectNode } from './inspectNode.ts'

/** A fault is what it is aimed at. */
const aimed = (target: FaultTarget, plan: Plan): FaultTarget | null => {
  if (target.kind !== 'fault') return target
  const fault = plan[target.index]
  if (fault === undefined) return null
  if (fault.node !== undefined) return { kind: 'node', node: fault.node, at: 0 }
  return 'before' in fault.aim ? { kind: 'message', name: fault.aim.before } : null
}

/** What is selected, explained; null when nothing is, or this run does not have it. */
export const inspector = (looking: Looking, selected: FaultTarget | null, plan: Plan): Inspected | null => {
  const target = selected === null ? null : aimed(selected, plan)
  if (target === null || target.kind === 'fault') return null
  if (target.kind === 'node') return inspectNode(looking, target.node)
  return target.cell === undefined ? inspectMessage(looking, target.name) : inspectCell(looking, target.cell)
}
