/**
 * The truths as one string, and back.
 *
 *   #/lab?acks=0&records=3&f=break~Produce[C]_producer-1>broker-1_#1&z=8.5&t=34.2
 *         └── only what differs from the Lab's own setup ──┘ └─ faults ─┘   └─ cursor: 34 ms, two steps of it done
 *
 *   #/lab?s=lost-ack&enable.idempotence=false&t=34.2
 *         └ a story: its setup and its faults ┘ └── and only what differs from these
 */

import type { Plan, Setup } from '../engine/index.ts'
import type { LeftOut } from '../words/index.ts'

import { type FaultShapes, readPlan, writePlan } from './linkFaults.ts'
import type { MakeLab } from './linkFields.ts'
import { readPayload, writePayload } from './linkPayload.ts'
import { readSetup, writeSetup } from './linkSetup.ts'
import { type DroppedPart, type Part, partsOf } from './linkText.ts'
import { type LinkState, viewKeys, writeCursor, writeView } from './linkView.ts'
import { isSame } from './same.ts'

export interface ReadLink {
  readonly state: LinkState
  readonly dropped: readonly DroppedPart[]
}

/** A link as it was written. */
export interface WrittenLink {
  /** Begins with `#`. */
  readonly hash: string
  /** What was too long for it; null: it says all. */
  readonly leftOut: LeftOut | null
}

export interface Links {
  readonly write: (state: LinkState) => WrittenLink
  /** Never throws; what cannot be read is dropped part by part, and listed. */
  readonly readLink: (hash: string) => ReadLink
}

/** Where a link begins: with the Lab's own setup and no fault, or with a story. */
export interface Beginning {
  readonly setup: Setup
  readonly plan: Plan
}

export interface LinkParts {
  readonly lab: MakeLab
  readonly faults: FaultShapes
  readonly story: (id: string) => Beginning | null
}

const LONGEST_LINK = 65_536

// ── the whole ──────────────────────────────────────────────────────────────────────────────────────────────────────

const once = (parts: readonly Part[]): { first: readonly Part[]; dropped: readonly DroppedPart[] } => {
  const isFirst = (part: Part, index: number): boolean => parts.findIndex(({ key }) => key === part.key) === index
  return {
    first: parts.filter(isFirst),
    dropped: parts.filter((part, index) => !isFirst(part, index)).map(({ text: part }) => ({ part, reason: 'twice' })),
  }
}

const write = ({ lab, faults, story }: LinkParts, state: LinkState): WrittenLink => {
  const told = state.story === null ? null : story(state.story)
  const from = told ?? { setup: lab(), plan: [] }
  const settings = writeSetup(lab, state.setup, from.setup)
  const isReadable = isSame(readSetup(lab, partsOf(settings.join('&')), from.setup).setup, state.setup)
  const plan = writePlan(faults, state.plan)
  const keptFaults = readPlan(faults, plan).plan
  const planIsReadable = isSame(keptFaults, state.plan)
  const isAllReadable = isReadable && planIsReadable
  const payload = isAllReadable
    ? null
    : writePayload({ ...(isReadable ? {} : { setup: state.setup }), ...(planIsReadable ? {} : { plan: state.plan }) })
  const parts = [
    ...(told === null ? [] : [`s=${state.story}`]),
    ...(isReadable || payload === null ? settings : []),
    // Of a story's faults none may be left: then `f=` says so.
    ...(!isSame(state.plan, from.plan) && (planIsReadable || payload === null) ? [`f=${plan}`] : []),
    ...writeView(state.view),
    ...(payload === null ? [] : [`x=${payload}`]),
    // Always, so that whoever opens the link sees the same; and last, because links that end in a digit survive prose.
    writeCursor(state.cursor),
  ]
  const lostFaults = state.plan.filter((fault) => !keptFaults.some((kept) => isSame(kept, fault))).length
  return {
    hash: `#/lab?${parts.join('&')}`,
    leftOut: isAllReadable || payload !== null ? null : { setup: !isReadable, faults: lostFaults },
  }
}

/** The payload first, then readable keys on top of it. */
const readParts = ({ lab, faults, story }: LinkParts, parts: readonly Part[], fresh: LinkState): ReadLink => {
  const partOf = (key: string): Part | undefined => parts.find((part) => part.key === key)
  const dropped: DroppedPart[] = []
  let state = fresh
  const named = partOf('s')
  const told = named === undefined ? null : story(named.value)
  if (told !== null) state = { ...state, ...told, story: named?.value ?? null }
  else if (named !== undefined) dropped.push({ part: named.text, reason: 'unknown-story' })
  const packed = partOf('x')
  const payload = packed === undefined ? {} : readPayload(packed.value)
  if (typeof payload === 'string') dropped.push({ part: packed?.text ?? 'x', reason: payload })
  else state = { ...state, ...payload }
  const isSetting = ({ key }: Part): boolean => !['s', 'x', 'f'].includes(key) && !Object.hasOwn(viewKeys, key)
  const settings = readSetup(lab, parts.filter(isSetting), state.setup)
  state = { ...state, setup: settings.setup }
  const listed = partOf('f')
  const plan = listed === undefined ? { plan: state.plan, dropped: [] } : readPlan(faults, listed.value)
  state = { ...state, plan: plan.plan }
  dropped.push(...settings.dropped, ...plan.dropped)
  for (const [key, change] of Object.entries(viewKeys)) {
    const part = partOf(key)
    const next = part === undefined ? state : change(state, part.value)
    if (typeof next !== 'string') state = next
    else dropped.push({ part: part?.text ?? key, reason: next })
  }
  return { state, dropped }
}

const read = (parts: LinkParts, hash: string): ReadLink => {
  const fresh: LinkState = {
    setup: parts.lab(),
    plan: [],
    story: null,
    cursor: { at: 0, tie: 0 },
    view: { pxPerMs: 'fit', openFolds: [], future: 'faint' },
  }
  const text = hash.startsWith('#') ? hash.slice(1) : hash
  if (text.length > LONGEST_LINK)
    return { state: fresh, dropped: [{ part: text.slice(0, 60), reason: 'link-too-long' }] }
  const at = text.indexOf('?')
  const path = at < 0 ? text : text.slice(0, at)
  if (!['', '/', '/lab', 'lab', '/lab/'].includes(path))
    return { state: fresh, dropped: [{ part: path, reason: 'unknown-page' }] }
  const { first, dropped } = once(partsOf(at < 0 ? '' : text.slice(at + 1)))
  const result = readParts(parts, first, fresh)
  return { ...result, dropped: [...dropped, ...result.dropped] }
}

export const createLinks = (parts: LinkParts): Links => ({
  write: (state) => write(parts, state),
  readLink: (hash) => read(parts, hash),
})
