import { sayNote, sayQuietChange, sayWayOut } from '../../words/index.ts'
import {
  type ConfigOwner,
  explicitOf,
  labSetup,
  type NoteKind,
  noteKind,
  notesOf,
  noteWaysOut,
  type PlacedProblem,
  type QuietChange,
  quietWaysOut,
  resolvedOf,
  type Setup,
  type WayOut,
} from '../doors.ts'
import { once } from '../once.ts'
import { producerNode, readerOf } from '../setupEdits.ts'
import { controlOf, mostOf, type RowControl, shownValue, usualOf } from './settingValues.ts'

export interface Way {
  readonly label: string
  readonly way: WayOut
}

/** What is to be said under a row although Kafka refuses nothing. */
export interface RowNote {
  readonly text: string
  /** `quiet`: Kafka has changed something without refusing. */
  readonly kind: NoteKind | 'quiet'
  /** The line Kafka writes into its log; null: it writes none. */
  readonly log: string | null
  readonly ways: readonly Way[]
}

export interface SettingRow {
  readonly owner: ConfigOwner
  readonly key: string
  /** As text, as it would stand in a file: what takes effect, or what was written while Kafka refuses. */
  readonly value: string
  /** Kafka's default, empty where it has none; null: no table has the key. */
  readonly usual: string | null
  /** The largest number there can be; null: its value is no number. */
  readonly most: string | null
  readonly byHand: boolean
  /** By hand, and as the Lab begins with it. */
  readonly byLab: boolean
  readonly control: RowControl
  readonly notes: readonly RowNote[]
  /** It cannot matter now. */
  readonly idle: boolean
  /** Kafka refuses, and this is one of the culprits; the text stands at the last of them. */
  readonly culprit: boolean
  readonly refused: Refused | null
  /** Nobody is there whose setting it could be. */
  readonly locked: boolean
}

export interface Refused {
  readonly exception: string
  readonly text: string
  /** What a constructor wraps it in: the application sees this first. */
  readonly wrappedIn: { readonly exception: string; readonly text: string } | null
  readonly ways: readonly Way[]
}

/** Whose setting a place of the setup means; null: of a client that has no row. */
const ownerAt = (setup: Setup, where: PlacedProblem['where']): ConfigOwner | null => {
  if (where.place !== 'client') return where.place
  if (where.node === producerNode(setup)) return 'producer'
  return where.node === readerOf(setup)?.id ? 'consumer' : null
}

const notesOn = once(notesOf)
const explicitIn = once(explicitOf)
const begunWith = once(() => explicitOf(labSetup({ reader: 'card' })))

const quietOf = (setup: Setup, owner: ConfigOwner): readonly QuietChange[] =>
  resolvedOf(setup)
    .quiet.filter(({ where }) => ownerAt(setup, where) === owner)
    .map(({ change }) => change)

const sayWays = (ways: readonly WayOut[]): readonly Way[] => ways.map((way) => ({ label: sayWayOut(way), way }))

const notesUnder = (setup: Setup, owner: ConfigOwner, key: string): readonly RowNote[] => [
  ...quietOf(setup, owner)
    .filter((change) => change.key === key)
    .map((change) => ({
      text: sayQuietChange(change),
      kind: 'quiet' as const,
      log: change.log === null ? null : `${change.log.level} ${change.log.text}`,
      ways: sayWays(quietWaysOut(owner, change, explicitIn(setup)[owner])),
    })),
  ...notesOn(setup)
    .filter((note) => note.owner === owner && note.key === key)
    .map((note) => ({ text: sayNote(note), kind: noteKind[note.note], log: null, ways: sayWays(noteWaysOut(note)) })),
]

export const rowOf = (setup: Setup, owner: ConfigOwner, key: string): SettingRow => {
  const written = explicitIn(setup)[owner][key]
  const notes = notesUnder(setup, owner, key)
  return {
    owner,
    key,
    value: shownValue(setup, owner, key),
    usual: usualOf(owner, key),
    most: mostOf(owner, key),
    byHand: written !== undefined,
    byLab: written !== undefined && begunWith()[owner][key] === written,
    control: controlOf(setup, owner, key),
    notes,
    idle: notes.some(({ kind }) => kind === 'idle'),
    culprit: problemsOf(setup, owner).some((problem) => problem.keys.includes(key)),
    refused: null,
    locked: owner === 'consumer' && readerOf(setup) === null,
  }
}

/** The first refusal, wherever it stands, and the one of a client that has no row. */
export const refusalsIn = (setup: Setup): { readonly first: Refused | null; readonly homeless: Refused | null } => {
  const [first] = resolvedOf(setup).problems
  const [homeless] = problemsOf(setup, null)
  return { first: first ? sayProblem(first.problem) : null, homeless: homeless ? sayProblem(homeless) : null }
}

const problemsOf = (setup: Setup, owner: ConfigOwner | null) =>
  resolvedOf(setup)
    .problems.filter(({ where }) => ownerAt(setup, where) === owner)
    .map(({ problem }) => problem)

const sayProblem = (problem: PlacedProblem['problem']): Refused => ({
  exception: problem.exception,
  text: problem.text,
  wrappedIn: problem.wrappedIn ?? null,
  ways: sayWays(problem.waysOut),
})

/** Rows of one owner in the order in which they stand: each refusal goes to the last of its culprits, or to the first. */
export const rowsOf = (
  setup: Setup,
  owner: ConfigOwner,
  keys: readonly string[],
  refusalAt: 'first' | 'last' = 'last',
): readonly SettingRow[] => {
  const inOrder = refusalAt === 'last' ? keys.toReversed() : keys
  const problems = problemsOf(setup, owner).map((problem) => ({
    at: inOrder.find((key) => problem.keys.includes(key)),
    refused: sayProblem(problem),
  }))
  return keys.map((key) => ({
    ...rowOf(setup, owner, key),
    refused: problems.find(({ at }) => at === key)?.refused ?? null,
  }))
}

/** What a link or a way out has set and no row shows: it must be seen, and can be dropped. */
export const otherKeys = (setup: Setup, owner: ConfigOwner, shown: readonly string[]): readonly string[] => {
  const keys = [
    ...Object.keys(explicitIn(setup)[owner]),
    ...quietOf(setup, owner).map(({ key }) => key),
    // Every refusal needs a row to stand under.
    ...problemsOf(setup, owner).flatMap((problem) => problem.keys.slice(0, 1)),
  ]
  return [...new Set(keys)].filter((key) => !shown.includes(key))
}
