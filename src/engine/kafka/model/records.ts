import type { RecordName } from './names.ts'
import { recordName } from './names.ts'
import type { Setup } from './setup.ts'

/** Every record a setup's applications mean to hand over, in order, each once. */
export const recordsOf = ({ workload }: Setup): readonly RecordName[] =>
  workload.script ? [...new Set(workload.script.map((act) => act.record))] : Array.from({ length: workload.records }, (_, i) => recordName(i))
