import type { EffectKind, Setup } from '../../engine/index.ts'
import { type CommitChoice, commitOf, type Guard, guardOf } from '../readerEdits.ts'
import { readerOf } from '../setupEdits.ts'
import { otherKeys, rowsOf, type SettingRow } from './settingRows.ts'

/** The reader and what it does with each record. */
export interface ReaderPanel {
  readonly commit: CommitChoice
  readonly isolation: SettingRow
  readonly more: readonly SettingRow[]
  readonly effect: EffectKind | null
  readonly guard: Guard
  /** How long a repeat is known as one; null: nothing is remembered. */
  readonly windowMs: number | null
  /** How long it works on a record. */
  readonly processingMs: number
}

const ISOLATION = 'isolation.level'
const moreKeys: readonly string[] = [
  'group.id',
  'auto.offset.reset',
  'max.poll.records',
  'enable.auto.commit',
  'auto.commit.interval.ms',
]

/** null: nobody reads. */
export const readerPanel = (setup: Setup): ReaderPanel | null => {
  const reader = readerOf(setup)
  if (reader === null) return null
  const keys = [ISOLATION, ...moreKeys]
  const all = [...keys, ...otherKeys(setup, 'consumer', keys)]
  const [isolation, ...more] = rowsOf(setup, 'consumer', all) as [SettingRow, ...SettingRow[]]
  const { effect, protection } = reader.client
  return {
    commit: commitOf(setup),
    isolation,
    more,
    effect,
    guard: guardOf(setup),
    windowMs: protection?.kind === 'dedup' ? protection.windowMs : null,
    processingMs: setup.links.processing,
  }
}
