import type { FaultParam } from '../core/system.ts'
import { faultKinds, faultRegistry, type FaultKind, type KafkaFault } from './faults/index.ts'

export type FaultCheck = { readonly ok: true; readonly fault: KafkaFault } | { readonly ok: false; readonly why: 'unknown-kind' | 'bad-aim' | 'bad-parameter'; readonly part: string }

const isKind = (kind: string): kind is FaultKind => (faultKinds as readonly string[]).includes(kind)

/** Parses a fault that came from outside against the registry: its kind, its aim, its parameters. */
export const checkFault = (given: unknown): FaultCheck => {
  const fault = fieldsOf(given)
  const { kind } = fault
  if (typeof kind !== 'string' || !isKind(kind)) return { ok: false, why: 'unknown-kind', part: typeof kind === 'string' ? kind : '' }
  const rule = faultRegistry[kind]
  const aim = fieldsOf(fault.aim)
  const isNamed = typeof aim.before === 'string'
  if (isNamed === isTime(aim.at)) return { ok: false, why: 'bad-aim', part: kind }
  if (rule.aim === 'message' ? !isNamed : typeof fault.node !== 'string') return { ok: false, why: 'bad-aim', part: kind }
  const bad = rule.params.find((param) => !isValid(param, fault[param.key]))
  if (bad) return { ok: false, why: 'bad-parameter', part: bad.key }
  return { ok: true, fault: given as KafkaFault }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {})

const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0

const isValid = (param: FaultParam, value: unknown): boolean => {
  if (param.type === 'choice' && param.optional && value === undefined) return true
  if (param.type === 'choice') return typeof value === 'string' && param.choices.includes(value)
  if (value === null) return param.orNever ?? false
  return typeof value === 'number' && Number.isInteger(value) && value >= param.min && value <= param.max
}
