/** A recorded run of a real cluster, as its README describes the file. Only what the translation may read is typed for it. */
export interface Recording {
  readonly id: string
  readonly title: string
  readonly spacing: number
  readonly varies: readonly { readonly what: string }[]
  readonly otherEndings: readonly string[]
  readonly settings: RecordedSettings
  readonly steps: readonly RecordedStep[]
  readonly faults: readonly RecordedFault[]
  readonly outcome: RecordedOutcome
}

export interface RecordedSettings {
  readonly cluster: Readonly<Record<string, unknown>>
  readonly topics: Readonly<Record<string, { readonly partitions: number; readonly replicas: readonly (readonly number[])[]; readonly [key: string]: unknown }>>
  readonly clients: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface RecordedStep {
  readonly n: number
  readonly who: string
  readonly do: string
  readonly topic?: string
  readonly partition?: number
  readonly partitions?: readonly string[]
  readonly value?: string
  readonly await?: boolean
  readonly max?: number
  readonly burst?: number
  readonly spacing?: number
  readonly ms?: number
  readonly kind?: string
  readonly node?: number
  readonly limit?: number
  readonly from?: string
  readonly condition?: Readonly<Record<string, unknown>>
}

export interface RecordedFault {
  readonly name: string
  readonly do: string
  readonly from?: string
  readonly to?: string
  readonly api: string
  readonly value?: string
  readonly nth?: number
  readonly times?: number | 'all'
  readonly ms?: number
  readonly installedAtStep: number
  readonly removedAtStep: number | null
  readonly heldOnes?: 'delivered' | 'lost'
}

export type RecordedOutcome = Readonly<Record<string, unknown>>

export type Parsed = { readonly ok: true; readonly recording: Recording } | { readonly ok: false; readonly why: string }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : typeof value === 'string' ? [value] : [])

/** Parses a file; what is missing is said in one sentence. */
export const parseRecording = (json: unknown): Parsed => {
  if (!isRecord(json)) return { ok: false, why: 'The file holds no object.' }
  if (json.schema !== 2) return { ok: false, why: `The file has schema ${String(json.schema)}; this reads schema 2.` }
  const { id, title, spacing, varies, settings, steps, faults, outcome } = json
  if (typeof id !== 'string') return { ok: false, why: 'The file has no id.' }
  if (!isRecord(settings) || !isRecord(settings.topics) || !isRecord(settings.clients)) return { ok: false, why: `${id} has no settings of topics and clients.` }
  if (!Array.isArray(steps) || !Array.isArray(faults) || !isRecord(outcome)) return { ok: false, why: `${id} lacks steps, faults or an outcome.` }
  // Checked as far as a reader needs; the fields of each step are looked at where they are used.
  const recording = { id, title: String(title), spacing: typeof spacing === 'number' ? spacing : 50, varies: Array.isArray(varies) ? varies : [], otherEndings: names(json.otherEndings), settings, steps, faults, outcome } as unknown as Recording
  return { ok: true, recording }
}
