import type { ConfigOwner, EffectKind, OnFailure, Setup, WayOut, Workload } from '../engine/index.ts'
import type { FaultTarget, Future, Zoom } from '../timeline/index.ts'
import { pictureWords } from '../words/en/ui.ts'
import { createFaultActions, type FaultActions } from './faultActions.ts'
import { applyPreset, type PresetId, withReaderOf } from './presets.ts'
import {
  type CommitChoice,
  type Guard,
  withCommit,
  withEffect,
  withGuard,
  withReader,
  withWindow,
} from './readerEdits.ts'
import type { Selectors } from './selectors.ts'
import {
  withInSyncAtStart,
  withKeyOf,
  withOnFailure,
  withPartitions,
  withWay,
  withWayOut,
  withWorkload,
} from './setupEdits.ts'
import type { AppState, PanelSizes, ThemeChoice, ViewState } from './state.ts'
import type { AppStore } from './store.ts'
import { createStoryActions, type StoryActions } from './storyActions.ts'
import { createTimeActions, type TimeActions } from './timeActions.ts'
import { type CopyPlace, copyAt } from './views/copyAt.ts'
import { zoomLevels } from './zoomLevels.ts'

/** What a person does, each by its name. One finished edit is one change of setup or plan, so one step of undo. */
export interface Actions extends FaultActions, TimeActions, StoryActions {
  /** One key of one owner, set by hand; null: left to Kafka. */
  readonly setKey: (owner: ConfigOwner, key: string, value: string | null) => void
  /** A way out of a refusal or a quiet change that stands at a row. */
  readonly takeWay: (owner: ConfigOwner, way: WayOut) => void
  readonly setPartitions: (count: number) => void
  readonly setJitter: (change: Partial<Pick<Setup, 'jitter' | 'seed'>>) => void
  readonly takeWayOut: (id: string) => void
  readonly choosePreset: (id: PresetId) => void
  readonly setWorkload: (change: Partial<Workload>) => void
  readonly setOnFailure: (onFailure: OnFailure) => void
  /** A reader that comes commits and guards as the contract asks. */
  readonly setReader: (on: boolean) => void
  readonly setCommit: (choice: CommitChoice) => void
  readonly setEffect: (effect: EffectKind | null) => void
  readonly setGuard: (guard: Guard) => void
  readonly setWindow: (ms: number) => void
  readonly setProcessing: (ms: number) => void
  readonly setInSyncAtStart: (count: number) => void
  readonly select: (target: FaultTarget | null) => void
  /** A copy in a log, by where it lies now: it is inspected, and what brought it is what a fault is aimed at. */
  readonly selectCopy: (place: CopyPlace) => void
  /** From the timeline to the event table and back. */
  readonly toggleTable: () => void
  readonly toggleFold: (id: string) => void
  readonly zoomBy: (factor: number, pxPerMs: number) => void
  readonly zoomTo: (zoom: Zoom) => void
  readonly fit: () => void
  readonly setFuture: (future: Future) => void
  readonly nextFuture: () => void
  readonly setTheme: (theme: ThemeChoice) => void
  readonly setLetters: (on: boolean) => void
  readonly setReducedMotion: (on: boolean) => void
  /** Null: as large as usual. */
  readonly resizePanel: (panel: keyof PanelSizes, size: number | null) => void
  readonly dismissInvitation: () => void
  readonly dismissDropped: () => void
  readonly say: (text: string) => void
}

const futures: readonly Future[] = ['faint', 'full', 'hidden']
const zooms = { least: 0.5, most: 60 } as const

const createSay = (store: AppStore) => (text: string) =>
  store.setState(({ said }) => ({ said: { text, count: (said?.count ?? 0) + 1 } }))

const createSettingActions = (store: AppStore, selectors: Selectors) => {
  const edit = (change: (setup: AppState['setup']) => AppState['setup']): void =>
    store.setState(({ setup }) => ({ setup: change(setup) }))
  return {
    setKey: (owner: ConfigOwner, key: string, value: string | null) =>
      edit((setup) => withKeyOf(setup, owner, key, value)),
    takeWay: (owner: ConfigOwner, way: WayOut) => edit((setup) => withWay(setup, owner, way)),
    setPartitions: (count: number) => edit((setup) => withPartitions(setup, count)),
    setJitter: (change: Partial<Pick<Setup, 'jitter' | 'seed'>>) => edit((setup) => ({ ...setup, ...change })),
    takeWayOut: (id: string) => {
      const placed = selectors.refused(store.getState())
      const way = placed?.problem.waysOut.find((one) => one.id === id)
      if (placed && way) edit((setup) => withWayOut(setup, placed.where, way))
    },
    choosePreset: (id: PresetId) => store.setState(({ setup }) => ({ preset: id, setup: applyPreset(setup, id) })),
    setWorkload: (change: Partial<Workload>) => edit((setup) => withWorkload(setup, change)),
    setOnFailure: (onFailure: OnFailure) => edit((setup) => withOnFailure(setup, onFailure)),
    setReader: (on: boolean) =>
      store.setState(({ setup, preset }) => ({
        setup: on ? withReaderOf(withReader(setup, on), preset) : withReader(setup, on),
      })),
    setCommit: (choice: CommitChoice) => edit((setup) => withCommit(setup, choice)),
    setEffect: (effect: EffectKind | null) => edit((setup) => withEffect(setup, effect)),
    setGuard: (guard: Guard) => edit((setup) => withGuard(setup, guard)),
    setWindow: (ms: number) => edit((setup) => withWindow(setup, ms)),
    setProcessing: (processing: number) => edit((setup) => ({ ...setup, links: { ...setup.links, processing } })),
    setInSyncAtStart: (count: number) => edit((setup) => withInSyncAtStart(setup, count)),
  }
}

const createViewActions = (store: AppStore, say: (text: string) => void) => {
  const look = (change: (view: ViewState) => Partial<ViewState>): void =>
    store.setState(({ view }) => ({ view: { ...view, ...change(view) } }))
  return {
    toggleFold: (id: string) =>
      look(({ openFolds }) => ({
        openFolds: openFolds.includes(id) ? openFolds.filter((one) => one !== id) : [...openFolds, id],
      })),
    zoomBy: (factor: number, pxPerMs: number) =>
      look(() => ({ zoom: Math.round(Math.min(zooms.most, Math.max(zooms.least, pxPerMs * factor)) * 100) / 100 })),
    zoomTo: (zoom: Zoom) => look(() => ({ zoom: zoomLevels[zoom] })),
    fit: () => look(({ fits }) => ({ zoom: 'fit' as const, fits: fits + 1 })),
    setFuture: (future: Future) => look(() => ({ future })),
    nextFuture: () => {
      const { future } = store.getState().view
      const next = futures[(futures.indexOf(future) + 1) % futures.length] ?? 'faint'
      look(() => ({ future: next }))
      say(pictureWords.futureIs(pictureWords.futures[next]))
    },
  }
}

export const createActions = (store: AppStore, selectors: Selectors): Actions => {
  const say = createSay(store)
  const time = createTimeActions(store, selectors, say)
  return {
    ...createFaultActions(store, selectors, say),
    ...time,
    ...createStoryActions(store, selectors, time),
    ...createSettingActions(store, selectors),
    ...createViewActions(store, say),
    say,
    select: (selected) => store.setState({ selected }),
    selectCopy: (place) => {
      const selected = copyAt(selectors.timeline(store.getState()), store.getState().cursor, place)
      if (selected) store.setState({ selected })
    },
    toggleTable: () => store.setState(({ table }) => ({ table: !table })),
    setTheme: (theme) => store.setState({ theme }),
    setLetters: (letters) => store.setState({ letters }),
    setReducedMotion: (reducedMotion) => store.setState({ reducedMotion }),
    resizePanel: (panel, size) =>
      store.setState(({ panels: { [panel]: _before, ...others } }) => ({
        panels: size === null ? others : { ...others, [panel]: size },
      })),
    dismissInvitation: () => store.setState({ invited: false }),
    dismissDropped: () => store.setState({ dropped: [] }),
  }
}
