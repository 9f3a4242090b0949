import { type DroppedPart, type LinkState, readLink, writeLink } from './link.ts'
import { nearestPreset } from './presets.ts'
import type { AppState } from './state.ts'

/** The truths that a link carries. */
const carried = ({ setup, plan, cursor, view }: AppState): LinkState => ({
  setup,
  plan,
  cursor,
  view: { pxPerMs: view.zoom, openFolds: view.openFolds, future: view.future },
})

export const toLink = (state: AppState): string => writeLink(carried(state))

export interface FromLink extends Pick<AppState, 'setup' | 'plan' | 'cursor' | 'preset'> {
  readonly view: Pick<AppState['view'], 'zoom' | 'openFolds' | 'future'>
  readonly dropped: readonly DroppedPart[]
}

export const fromLink = (hash: string): FromLink => {
  const { state, dropped } = readLink(hash)
  const { setup, plan, cursor, view } = state
  return {
    setup,
    plan,
    cursor,
    preset: nearestPreset(setup),
    view: { zoom: view.pxPerMs, openFolds: view.openFolds, future: view.future },
    dropped,
  }
}
