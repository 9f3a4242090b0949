/** One key of a link: how it is read off a setup and put into one. */
import type { Setup } from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { wholeNumber } from './linkText.ts'

export interface Field {
  readonly key: string
  /** null: the setup has none of it. */
  readonly get: (setup: Setup) => string | null
  readonly set: (setup: Setup, text: string) => Setup | DropReason
}

export const whole = (
  text: string,
  min: number,
  max: number,
  then: (value: number) => Setup | DropReason,
): Setup | DropReason => {
  const value = wholeNumber(text)
  if (value === null) return 'not-a-number'
  return value < min || value > max ? 'out-of-range' : then(value)
}

export const choice = <C extends string>(
  text: string,
  choices: readonly C[],
  then: (value: C) => Setup | DropReason,
): Setup | DropReason => {
  const found = choices.find((one) => one === text)
  return found === undefined ? 'not-a-choice' : then(found)
}
