import type { Fault, FaultParam, KafkaTrace, Millis, NodeId, Plan } from '../../engine/index.ts'
import { type Cursor, type FaultTarget, isDone, type Timeline } from '../../timeline/index.ts'
import { faultWords } from '../../words/en/ui.ts'
import {
  capital,
  faultParamWords,
  faultTitle,
  faultWordsOf,
  messageNamed,
  type Names,
  namesFor,
  sayUnused,
} from '../../words/index.ts'
import { acksOf, aimOf, faultRule, offersFor } from '../doors.ts'

export interface MenuParam {
  readonly key: string
  readonly label: string
  readonly value: string | number | null
  readonly rule: FaultParam
}

export interface MenuRow {
  readonly kind: string
  readonly label: string
  readonly key: string
  readonly chosen: boolean
  /** What the plan gets when this row is chosen. */
  readonly fault: Fault
  readonly params: readonly MenuParam[]
}

export interface FaultMenu {
  readonly title: string
  readonly subtitle: string
  /** The little arrow beside the title. */
  readonly glyph: 'request' | 'answer' | 'node'
  /** What the first row is called: nothing goes wrong. */
  readonly quiet: string
  readonly existing: number | null
  readonly rows: readonly MenuRow[]
  /** Whether the rows lose messages, so that the sentence about TCP belongs here. */
  readonly losesMessages: boolean
  /** null: when that is lies ahead, and is hidden. */
  readonly runsAgainFrom: Millis | null
  readonly unused: string | null
}

type MessageFact = Timeline['messages'][number]
type NodeTarget = Extract<FaultTarget, { kind: 'node' }>
type Place = { readonly kind: 'message'; readonly fact: MessageFact } | NodeTarget

/** A fault as a target is the place it is aimed at. */
const placeOf = (target: FaultTarget, timeline: Timeline): Place | null => {
  const message = (name: string): Place | null => {
    const fact = timeline.sent.find((one) => one.name === name)
    return fact ? { kind: 'message', fact } : null
  }
  if (target.kind === 'message') return message(target.name)
  if (target.kind === 'node') return target
  const fault = timeline.trace.plan[target.index]
  if (fault === undefined) return null
  if ('before' in fault.aim && fault.node === undefined) return message(fault.aim.before)
  const at = 'at' in fault.aim ? fault.aim.at : (timeline.pins[target.index]?.moment?.at ?? 0)
  return { kind: 'node', node: fault.node ?? '', at, ...('before' in fault.aim ? fault.aim : {}) }
}

const isAimedThere = (fault: Fault, { node, at, before }: NodeTarget): boolean =>
  fault.node === node && ('at' in fault.aim ? before === undefined && fault.aim.at === at : fault.aim.before === before)

/** The fault of the plan that is already aimed there. */
export const faultAt = (target: FaultTarget, plan: Plan): number | null => {
  if (target.kind === 'fault') return target.index < plan.length ? target.index : null
  const index = plan.findIndex((fault) =>
    target.kind === 'message'
      ? fault.node === undefined && 'before' in fault.aim && fault.aim.before === target.name
      : isAimedThere(fault, target),
  )
  return index < 0 ? null : index
}

/** Of the nodes that a parameter may name, those that this run has, and not the one that is hurt. */
const fitting = (rule: FaultParam, fault: Fault, nodes: readonly NodeId[]): FaultParam => {
  if (rule.type !== 'choice') return rule
  const fits = (choice: string): boolean => !/-\d+$/.test(choice) || (nodes.includes(choice) && choice !== fault.node)
  return { ...rule, choices: rule.choices.filter(fits) }
}

const isMeant = (rule: FaultParam, fault: Fault): boolean =>
  rule.type !== 'choice' || rule.optional !== true || Object.hasOwn(fault, rule.key)

const paramsOf = (fault: Fault, nodes: readonly NodeId[]): readonly MenuParam[] =>
  (faultRule(fault.kind)?.params ?? [])
    .filter((rule) => isMeant(rule, fault))
    .map((rule) => ({
      key: rule.key,
      label: faultParamWords[rule.key] ?? rule.key,
      value: readParam(fault, rule),
      rule: fitting(rule, fault, nodes),
    }))

const readParam = (fault: Fault, rule: FaultParam): string | number | null => {
  const found = Object.entries(fault).find(([key]) => key === rule.key)?.[1]
  return typeof found === 'string' || typeof found === 'number' || found === null ? found : rule.default
}

const faultKeys: Readonly<Record<string, string>> = faultWords.keys

const rowOf = (fault: Fault, chosen: boolean, trace: KafkaTrace): MenuRow => ({
  kind: fault.kind,
  label: faultWordsOf(fault.kind)?.menu ?? fault.kind,
  key: faultKeys[fault.kind] ?? '',
  chosen,
  fault,
  params: paramsOf(fault, Object.keys(trace.end.nodes)),
})

const namesIn = (trace: KafkaTrace): Names => namesFor(Object.keys(trace.end.nodes))

export const unusedSentence = (trace: KafkaTrace, fault: Fault): string | null => {
  const problem = trace.problems.find((one) => one.problem === 'fault-unused' && one.fault === fault)
  if (problem?.problem !== 'fault-unused') return null
  const why = wasLost(trace, fault)
    ? faultWords.alreadyGone
    : sayUnused(fault, problem.reason, namesIn(trace), acksOf(trace.setup))
  return faultWords.changesNothing(why)
}

/** Another fault of the plan took the message before this one could. */
const wasLost = (trace: KafkaTrace, fault: Fault): boolean => {
  if (!('before' in fault.aim)) return false
  const { before } = fault.aim
  return trace.steps.some((step) =>
    step.events.some((event) => event.kind === 'message-lost' && event.message === before),
  )
}

/** `until`: of what lies behind it nothing is told. */
export const faultMenu = (target: FaultTarget, timeline: Timeline, until: Cursor | null): FaultMenu | null => {
  const { trace } = timeline
  const isTold = (moment: Cursor): boolean => until === null || isDone(moment, until)
  const names = namesIn(trace)
  const found = placeOf(target, timeline)
  const place = found?.kind === 'message' && !isTold(found.fact.leaves) ? null : found
  const existing = faultAt(target, trace.plan)
  const current = existing === null ? undefined : trace.plan[existing]
  if (place === null) return current ? lonely(current, existing, trace, until !== null) : null
  const here: FaultTarget = place.kind === 'message' ? { kind: 'message', name: place.fact.name } : place
  const offers = offersFor(trace, here)
  const kinds = offers.map((fault) => (fault.kind === current?.kind ? current : fault))
  const shown = current && !kinds.includes(current) ? [current, ...kinds] : kinds
  const isMessage = place.kind === 'message'
  return {
    title: isMessage
      ? capital(messageNamed(place.fact.name, names))
      : faultWords.at(capital(names.actor(place.node)), place.at),
    subtitle: isMessage
      ? faultWords.between(
          capital(names.actor(place.fact.from)),
          names.actor(place.fact.to),
          place.fact.leaves.at,
          isTold(place.fact.lands) ? place.fact.lands.at : null,
        )
      : '',
    glyph: isMessage ? (/Response\b|Reply\b/.test(place.fact.name) ? 'answer' : 'request') : 'node',
    quiet: isMessage ? faultWords.arrives : faultWords.staysUp,
    existing,
    rows: shown.map((fault) => rowOf(fault, fault === current, trace)),
    losesMessages: shown.some((fault) => fault.kind === 'silent'),
    runsAgainFrom: !isMessage ? place.at : isTold(place.fact.lands) ? place.fact.lands.at : null,
    unused: current && until === null ? unusedSentence(trace, current) : null,
  }
}

/** A fault whose message is never sent in this run: it can only be removed. */
const lonely = (fault: Fault, existing: number | null, trace: KafkaTrace, isBlind: boolean): FaultMenu => ({
  title: capital(faultTitle(fault, namesIn(trace))),
  subtitle: aimOf(fault),
  glyph: 'node',
  quiet: faultWords.arrives,
  existing,
  rows: [rowOf(fault, true, trace)],
  losesMessages: false,
  runsAgainFrom: isBlind ? null : 0,
  unused: isBlind ? null : unusedSentence(trace, fault),
})
