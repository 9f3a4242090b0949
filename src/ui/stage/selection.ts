import { cellName, type FaultTarget } from '../../timeline/index.ts'

/** What the timeline calls the thing that is selected. */
export const selectedName = (target: FaultTarget | null): string | null => {
  if (target === null) return null
  if (target.kind === 'message') return target.cell === undefined ? target.name : cellName({ id: target.cell })
  return target.kind === 'node' ? target.node : null
}
