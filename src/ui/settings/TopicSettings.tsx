import { useId } from 'react'
import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { useLab } from '../useApp.ts'
import { Row } from './Row.tsx'

const upTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))

export function TopicSettings({ topic }: { topic: SettingsPanel['topic'] }) {
  const { actions } = useLab()
  const noteId = useId()
  const { minInsync } = topic
  return (
    <>
      <Row label={minInsync.key} isKey note={minInsync.note} noteId={noteId}>
        <Segmented
          label={minInsync.key}
          choices={upTo(topic.replicas)}
          value={minInsync.value}
          describedBy={minInsync.note ? noteId : undefined}
          onChoose={(value) => actions.setTopicConfig(minInsync.key, value)}
        />
      </Row>
      <Row label={settingWords.inSyncAtStart}>
        <Segmented
          label={settingWords.inSyncAtStart}
          choices={upTo(topic.replicas)}
          value={String(topic.inSync)}
          onChoose={(value) => actions.setInSyncAtStart(Number(value))}
        />
      </Row>
    </>
  )
}
