import type { Found, FoundGroup } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { useLab } from '../useApp.ts'
import { KeyRow } from './KeyRow.tsx'
import css from './Search.module.css'

interface Props {
  readonly found: Found
  readonly text: string
}

/** What a search has found, each with its control: it can be set right here. */
export function FoundList({ found, text }: Props) {
  return (
    <>
      <p className={css.count} role="status">
        {found.count === 0 ? settingWords.none(text) : settingWords.found(found.count)}
      </p>
      {found.count === 0 ? <p className={css.hint}>{settingWords.tryOther}</p> : null}
      {found.groups.map((group) => (
        <Group key={group.owner} group={group} />
      ))}
    </>
  )
}

function Group({ group: { owner, rows } }: { group: FoundGroup }) {
  const { actions } = useLab()
  return (
    <section className={css.group} aria-label={settingWords.owners[owner]}>
      <h2 className={css.title}>{settingWords.owners[owner]}</h2>
      {rows.some((row) => row.locked) ? (
        <Button look="link" onClick={() => actions.setReader(true)}>
          {settingWords.addReader}
        </Button>
      ) : null}
      {rows.map((row) => (
        <KeyRow key={row.key} row={row} told />
      ))}
    </section>
  )
}
