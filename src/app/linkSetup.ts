/** A setup as readable parts of a link: what differs from the one it begins with. */
import type { Setup } from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { readConfig, writeConfigs } from './linkConfigs.ts'
import { fieldsOf, type MakeLab } from './linkFields.ts'
import { type DroppedPart, type Part, partsOf } from './linkText.ts'

/** What a setup differs in from where the link begins: the Lab's own setup, or that of a story. */
export const writeSetup = (lab: MakeLab, setup: Setup, from: Setup = lab()): readonly string[] => {
  const fields = fieldsOf(lab)
    .map(({ key, get }) => ({ key, value: get(setup), usual: get(from) }))
    .filter(({ value, usual: other }) => value !== null && value !== other)
    .map(({ key, value }) => `${key}=${value}`)
  // A reader that comes with a field brings settings of its own, so settings are compared behind the fields.
  const base = readSetup(lab, partsOf(fields.join('&')), from).setup
  return [...writeConfigs(setup, base), ...fields]
}

interface ReadSetup {
  readonly setup: Setup
  readonly dropped: readonly DroppedPart[]
}

/** Fields in their own order, because some build on others; then Kafka's settings. */
export const readSetup = (lab: MakeLab, parts: readonly Part[], onto: Setup): ReadSetup => {
  const fields = fieldsOf(lab)
  const dropped: DroppedPart[] = []
  let setup = onto
  const take = (part: Part, next: Setup | DropReason): void => {
    if (typeof next === 'string') dropped.push({ part: part.text, reason: next })
    else setup = next
  }
  for (const field of fields) {
    const part = parts.find(({ key }) => key === field.key)
    if (part !== undefined) take(part, field.set(setup, part.value))
  }
  for (const part of parts)
    if (!fields.some(({ key }) => key === part.key)) take(part, readConfig(setup, part.key, part.value))
  return { setup, dropped }
}
