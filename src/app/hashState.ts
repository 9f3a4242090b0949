import { cursorAt, START } from '../timeline/index.ts'
import { run } from './doors.ts'
import { type DroppedPart, type LinkState, readLink, writeLink } from './link.ts'
import { nearestPreset } from './presets.ts'
import type { AppState } from './state.ts'

/** The truths that a link carries. */
const carried = (state: AppState): LinkState => ({
  setup: state.setup,
  plan: state.plan,
  at: state.cursor.at,
  zoom: state.view.zoom,
  openFolds: state.view.openFolds,
  future: state.view.future,
})

export const toLink = (state: AppState): string => writeLink(carried(state))

export interface FromLink extends Pick<AppState, 'setup' | 'plan' | 'cursor' | 'preset'> {
  readonly view: Partial<AppState['view']>
  readonly dropped: readonly DroppedPart[]
}

export const fromLink = (hash: string): FromLink => {
  const { state, dropped } = readLink(hash)
  const cursor = state.at > 0 ? cursorAt(run(state.setup, state.plan), state.at) : START
  return {
    setup: state.setup,
    plan: state.plan,
    cursor,
    preset: nearestPreset(state.setup),
    view: { zoom: state.zoom, openFolds: state.openFolds, future: state.future },
    dropped,
  }
}
