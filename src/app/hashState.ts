import { compareMoments, START, type Timeline } from '../timeline/index.ts'
import { type DroppedPart, type LinkState, readLink, type WrittenLink, writtenLink } from './link.ts'
import { nearestPreset } from './presets.ts'
import type { AppState } from './state.ts'

/** The truths that a link carries. */
const carried = ({ setup, plan, story, cursor, view }: AppState): LinkState => ({
  setup,
  plan,
  story,
  cursor,
  view: { pxPerMs: view.zoom, openFolds: view.openFolds, future: view.future },
})

export const toLink = (state: AppState): WrittenLink => writtenLink(carried(state))

export interface FromLink extends Pick<AppState, 'setup' | 'plan' | 'story' | 'answers' | 'cursor' | 'preset'> {
  readonly view: Pick<AppState['view'], 'zoom' | 'openFolds' | 'future'>
  readonly dropped: readonly DroppedPart[]
}

export const fromLink = (hash: string): FromLink => {
  const { state, dropped } = readLink(hash)
  const { setup, plan, story, cursor, view } = state
  return {
    setup,
    plan,
    story,
    // Whoever sends a moment in the middle shows it; a link to the start asks the question.
    answers: story === null || compareMoments(cursor, START) === 0 ? {} : { [story]: 'shown' },
    cursor,
    preset: nearestPreset(setup),
    view: { zoom: view.pxPerMs, openFolds: view.openFolds, future: view.future },
    dropped,
  }
}

/** A link may name a time that its run does not come to: the playhead stands at the end then, and that is said. */
export const inItsRun = <L extends Partial<Pick<FromLink, 'cursor' | 'dropped'>>>(
  linked: L,
  { end }: Pick<Timeline, 'end'>,
): L => {
  const { cursor, dropped = [] } = linked
  if (cursor === undefined || cursor.at <= end.at) return linked
  return { ...linked, cursor: end, dropped: [...dropped, { part: `t=${cursor.at}`, reason: 'after-the-end' }] }
}
