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
import { atTime } from '../words/index.ts'
import { foldLogs, ledger, verdict, worldAt } from './doors.ts'
import { once } from './once.ts'
import { createRunning, type Running } from './running.ts'
import { runTitle } from './runTitle.ts'
import { readerOf } from './setupEdits.ts'
import { type Heard, spokenOf, standing } from './spoken.ts'
import type { AppState } from './state.ts'
import { type FaultLine, faultList } from './views/faultList.ts'
import { type FaultMenu, faultMenu } from './views/faultMenu.ts'
import { finality, lastMentions } from './views/finality.ts'
import { type LedgerTable, ledgerTable } from './views/ledgerTable.ts'
import { type Memory, memory } from './views/memory.ts'
import { partitionsOf, type Strips, strips } from './views/replicas.ts'
import { type RunNotice, runNotice } from './views/runNotice.ts'
import { type SettingsPanel, settingsPanel } from './views/settingsPanel.ts'
import { sumLine } from './views/sumLine.ts'
import { type VerdictStrip, verdictStrip } from './views/verdictStrip.ts'

/** The cut at the playhead: what is true next to what the producer can know. */
export interface CrossSection {
  readonly table: LedgerTable
  readonly sum: string
  /** Per partition. */
  readonly strips: readonly Strips[]
  /** Per partition: what its leader remembers. */
  readonly memory: readonly Memory[]
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
  /** The same as text, for those who hear the page; without a telling event, the sum. */
  readonly spoken: (state: AppState) => string
  /** Where everything stands, for the moment the play stops. */
  readonly summary: (state: AppState) => string
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

/** The cut in four parts, each computed again only when what it reads has changed: a part that is equal stays itself. */
const createCut = () => {
  const world = once((trace: KafkaTrace, steps: number): World => worldAt(trace, steps))
  const last = once(lastMentions)
  const count = once((trace: KafkaTrace, steps: number): Ledger => ledger(events(trace, steps), trace.setup))
  const gone = once((trace: KafkaTrace, steps: number) => finality(steps, trace.steps.length, last(trace)))
  const table = once((trace: KafkaTrace, steps: number) =>
    ledgerTable(count(trace, steps), effectOf(trace.setup), gone(trace, steps)),
  )
  const logs = once((trace: KafkaTrace, steps: number) =>
    foldLogs(events(trace, steps), trace.setup)
      .filter(({ partition }) => partitionsOf(trace.setup).includes(partition))
      .map((view) => strips(world(trace, steps), view)),
  )
  const remembered = once((trace: KafkaTrace, steps: number, at: number, idempotent: boolean) =>
    partitionsOf(trace.setup).map((partition) =>
      memory(world(trace, steps), trace, { steps, at, partition, idempotent }),
    ),
  )
  const until = (trace: KafkaTrace, steps: number): Verdict => verdict({ ...trace, steps: trace.steps.slice(0, steps) })
  const sum = once((trace: KafkaTrace, steps: number, at: number, idempotent: boolean) =>
    sumLine(count(trace, steps), gone(trace, steps), { trace, steps, at, verdict: until(trace, steps) }, idempotent),
  )
  const cut = once(
    (trace: KafkaTrace, steps: number, at: number, idempotent: boolean): CrossSection => ({
      table: table(trace, steps),
      sum: sum(trace, steps, at, idempotent),
      strips: logs(trace, steps),
      memory: remembered(trace, steps, at, idempotent),
    }),
  )
  return { count, gone, cut }
}

/** Views that need nothing but what they are asked with. */
const createViews = () => ({
  settings: once(settingsPanel),
  list: once((timeline: Timeline) => faultList(timeline)),
  notice: once(runNotice),
  menu: once(faultMenu),
  whole: once(overview),
})

const isIdempotent = (running: Running, state: AppState): boolean => {
  const resolved = running.resolved({ ...state, setup: running.running(state) })
  return resolved.outcome === 'ok' && resolved.effective['enable.idempotence']
}

export const createSelectors = (): Selectors => {
  const running = createRunning()
  const { count, gone, cut } = createCut()
  const judge = once((trace: KafkaTrace): Verdict => verdict(trace))
  const strip = once(
    (trace: KafkaTrace, steps: number): VerdictStrip =>
      verdictStrip(count(trace, steps), judge(trace), effectOf(trace.setup), gone(trace, steps)),
  )
  const { settings, list, notice, menu, whole } = createViews()
  const steps = (state: AppState): number => stepsDone(running.trace(state), state.cursor)
  const panel = (state: AppState): SettingsPanel => settings(state.setup, state.preset, running.refused(state))
  const section = (state: AppState): CrossSection => {
    const trace = running.trace(state)
    const done = steps(state)
    return cut(trace, done, roughly(trace, done, state.cursor.at), isIdempotent(running, state))
  }
  const ledgerNow = (state: AppState): Ledger => count(running.trace(state), steps(state))
  const narrator = (state: AppState): Telling | null => narrate(running.timeline(state), state.cursor)
  const heard = (state: AppState): Heard => {
    const trace = running.trace(state)
    return {
      told: narrator(state),
      sum: section(state).sum,
      ledger: ledgerNow(state),
      effect: effectOf(trace.setup),
      at: state.cursor.at,
      verdict: steps(state) < trace.steps.length ? null : judge(trace),
    }
  }
  return {
    ...running,
    steps,
    ledger: ledgerNow,
    verdict: (state) => judge(running.trace(state)),
    strip: (state) => strip(running.trace(state), steps(state)),
    crossSection: section,
    settings: panel,
    faults: (state) => list(running.timeline(state)),
    menu: (state, target) => menu(target, running.timeline(state)),
    notice: (state) => notice(running.trace(state)),
    overview: (state) => whole(running.timeline(state)),
    narrator,
    spoken: (state) => spokenOf(heard(state)),
    summary: (state) => standing(heard(state)),
    title: (state) => runTitle(state.plan, panel(state).rows.acks.value),
    time: (state) => atTime(state.cursor.at),
  }
}
