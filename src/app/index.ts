/** The floor's door: what the page may use. */
export { LONGEST_WINDOW } from '../engine/index.ts'
export type { Actions } from './actions.ts'
export { safeAddressBar } from './addressBar.ts'
export type { CrossSection } from './cut.ts'
export { type Page, struckBy, ZOOM_STEP } from './keymap.ts'
export { keyAnywhere, keyList, keyOnTimeline, type Pressed, pressOf } from './keys.ts'
export { createLab, type Lab } from './lab.ts'
export type { PresetId } from './presets.ts'
export { commitChoices, effects, guards } from './readerEdits.ts'
export { createRestTimer, type Later } from './restTimer.ts'
export type { Selectors } from './selectors.ts'
export { type AppState, speeds } from './state.ts'
export type { Outcome, StoryView } from './storyRun.ts'
export { bringStories, readyFor } from './storyShelf.ts'
export { goingTo } from './timeText.ts'
export type { ConnectionView, OpenRequest } from './views/connections.ts'
export type { EventRow } from './views/eventRows.ts'
export {
  type EventTable,
  type RowFilter,
  rowAt,
  rowChoices,
  rowFault,
  rowsShown,
  rowText,
} from './views/eventTable.ts'
export type { FaultLine } from './views/faultList.ts'
export type { FaultMenu, MenuParam, MenuRow } from './views/faultMenu.ts'
export type { Did, Fact, Inspected, Link } from './views/inspector/inspected.ts'
export type { LedgerCell, LedgerLine, LedgerTable } from './views/ledgerTable.ts'
export type { Memory, RememberedProducer } from './views/memory.ts'
export type { ReaderPanel } from './views/readerPanel.ts'
export type { OutsideView, ReaderView } from './views/readers.ts'
export type { LogCell, ReplicaStrip, Strips } from './views/replicas.ts'
export type { Refused, RowNote, SettingRow } from './views/settingRows.ts'
export type { Found, FoundGroup } from './views/settingSearch.ts'
export type { SettingsPanel } from './views/settingsPanel.ts'
export { type StoryMenuGroup, storyAfter } from './views/storyMenu.ts'
export type { VerdictStrip } from './views/verdictStrip.ts'

/** Searching the settings needs the words of all their keys: they come when somebody searches. */
export const loadSettingSearch = () => import('./views/settingSearch.ts')
