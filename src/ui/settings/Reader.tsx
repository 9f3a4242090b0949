import { commitChoices, type ReaderPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { useLab } from '../useApp.ts'
import { KeyRow } from './KeyRow.tsx'
import { LabChoice, LabSwitch } from './LabRow.tsx'
import { MoreSettings } from './MoreSettings.tsx'

const commits = commitChoices.map((value) => ({ value, label: settingWords.commits[value] }))

/** Whether somebody reads, what it sees, and when it says that records are done. */
export function Reader({ reader }: { reader: ReaderPanel | null }) {
  const { actions } = useLab()
  return (
    <>
      <LabSwitch of="reader" on={reader !== null} onToggle={actions.setReader} />
      {reader ? <Reading reader={reader} /> : null}
    </>
  )
}

function Reading({ reader }: { reader: ReaderPanel }) {
  const { actions } = useLab()
  return (
    <>
      <KeyRow row={reader.isolation} />
      <LabChoice of="commit" wide choices={commits} value={reader.commit} onChoose={actions.setCommit} />
      <MoreSettings title={settingWords.moreOfConsumer} rows={reader.more} />
    </>
  )
}
