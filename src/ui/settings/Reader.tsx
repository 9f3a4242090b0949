import { commitChoices, type ReaderPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { labWords } from '../../words/index.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { KeyRow } from './KeyRow.tsx'
import { LabRow } from './LabRow.tsx'
import { MoreSettings } from './MoreSettings.tsx'

const commits = commitChoices.map((value) => ({ value, label: settingWords.commits[value] }))

/** Whether somebody reads, what it sees, and when it says that records are done. */
export function Reader({ reader }: { reader: ReaderPanel | null }) {
  const { actions } = useLab()
  return (
    <>
      <LabRow of="reader">
        <Switch label={labWords.reader.label} on={reader !== null} onToggle={actions.setReader} />
      </LabRow>
      {reader ? <Reading reader={reader} /> : null}
    </>
  )
}

function Reading({ reader }: { reader: ReaderPanel }) {
  const { actions } = useLab()
  return (
    <>
      <KeyRow row={reader.isolation} />
      <LabRow of="commit" wide>
        <Segmented
          font="words"
          label={labWords.commit.label}
          choices={commits}
          value={reader.commit}
          onChoose={(value) => actions.setCommit(commitChoices.find((choice) => choice === value) ?? 'never')}
        />
      </LabRow>
      <MoreSettings title={settingWords.moreOfConsumer} rows={reader.more} />
    </>
  )
}
