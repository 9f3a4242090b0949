import type { Fault } from '../core/plan.ts'
import type { FaultParam } from '../core/system.ts'
import { faultKinds, faultRegistry, type FaultKind, type KafkaFault } from './faults/index.ts'

export type FaultCheck = { readonly ok: true; readonly fault: KafkaFault } | { readonly ok: false; readonly why: 'unknown-kind' | 'bad-aim' | 'bad-parameter'; readonly part: string }

const isKind = (kind: string): kind is FaultKind => (faultKinds as readonly string[]).includes(kind)

/** Parses a fault that came from outside against the registry: its kind, its aim, its parameters. */
export const checkFault = (fault: Fault): FaultCheck => {
  if (!isKind(fault.kind)) return { ok: false, why: 'unknown-kind', part: fault.kind }
  const rule = faultRegistry[fault.kind]
  if (rule.aim === 'message' ? !('before' in fault.aim) : typeof fault.node !== 'string') return { ok: false, why: 'bad-aim', part: fault.kind }
  if ('at' in fault.aim && !(Number.isInteger(fault.aim.at) && fault.aim.at >= 0)) return { ok: false, why: 'bad-aim', part: String(fault.aim.at) }
  const values = fault as unknown as Readonly<Record<string, unknown>>
  const bad = rule.params.find((param) => !isValid(param, values[param.key]))
  if (bad) return { ok: false, why: 'bad-parameter', part: bad.key }
  return { ok: true, fault: fault as KafkaFault }
}

const isValid = (param: FaultParam, value: unknown): boolean => {
  if (param.type === 'choice' && param.optional && value === undefined) return true
  if (param.type === 'choice') return typeof value === 'string' && param.choices.includes(value)
  if (value === null) return param.orNever ?? false
  return typeof value === 'number' && Number.isInteger(value) && value >= param.min && value <= param.max
}
