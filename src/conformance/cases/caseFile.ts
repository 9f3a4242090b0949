import { fieldsOf, Malformed, objectAt, text } from './fields.ts'

/** One of Kafka's own facts, as its file tells it. */
export interface Case {
  readonly id: string
  readonly area: string
  readonly given: unknown
  readonly when: unknown
  readonly then: unknown
  /** What it says in words: its note, else the test or method that it was taken from. */
  readonly sentence: string
}

export type CaseFile = { readonly ok: true; readonly cases: readonly Case[] } | { readonly ok: false; readonly why: string }

/** A case file: a list of cases, or one sentence about what is wrong with it. */
export const parseCaseFile = (json: string, name: string): CaseFile => {
  const parsed = parseJson(json)
  if (!parsed.ok) return { ok: false, why: `${name} is no JSON: ${parsed.why}` }
  if (!Array.isArray(parsed.value)) return { ok: false, why: `${name} is no list of cases` }
  try {
    return { ok: true, cases: parsed.value.map((value, i) => parseCase(value, `case ${i + 1} of ${name}`)) }
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, why: error.message }
    throw error
  }
}

const parseJson = (json: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } => {
  try {
    return { ok: true, value: JSON.parse(json) }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

const parseCase = (value: unknown, where: string): Case => {
  const fields = fieldsOf(value, where)
  const id = fields.need('id', text)
  const named = `${where} (${id})`
  const { given, when, then, note, source } = objectAt(value, named)
  for (const [key, part] of Object.entries({ given, when, then })) objectAt(part, `${named}.${key}`)
  return { id, area: fields.need('area', text), given, when, then, sentence: typeof note === 'string' ? note : sourceOf(source) }
}

const sourceOf = (source: unknown): string => {
  if (typeof source !== 'object' || source === null) return 'without a source'
  const { test, method } = source as Readonly<Record<string, unknown>>
  return String(test ?? method ?? 'without a source')
}
