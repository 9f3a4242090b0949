/** What was typed, as data: a setup and a plan, how to print, or one sentence about what does not parse. */
import {
  checkFault,
  type Fault,
  type LabOptions,
  labSetup,
  type PendingName,
  type Plan,
  type Setup,
} from '../engine/index.ts'
import { stories } from '../stories/index.ts'
import { cliWords } from '../words/en/cli.ts'

export type Format = 'text' | 'json' | 'svg'
export interface Wish {
  readonly setup: Setup
  readonly plan: Plan
  readonly format: Format
  readonly at: number | null
  readonly width: number
  readonly height: number
  readonly zoom: number | 'fit'
  readonly theme: 'light' | 'dark'
  /** Without the narrator's card. */
  readonly bare: boolean
  readonly faults: number
  readonly kinds: readonly string[]
}
export type Parsed = { readonly ok: true; readonly wish: Wish } | { readonly ok: false; readonly problem: string }

/** Tried when nothing else was asked for. */
const USUAL_KINDS = 'silent,break'

const FLAGS = ['--text', '--json', '--svg', '--await-each', '--send-again', '--bare'] as const
const VALUES = [
  '--story',
  '--records',
  '--every',
  '--reader',
  '--partitions',
  '--producer',
  '--topic',
  '--fault',
  '--at',
  '--width',
  '--height',
  '--zoom',
  '--theme',
  '--faults',
  '--kinds',
] as const
const EFFECTS = ['card', 'e-mail', 'row', 'counter', 'frame', 'typing'] as const

class Unreadable extends Error {}
const refuse = (text: string): never => {
  throw new Unreadable(text)
}

interface Typed {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, readonly string[]>
}
const sort = (args: readonly string[]): Typed => {
  const flags = new Set<string>()
  const values = new Map<string, string[]>()
  for (let i = 0; i < args.length; i += 1) {
    const name = args[i] ?? ''
    if ((FLAGS as readonly string[]).includes(name)) flags.add(name)
    else if ((VALUES as readonly string[]).includes(name)) {
      i += 1
      values.set(name, [...(values.get(name) ?? []), args[i] ?? refuse(cliWords.badValue(name, ''))])
    } else refuse(cliWords.unknownOption(name))
  }
  return { flags, values }
}

const one = (typed: Typed, name: string): string | undefined => typed.values.get(name)?.at(-1)
const number = (typed: Typed, name: string, least: number, most: number): number | undefined => {
  const text = one(typed, name)
  if (text === undefined) return undefined
  const value = Number(text)
  return Number.isFinite(value) && value >= least && value <= most ? value : refuse(cliWords.badValue(name, text))
}
const choice = <T extends string>(typed: Typed, name: string, choices: readonly T[]): T | undefined => {
  const text = one(typed, name)
  if (text === undefined) return undefined
  return choices.find((one) => one === text) ?? refuse(cliWords.badValue(name, text))
}
const pairs = (typed: Typed, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (typed.values.get(name) ?? []).map((text) => {
      const cut = text.indexOf('=')
      return cut > 0 ? [text.slice(0, cut), text.slice(cut + 1)] : refuse(cliWords.badValue(name, text))
    }),
  )

/** `silent~ProduceResponse[C] broker-1>producer-1 #1`, `crash~producer-1@40~down=1000`. */
export const faultOf = (text: string): Fault => {
  const [kind = '', where = '', ...params] = text.split('~')
  const node = /^([a-z-]+-\d+)@(\d+)$/.exec(where)
  const place =
    node === null ? { aim: { before: where as PendingName } } : { aim: { at: Number(node[2]) }, node: node[1] ?? '' }
  const values = Object.fromEntries(
    params.map((param) => {
      const [key = '', value = ''] = param.split('=')
      return [key, value === 'never' ? null : /^\d+$/.test(value) ? Number(value) : value]
    }),
  )
  const fault: Fault = { kind, ...place, ...values }
  const checked = checkFault(fault)
  return checked.ok ? fault : refuse(cliWords.badFault(text, checked.part))
}

const setupOf = (typed: Typed): Setup => {
  const reader = choice(typed, '--reader', EFFECTS)
  const options: LabOptions = {
    producer: pairs(typed, '--producer'),
    topic: pairs(typed, '--topic'),
    records: number(typed, '--records', 1, 1000) ?? 5,
    everyMs: number(typed, '--every', 0, 60_000) ?? 12,
    partitions: number(typed, '--partitions', 1, 3) ?? 1,
    awaitEach: typed.flags.has('--await-each'),
    onFailure: typed.flags.has('--send-again') ? 'send-again' : 'give-up',
    ...(reader === undefined ? {} : { reader }),
  }
  return labSetup(options)
}

const wishOf = (typed: Typed): Wish => {
  const id = one(typed, '--story')
  const story = id === undefined ? undefined : (stories.find((one) => one.id === id) ?? refuse(cliWords.noStory(id)))
  const faults = (typed.values.get('--fault') ?? []).map(faultOf)
  return {
    setup: story?.setup ?? setupOf(typed),
    plan: [...(story?.plan ?? []), ...faults],
    format: typed.flags.has('--svg') ? 'svg' : typed.flags.has('--json') ? 'json' : 'text',
    at: number(typed, '--at', 0, 1e9) ?? null,
    width: number(typed, '--width', 320, 20_000) ?? 844,
    height: number(typed, '--height', 240, 4_000) ?? 708,
    zoom: number(typed, '--zoom', 0.01, 100) ?? 'fit',
    theme: choice(typed, '--theme', ['light', 'dark']) ?? 'light',
    bare: typed.flags.has('--bare'),
    faults: number(typed, '--faults', 0, 3) ?? 1,
    kinds: (one(typed, '--kinds') ?? USUAL_KINDS).split(','),
  }
}

export const parse = (args: readonly string[]): Parsed => {
  try {
    return { ok: true, wish: wishOf(sort(args)) }
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, problem: problem.message }
    throw problem
  }
}
