import { carryOut } from './carryOut.ts'
import { compare, type Difference } from './compare.ts'
import { known } from '../known.ts'
import { outcomeOf, refusals } from './outcome.ts'
import { parseRecording, type Recording } from './recording.ts'
import { skipReason } from './skip.ts'

/** What one recorded thing came to: `logs`, `clients`, `readers`, `partitions`, `answers`. */
export interface Row {
  readonly recording: string
  readonly thing: string
  readonly state: 'passed' | 'failed' | 'skipped' | 'known'
  /** Of a skipped row, or of a known difference. */
  readonly reason?: string
  readonly differences: readonly Difference[]
}

/** A recording's file as parsed JSON, or why it could not be read. */
export type RecordingFile = { readonly name: string; readonly json: unknown } | { readonly name: string; readonly problem: string }

/**
 * Recordings against the engine: recording × compared thing. Where a run ended differently, it passes when the engine
 * agrees with one of the files as a whole.
 * @param files parsed JSON by file name
 */
export const conform = (files: readonly RecordingFile[]): readonly Row[] => {
  const parsed = files.map((file) => ({ name: file.name, result: 'json' in file ? parseRecording(file.json) : { ok: false as const, why: file.problem } }))
  const byName = new Map(parsed.flatMap(({ name, result }) => (result.ok ? [[name.replace(/\.json$/, ''), result.recording] as const] : [])))
  return parsed.flatMap(({ name, result }) => {
    if (!result.ok) return [{ recording: name, thing: 'file', state: 'failed' as const, reason: result.why, differences: [] }]
    const endings = result.recording.otherEndings.flatMap((other) => byName.get(other.replace(/\.json$/, '')) ?? [])
    return conformOne(name.replace(/\.json$/, ''), result.recording, endings)
  })
}

const conformOne = (name: string, recording: Recording, endings: readonly Recording[]): readonly Row[] => {
  const reason = skipReason(recording)
  if (reason) return [{ recording: name, thing: 'all', state: 'skipped', reason, differences: [] }]
  const carried = carryOut(recording)
  const refused = refusals(carried.trace)
  if (refused.length > 0) return [{ recording: name, thing: 'settings', state: 'failed', reason: refused.join(' '), differences: [] }]
  const engine = outcomeOf(recording, carried)
  const own = compare(recording, engine)
  const agreesWithAnother = endings.some((ending) => [...compare(ending, engine).values()].every((d) => d.length === 0))
  return [...own].map(([thing, differences]): Row => {
    if (differences.length === 0) return { recording: name, thing, state: 'passed', differences }
    if (agreesWithAnother) return { recording: name, thing, state: 'passed', reason: 'as the other ending', differences: [] }
    const why = known[name]
    return why ? { recording: name, thing, state: 'known', reason: why, differences } : { recording: name, thing, state: 'failed', differences }
  })
}
