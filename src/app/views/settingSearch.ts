/** Every key of Kafka's tables, found by its name or by plain words. Loaded when somebody first searches. */
import { configWords } from '../../words/en/settings.ts'
import { settingTerms } from '../../words/en/settingTerms.ts'
import { settingWords } from '../../words/en/ui.ts'
import { type ConfigOwner, explicitOf, ownersOfConfig, type Setup, settingTables } from '../doors.ts'
import { rowOf, rowsOf, type SettingRow } from './settingRows.ts'

export interface FoundGroup {
  readonly owner: ConfigOwner
  readonly rows: readonly SettingRow[]
}
export interface Found {
  readonly count: number
  readonly groups: readonly FoundGroup[]
}

/** `time-outs` and `timeout` are one word, and so are `Kafka’s` and `Kafka`. */
const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[-‑]/g, '')
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const termsOf = (key: string): string =>
  settingTerms
    .filter(({ keys }) => keys.includes(key))
    .map(({ words }) => words)
    .join(' ')

/** In the order in which a match counts: the key itself, its label, what people call it, what it does. */
const saidOf = (owner: ConfigOwner, key: string): readonly string[] => {
  const words = configWords[owner][key]
  return [key, words?.label ?? '', termsOf(key), `${words?.help ?? ''} ${settingWords.owners[owner]}`]
}

const holds = (text: string, asked: string): boolean => wordsIn(text).some((word) => word.startsWith(asked))

/** How near a key is to one word that was asked for: 0 the key, 3 a word of its help; null: it is about something else. */
const nearness = (said: readonly string[], asked: string): number | null => {
  const place = said.findIndex((text, index) => (index === 0 && text.includes(asked)) || holds(text, asked))
  return place < 0 ? null : place
}

interface Match {
  readonly key: string
  readonly far: number
  /** It cannot matter now: others come first. */
  readonly idle: boolean
}

/** All words have to match; the least near of them says how far the key is. */
const matchOf = (setup: Setup, owner: ConfigOwner, key: string, asked: readonly string[]): Match | null => {
  const { byHand, byLab, idle } = rowOf(setup, owner, key)
  const hand = byLab ? settingWords.byLab : byHand ? settingWords.byHand : ''
  const all = asked.map((word) => nearness([...saidOf(owner, key), hand], word))
  return all.includes(null) ? null : { key, far: Math.max(0, ...all.map((near) => near ?? 0)), idle }
}

/** Keys of an owner: those of its table, and those that were set and that no table knows. */
const keysOf = (setup: Setup, owner: ConfigOwner): readonly string[] => [
  ...new Set([...Object.keys(settingTables[owner]), ...Object.keys(explicitOf(setup)[owner])]),
]

const askedIn = (text: string): readonly string[] => {
  const spelled = text.trim().toLowerCase()
  // A key as Kafka spells it is one word, dots and all.
  return spelled.split(/\s+/).flatMap((word) => (/^[a-z]+(\.[a-z]*)+$/.test(word) ? [word] : wordsIn(word)))
}

/** What a search finds: per owner, the nearest first. Without a word: everything. */
export const searchSettings = (setup: Setup, text: string): Found => {
  const asked = askedIn(text)
  const groups = ownersOfConfig.map((owner) => {
    const matches = keysOf(setup, owner).flatMap((key) => {
      const match = matchOf(setup, owner, key, asked)
      return match === null ? [] : [match]
    })
    const keys = matches.toSorted((a, b) => a.far - b.far || Number(a.idle) - Number(b.idle)).map(({ key }) => key)
    return { owner, rows: rowsOf(setup, owner, keys, 'first') }
  })
  const found = groups.filter(({ rows }) => rows.length > 0)
  return { count: found.reduce((sum, { rows }) => sum + rows.length, 0), groups: found }
}
