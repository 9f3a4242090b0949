import type { Fault } from '../../engine/index.ts'
import type { Names } from './names.ts'
import type { Said } from './said.ts'

export interface FaultWords {
  /** On a pin and in a list: `lost in silence`. */
  readonly title: string
  /** The line of the menu that adds it. */
  readonly menu: string
  /** What it stands for in life, in one sentence. */
  readonly means: string
  /** When it strikes; `what`: the message or the actor, in the middle of a sentence. */
  readonly struck: (what: string, fault: Fault, names: Names) => Said
  /** Why it does not fit what it is aimed at. */
  readonly doesNotFit: string
}

/** A parameter of a fault, whatever its kind. */
export const param = (fault: Fault, key: string): unknown => {
  const fields: Readonly<Record<string, unknown>> = { ...fault }
  return fields[key]
}
