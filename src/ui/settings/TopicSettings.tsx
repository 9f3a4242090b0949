import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { useLab } from '../useApp.ts'
import { KeyRow } from './KeyRow.tsx'
import { LabChoice, LabRow, WholeNumber } from './LabRow.tsx'
import { MoreSettings } from './MoreSettings.tsx'

const MOST_PARTITIONS = 3
const MOST_KEYS = 50
const upTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))
const partitioners = (['round-robin', 'by-key'] as const).map((value) => ({
  value,
  label: settingWords.partitioners[value],
}))

export function TopicSettings({ topic }: { topic: SettingsPanel['topic'] }) {
  const { actions } = useLab()
  return (
    <>
      <KeyRow row={topic.minInsync} />
      <LabChoice
        of="isrAtStart"
        font="code"
        choices={upTo(topic.brokers)}
        value={String(topic.inSync)}
        onChoose={(value) => actions.setInSyncAtStart(Number(value))}
      />
      <LabChoice
        of="partitions"
        font="code"
        choices={upTo(MOST_PARTITIONS)}
        value={String(topic.partitions)}
        onChoose={(value) => actions.setPartitions(Number(value))}
      />
      {topic.partitions > 1 ? <Partitioner topic={topic} /> : null}
      <MoreSettings title={settingWords.moreOfTopic} rows={topic.more} />
    </>
  )
}

/** Which partition a record goes to: only a question when there are several. */
function Partitioner({ topic }: { topic: SettingsPanel['topic'] }) {
  const { actions } = useLab()
  return (
    <>
      <LabChoice
        of="partitioner"
        choices={partitioners}
        value={topic.partitioner}
        onChoose={(partitioner) => actions.setWorkload({ partitioner })}
      />
      {topic.partitioner === 'by-key' ? (
        <LabRow of="keys">
          <WholeNumber
            of="keys"
            value={topic.keys}
            least={1}
            most={MOST_KEYS}
            onFinish={(keys) => actions.setWorkload({ keys })}
          />
        </LabRow>
      ) : null}
    </>
  )
}
