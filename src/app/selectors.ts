import type { EffectKind, KafkaTrace, Ledger, Setup, Verdict, World } from '../engine/index.ts'
import {
  type FaultTarget,
  narrate,
  type Overview,
  overview,
  stepsDone,
  type Telling,
  type Timeline,
} from '../timeline/index.ts'
import { atTime } from '../words/en/time.ts'
import { ledger, verdict, worldAt } from './doors.ts'
import { once } from './once.ts'
import { createRunning, type Running } from './running.ts'
import { runTitle } from './runTitle.ts'
import { readerOf } from './setupEdits.ts'
import type { AppState } from './state.ts'
import { type FaultLine, faultList } from './views/faultList.ts'
import { type FaultMenu, faultMenu } from './views/faultMenu.ts'
import { finality, lastMentions } from './views/finality.ts'
import { type LedgerTable, ledgerTable } from './views/ledgerTable.ts'
import { type Memory, memory } from './views/memory.ts'
import { type Strips, strips } from './views/replicas.ts'
import { type RunNotice, runNotice } from './views/runNotice.ts'
import { type SettingsPanel, settingsPanel } from './views/settingsPanel.ts'
import { sumLine } from './views/sumLine.ts'
import { type VerdictStrip, verdictStrip } from './views/verdictStrip.ts'

/** The cut at the playhead: what is true next to what the producer can know. */
export interface CrossSection {
  readonly table: LedgerTable
  readonly sum: string
  readonly strips: Strips
  readonly memory: Memory
}

export interface Selectors extends Running {
  readonly steps: (state: AppState) => number
  readonly ledger: (state: AppState) => Ledger
  readonly verdict: (state: AppState) => Verdict
  readonly strip: (state: AppState) => VerdictStrip
  readonly crossSection: (state: AppState) => CrossSection
  readonly settings: (state: AppState) => SettingsPanel
  readonly faults: (state: AppState) => readonly FaultLine[]
  readonly menu: (state: AppState, target: FaultTarget) => FaultMenu | null
  readonly notice: (state: AppState) => RunNotice | null
  readonly overview: (state: AppState) => Overview
  /** What is told at the playhead: card and live region say the same. */
  readonly narrator: (state: AppState) => Telling | null
  readonly title: (state: AppState) => string
  readonly time: (state: AppState) => string
}

const effectOf = (setup: Setup): EffectKind | null => readerOf(setup)?.client.effect ?? null

/** How much of simulated time the cut needs: whole milliseconds near an event, whole seconds far from one. */
const roughly = (trace: KafkaTrace, steps: number, at: number): number => {
  const since = trace.steps[steps - 1]?.at ?? 0
  return at - since < 50 ? Math.floor(at) : since + Math.floor((at - since) / 1000) * 1000
}

const events = (trace: KafkaTrace, steps: number) => trace.steps.slice(0, steps).flatMap((step) => step.events)

/** The cut, computed again only when a step is done or a second has passed. */
const createCut = () => {
  const world = once((trace: KafkaTrace, steps: number): World => worldAt(trace, steps))
  const last = once(lastMentions)
  const count = once((trace: KafkaTrace, steps: number): Ledger => ledger(events(trace, steps), trace.setup))
  const gone = once((trace: KafkaTrace, steps: number) => finality(steps, trace.steps.length, last(trace)))
  const cut = once((trace: KafkaTrace, steps: number, at: number, idempotent: boolean): CrossSection => {
    const now = count(trace, steps)
    const isGone = gone(trace, steps)
    return {
      table: ledgerTable(now, effectOf(trace.setup), isGone),
      sum: sumLine(now, isGone, { trace, steps, at }, idempotent),
      strips: strips(world(trace, steps), trace.setup),
      memory: memory(world(trace, steps), trace, steps, at, trace.setup, idempotent),
    }
  })
  return { count, gone, cut }
}

export const createSelectors = (): Selectors => {
  const running = createRunning()
  const { count, gone, cut } = createCut()
  const judge = once((trace: KafkaTrace): Verdict => verdict(trace))
  const strip = once(
    (trace: KafkaTrace, steps: number): VerdictStrip =>
      verdictStrip(count(trace, steps), judge(trace), effectOf(trace.setup), gone(trace, steps)),
  )
  const settings = once(settingsPanel)
  const list = once((timeline: Timeline) => faultList(timeline))
  const notice = once(runNotice)
  const menu = once(faultMenu)
  const whole = once(overview)
  const steps = (state: AppState): number => stepsDone(running.trace(state), state.cursor)
  const isIdempotent = (state: AppState): boolean => {
    const resolved = running.resolved({ ...state, setup: running.running(state) })
    return resolved.outcome === 'ok' && resolved.effective['enable.idempotence']
  }
  const panel = (state: AppState): SettingsPanel =>
    settings(state.setup, state.preset, running.resolved(state), running.refused(state)?.problem ?? null)
  return {
    ...running,
    steps,
    ledger: (state) => count(running.trace(state), steps(state)),
    verdict: (state) => judge(running.trace(state)),
    strip: (state) => strip(running.trace(state), steps(state)),
    crossSection: (state) => {
      const trace = running.trace(state)
      const done = steps(state)
      return cut(trace, done, roughly(trace, done, state.cursor.at), isIdempotent(state))
    },
    settings: panel,
    faults: (state) => list(running.timeline(state)),
    menu: (state, target) => menu(target, running.timeline(state)),
    notice: (state) => notice(running.trace(state)),
    overview: (state) => whole(running.timeline(state)),
    narrator: (state) => narrate(running.timeline(state), state.cursor),
    title: (state) => runTitle(state.plan, panel(state).rows.acks.value),
    time: (state) => atTime(state.cursor.at),
  }
}
