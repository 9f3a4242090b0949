/**
 * Faults in a link, each as `kind~aim~param=value`, separated by commas:
 *
 *   silent~ProduceResponse[C]_broker-1>producer-1_#1          before a name
 *   crash~producer-1@9500~down=1000                            a node, at a time
 *   crash~producer-1@Produce[B]_producer-1>broker-1_#1~down=never   a node, before a name
 */
import { type Fault, type FaultParam, LONGEST_RUN, type PendingName, type Plan } from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { type DroppedPart, decodeName, decodeValue, encodeName, encodeValue, wholeNumber } from './linkText.ts'

/** What a link needs to know of a kind of fault: the registry of the engine fits. */
export interface FaultShape {
  readonly aim: 'message' | 'node'
  readonly params: readonly FaultParam[]
}
export type FaultShapes = Readonly<Record<string, FaultShape>>

export const MOST_FAULTS = 50
const NEVER = 'never'

type Fields = Readonly<Record<string, unknown>>
type Aim = Pick<Fault, 'aim' | 'node'>

const shapeOf = (shapes: FaultShapes, kind: string): FaultShape | null =>
  Object.hasOwn(shapes, kind) ? (shapes[kind] ?? null) : null

const writeAim = ({ aim, node }: Fault): string => {
  const target = 'at' in aim ? String(aim.at) : encodeName(aim.before)
  if (node !== undefined) return `${encodeName(node)}@${target}`
  return 'at' in aim ? `@${target}` : target
}

const writeParam = (param: FaultParam, value: unknown): string | null => {
  if (value === null && param.type === 'millis' && param.orNever) return `${param.key}=${NEVER}`
  return typeof value === 'number' || typeof value === 'string' ? `${param.key}=${encodeValue(String(value))}` : null
}

const writeFault = (shapes: FaultShapes, fault: Fault): string => {
  const fields: Fields = { ...fault }
  const params = shapeOf(shapes, fault.kind)?.params ?? []
  const written = params.map((param) => writeParam(param, fields[param.key])).filter((text) => text !== null)
  return [encodeName(fault.kind), writeAim(fault), ...written].join('~')
}

/** A name never consists of digits alone, so digits are a time. */
const readTarget = (text: string): Fault['aim'] | null => {
  const at = wholeNumber(text)
  if (at !== null) return at <= LONGEST_RUN ? { at } : null
  const name = decodeName(text)
  // Here, and only here, a name comes from outside; one that the run does not know is reported as unused.
  return name === null || name === '' || name.length > 200 ? null : { before: name as PendingName }
}

const readAim = (shape: FaultShape, text: string): Aim | null => {
  const split = text.indexOf('@')
  if (shape.aim === 'node') {
    const node = split < 1 ? null : decodeName(text.slice(0, split))
    const aim = split < 1 ? null : readTarget(text.slice(split + 1))
    return node === null || node.length > 60 || aim === null ? null : { aim, node }
  }
  const aim = split === 0 ? readTarget(text.slice(1)) : readTarget(text)
  return aim === null || (split !== 0 && 'at' in aim) ? null : { aim }
}

const readParam = (param: FaultParam, text: string | null): number | string | null | undefined => {
  if (text === null) return undefined
  if (param.type === 'choice') return param.choices.includes(text) ? text : undefined
  if (text === NEVER && param.orNever) return null
  const value = wholeNumber(text)
  return value !== null && value >= param.min && value <= param.max ? value : undefined
}

const readParams = (shape: FaultShape, texts: readonly string[]): { fields: Fields; bad: readonly string[] } => {
  // What means nothing for some nodes, such as the disk of a client, is left out unless it is written.
  const usual = shape.params.filter((param) => param.type !== 'choice' || !param.optional)
  const fields: Record<string, unknown> = Object.fromEntries(usual.map((param) => [param.key, param.default]))
  const bad: string[] = []
  for (const text of texts) {
    const at = text.indexOf('=')
    const param = shape.params.find(({ key }) => key === text.slice(0, Math.max(at, 0)))
    const value = param === undefined ? undefined : readParam(param, decodeValue(text.slice(at + 1)))
    if (param === undefined || value === undefined) bad.push(text)
    else fields[param.key] = value
  }
  return { fields, bad }
}

export interface ReadFault {
  readonly fault: Fault | null
  readonly dropped: readonly DroppedPart[]
}

/** One fault. A parameter that cannot be read is dropped alone, and its default counts. */
const readFault = (shapes: FaultShapes, text: string): ReadFault => {
  const drop = (reason: DropReason): ReadFault => ({ fault: null, dropped: [{ part: text, reason }] })
  const [kindText = '', aimText = '', ...paramTexts] = text.split('~')
  const kind = decodeName(kindText)
  const shape = kind === null ? null : shapeOf(shapes, kind)
  if (kind === null || shape === null) return drop('unknown-fault')
  const aim = readAim(shape, aimText)
  if (aim === null) return drop('bad-aim')
  const { fields, bad } = readParams(shape, paramTexts)
  return { fault: { kind, ...aim, ...fields }, dropped: bad.map((part) => ({ part, reason: 'bad-parameter' })) }
}

export const writePlan = (shapes: FaultShapes, plan: Plan): string =>
  plan.map((fault) => writeFault(shapes, fault)).join(',')

export const readPlan = (shapes: FaultShapes, text: string): { plan: Plan; dropped: readonly DroppedPart[] } => {
  const texts = text.split(',').filter((one) => one !== '')
  const read = texts.slice(0, MOST_FAULTS).map((one) => readFault(shapes, one))
  const rest = texts.slice(MOST_FAULTS).map((part): DroppedPart => ({ part, reason: 'too-many' }))
  return {
    plan: read.map(({ fault }) => fault).filter((fault) => fault !== null),
    dropped: [...read.flatMap(({ dropped }) => dropped), ...rest],
  }
}
