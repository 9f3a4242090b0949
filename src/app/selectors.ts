import type { KafkaTrace, Ledger, Verdict } from '../engine/index.ts'
import { type Cursor, type FaultTarget, type Overview, overview, type Timeline } from '../timeline/index.ts'
import { atTime } from '../words/index.ts'
import { createAhead, type WhatIsAhead } from './ahead.ts'
import { type CrossSection, createCut, effectOf } from './cut.ts'
import { verdict } from './doors.ts'
import { once } from './once.ts'
import { createReading, type Reading } from './reading.ts'
import { createRunning, type Running } from './running.ts'
import { runTitle } from './runTitle.ts'
import type { AppState } from './state.ts'
import { createStoryRun, type StorySelectors } from './storyRun.ts'
import { type FaultLine, faultList, isTold } from './views/faultList.ts'
import { type FaultMenu, faultMenu } from './views/faultMenu.ts'
import { type RunNotice, runNotice } from './views/runNotice.ts'
import { type SettingsPanel, settingsPanel } from './views/settingsPanel.ts'
import { type StoryMenuGroup, storyMenu } from './views/storyMenu.ts'
import { type Ahead, type VerdictStrip, verdictStrip } from './views/verdictStrip.ts'

export interface Selectors extends Running, Reading, StorySelectors, Omit<WhatIsAhead, 'ahead'> {
  readonly ledger: (state: AppState) => Ledger
  readonly verdict: (state: AppState) => Verdict
  readonly strip: (state: AppState) => VerdictStrip
  readonly crossSection: (state: AppState) => CrossSection
  readonly settings: (state: AppState) => SettingsPanel
  readonly faults: (state: AppState) => readonly FaultLine[]
  readonly menu: (state: AppState, target: FaultTarget) => FaultMenu | null
  readonly notice: (state: AppState) => RunNotice | null
  readonly overview: (state: AppState) => Overview
  readonly title: (state: AppState) => string
  readonly stories: (state: AppState) => readonly StoryMenuGroup[]
  readonly time: (state: AppState) => string
}

/** Views that need nothing but what they are asked with. */
const createViews = () => ({
  settings: once(settingsPanel),
  list: once(faultList),
  notice: once(runNotice),
  menu: once(faultMenu),
  // What lies ahead gives the answer away while a question stands.
  whole: once((timeline: Timeline, asks: boolean): Overview => {
    const all = overview(timeline)
    return asks ? { ...all, ticks: [], folds: [] } : all
  }),
  // When a fault strikes, and whether it does.
  struck: once((all: Overview, { pins }: Timeline, until: Cursor | null): Overview => {
    if (until === null) return all
    const told = new Set(pins.filter((pin) => isTold(pin, until)).map(({ index }) => index))
    return { ...all, faults: all.faults.filter(({ index }) => told.has(index)) }
  }),
  stories: once(storyMenu),
})

const isIdempotent = (running: Running, state: AppState): boolean => {
  const resolved = running.resolved({ ...state, setup: running.running(state) })
  return resolved.outcome === 'ok' && resolved.effective['enable.idempotence']
}

export const createSelectors = (): Selectors => {
  const running = createRunning()
  const story = createStoryRun(running)
  const { count, gone, cut, world, roughly } = createCut()
  const judge = once((trace: KafkaTrace): Verdict => verdict(trace))
  const strip = once(
    (trace: KafkaTrace, steps: number, ahead: Ahead | null): VerdictStrip =>
      verdictStrip(
        count(trace, steps),
        ahead ?? judge(trace),
        effectOf(trace.setup),
        gone(trace, steps, ahead !== null),
      ),
  )
  const { settings, list, notice, menu, whole, struck, stories } = createViews()
  const { ahead, ...standing } = createAhead(running, story.asks)
  const { steps, playhead, toldTo } = standing
  const panel = (state: AppState): SettingsPanel => settings(state.setup, state.preset)
  const section = (state: AppState): CrossSection => {
    const trace = running.trace(state)
    const done = steps(state)
    const isBlind = toldTo(state) !== null
    return cut(trace, done, roughly(trace, done, playhead(state).at), isIdempotent(running, state), isBlind)
  }
  const title = (state: AppState): string =>
    story.storyTitle(state) ?? runTitle(state.plan, panel(state).rows.acks.value)
  const sum = (state: AppState): string => section(state).sum
  const ledgerNow = (state: AppState): Ledger => count(running.trace(state), steps(state))
  return {
    ...running,
    ...story,
    ...standing,
    ledger: ledgerNow,
    verdict: (state) => judge(running.trace(state)),
    strip: (state) => strip(running.trace(state), steps(state), ahead(state)),
    crossSection: section,
    settings: panel,
    faults: (state) => list(running.timeline(state), toldTo(state)),
    menu: (state, target) => menu(target, running.timeline(state), toldTo(state)),
    notice: (state) => notice(running.trace(state), toldTo(state) !== null),
    overview: (state) => {
      const timeline = running.timeline(state)
      return struck(whole(timeline, story.asks(state)), timeline, toldTo(state))
    },
    ...createReading({ running, worldAt: world, ...standing, title, captions: story.captions, count, judge, sum }),
    title,
    stories: (state) => stories(state.seen, state.story),
    time: (state) => atTime(playhead(state).at),
  }
}
