import type { Fault, Plan } from '../engine/index.ts'
import type { FaultTarget } from '../timeline/index.ts'
import { faultWords } from '../words/en/ui.ts'
import { faultWordsOf } from '../words/index.ts'
import { aimOf, faultRule } from './doors.ts'
import type { Selectors } from './selectors.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'
import { faultAt, unusedSentence } from './views/faultMenu.ts'

export interface FaultActions {
  /** Adds a fault; one that is aimed at the same place goes. */
  readonly addFault: (fault: Fault) => void
  readonly changeFault: (index: number, fault: Fault) => void
  /** Of an actor's fault: to another time. A fault of a message is where its message is, and stays. */
  readonly moveFault: (index: number, at: number) => void
  readonly removeFault: (index: number) => void
  readonly removeFaultAt: (target: FaultTarget | null) => void
  /** A key on what is selected: the fault of that kind that fits there, or one clear sentence why not. */
  readonly strike: (kind: string, target: FaultTarget | null) => void
}

/** A crash is not something that happens to a message. */
const whyNot = (kind: string, target: FaultTarget): string =>
  target.kind === 'message' && faultRule(kind)?.aim === 'node'
    ? faultWords.selectActor
    : (faultWordsOf(kind)?.doesNotFit ?? faultWords.nothingHere)

const at = (plan: Plan, index: number, fault: Fault): Plan => plan.map((one, i) => (i === index ? fault : one))

const isAimedAlike = (a: Fault, b: Fault): boolean => a.node === b.node && aimOf(a) === aimOf(b)

/** Only what strikes an actor has a time of its own. */
const movedTo = (fault: Fault | undefined, at: number): Fault | null =>
  fault?.node === undefined ? null : { ...fault, aim: { at: Math.max(0, Math.round(at)) } }

/** The numbers of the faults behind it change: a selection by number would mean another one. */
const without = ({ plan, selected }: AppState, index: number): Partial<AppState> => ({
  plan: plan.filter((_, i) => i !== index),
  selected: selected?.kind === 'fault' ? null : selected,
})

export const createFaultActions = (
  store: AppStore,
  selectors: Selectors,
  say: (text: string) => void,
): FaultActions => {
  const state = (): AppState => store.getState()
  /** What the run made of it: a fault that changes nothing says so at once. */
  const report = (fault: Fault): void => {
    const unused = unusedSentence(selectors.trace(state()), fault)
    if (unused !== null) say(unused)
  }
  const changeFault = (index: number, fault: Fault): void => {
    if (state().plan[index] === undefined) return
    store.setState(({ plan }) => ({ plan: at(plan, index, fault) }))
    report(fault)
  }
  const addFault = (fault: Fault): void => {
    const existing = state().plan.findIndex((one) => isAimedAlike(one, fault))
    if (existing >= 0) return changeFault(existing, fault)
    store.setState(({ plan }) => ({ plan: [...plan, fault] }))
    report(fault)
  }
  const removeFault = (index: number): void => {
    if (state().plan[index] === undefined) return
    store.setState((now) => without(now, index))
    say(faultWords.removed)
  }
  return {
    addFault,
    changeFault,
    moveFault: (index, at) => {
      const moved = movedTo(state().plan[index], at)
      if (moved !== null) changeFault(index, moved)
    },
    removeFault,
    removeFaultAt: (target) => {
      const index = target === null ? null : faultAt(target, state().plan)
      if (index === null) say(target === null ? faultWords.selectFirst : faultWords.noFaultHere)
      else removeFault(index)
    },
    strike: (kind, target) => {
      if (target === null) return say(faultWords.selectFirst)
      const row = selectors.menu(state(), target)?.rows.find((one) => one.kind === kind)
      if (row === undefined) return say(whyNot(kind, target))
      if (!row.chosen) addFault(row.fault)
    },
  }
}
