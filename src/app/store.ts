import { createStore, type StoreApi } from 'zustand/vanilla'
import { START } from '../timeline/index.ts'
import { labSetup } from './doors.ts'
import { defaultPreset } from './presets.ts'
import type { AppState } from './state.ts'

export type AppStore = StoreApi<AppState>

/** What a first visit sees (ux.md section 2): the Lab, no fault, paused at 0, the future faint. */
export const firstVisit = (): AppState => ({
  setup: labSetup(),
  plan: [],
  cursor: START,
  preset: defaultPreset,
  story: null,
  answers: {},
  seen: [],
  selected: null,
  table: false,
  playing: false,
  direction: 1,
  speed: 1,
  view: { zoom: 'fit', openFolds: [], future: 'faint', fits: 0 },
  theme: 'auto',
  letters: true,
  reducedMotion: false,
  panels: {},
  invited: true,
  dropped: [],
  said: null,
})

export const createAppStore = (from: Partial<AppState> = {}): AppStore =>
  createStore<AppState>(() => ({ ...firstVisit(), ...from }))
