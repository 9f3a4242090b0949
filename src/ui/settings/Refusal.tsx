import type { Refused, SettingRow } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { useLab } from '../useApp.ts'
import css from './Refusal.module.css'

interface Props {
  readonly refused: Refused
  /** null: of a client that has no row. */
  readonly owner: SettingRow['owner'] | null
  readonly id?: string
}

/** Kafka's own sentence next to the culprit, and a button per way out. */
export function Refusal({ refused, owner, id }: Props) {
  const { actions } = useLab()
  const { exception, text, wrappedIn } = refused
  return (
    <div className={css.refusal} role="alert" data-refusal>
      <div id={id}>
        {wrappedIn ? (
          <code className={css.wrapping}>{settingWords.exception(wrappedIn.exception, wrappedIn.text)}</code>
        ) : null}
        <code className={css.text}>
          {wrappedIn ? settingWords.causedBy(exception, text) : settingWords.exception(exception, text)}
        </code>
      </div>
      <ul className={css.ways}>
        {refused.ways.map(({ label, way }) => (
          <li key={label}>
            <Button
              look="link"
              onClick={() => (owner === null ? actions.takeWayOut(way.id) : actions.takeWay(owner, way))}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
