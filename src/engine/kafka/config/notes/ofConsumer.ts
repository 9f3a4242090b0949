import { consumerTable } from '../consumer.ts'
import type { Looked, SettingNote } from './note.ts'

const owner = 'consumer'
const RESET = 'auto.offset.reset'

/** Where a reader begins: the group's offsets say so, or without a group the setting does, at every start (CGR-06). */
const aboutStart = ({ consumer }: Looked): readonly SettingNote[] => {
  if (consumer === null) return []
  if (consumer['group.id'] !== null) return [{ note: 'offsets-are-committed', owner, key: RESET }]
  return consumer[RESET] === 'latest' ? [{ note: 'skips-what-is-there', owner, key: RESET }] : []
}

/** Who commits: the reader's code, Kafka by itself, or both, and for whom (CGR-02, CGR-03). */
const aboutCommits = ({ consumer, codeCommits }: Looked): readonly SettingNote[] => [
  ...(consumer?.['enable.auto.commit']
    ? []
    : [{ note: 'does-not-commit-by-itself', owner, key: 'auto.commit.interval.ms' } as const]),
  ...(consumer?.['enable.auto.commit'] && codeCommits
    ? [{ note: 'code-commits-too', owner, key: 'enable.auto.commit' } as const]
    : []),
  ...(consumer?.['group.id'] === null && codeCommits
    ? [{ note: 'commit-needs-a-group', owner, key: 'group.id' } as const]
    : []),
]

export const notesOfConsumer = (looked: Looked): readonly SettingNote[] => {
  const { consumer } = looked
  if (consumer === null) return Object.keys(consumerTable).map((key) => ({ note: 'no-reader', owner, key }) as const)
  return [
    ...(consumer['isolation.level'] === 'read_committed'
      ? [{ note: 'nothing-to-hide', owner, key: 'isolation.level' } as const]
      : []),
    ...aboutCommits(looked),
    ...aboutStart(looked),
  ]
}
