import type { FaultTarget } from '../../timeline/index.ts'

/** What the timeline calls the thing that is selected. */
export const selectedName = (target: FaultTarget | null): string | null => {
  if (target === null) return null
  return target.kind === 'message' ? target.name : target.kind === 'node' ? target.node : null
}
