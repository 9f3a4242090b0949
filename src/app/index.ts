/** The floor's door: what the page may use. */
export type { Actions } from './actions.ts'
export { safeAddressBar } from './addressBar.ts'
export { keyAnywhere, keyOnTimeline, type Page, ZOOM_STEP } from './keys.ts'
export { createLab, type Lab } from './lab.ts'
export type { PresetId } from './presets.ts'
export type { CrossSection, Selectors } from './selectors.ts'
export { ready as readyStarts } from './starts.ts'
export { type AppState, speeds, type ThemeChoice } from './state.ts'
export type { FaultLine } from './views/faultList.ts'
export type { FaultMenu, MenuParam, MenuRow } from './views/faultMenu.ts'
export type { LedgerCell, LedgerLine, LedgerTable } from './views/ledgerTable.ts'
export type { Memory } from './views/memory.ts'
export type { LogCell, ReplicaStrip, Strips } from './views/replicas.ts'
export type { RunNotice } from './views/runNotice.ts'
export {
  mainKeys,
  moreKeys,
  type Note,
  type Refused,
  type SettingRow,
  type SettingsPanel,
} from './views/settingsPanel.ts'
export type { VerdictStrip } from './views/verdictStrip.ts'
