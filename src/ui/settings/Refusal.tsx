import type { Refused } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { useLab } from '../useApp.ts'
import css from './Refusal.module.css'

/** Kafka's own sentence next to the culprit, and a button per way out. */
export function Refusal({ refused, id }: { refused: Refused; id?: string }) {
  const { actions } = useLab()
  return (
    <div className={css.refusal} role="alert" data-refusal>
      <code className={css.text} id={id}>
        {settingWords.exception(refused.exception, refused.text)}
      </code>
      <ul className={css.ways}>
        {refused.ways.map((way) => (
          <li key={way.id}>
            <Button look="link" onClick={() => actions.takeWayOut(way.id)}>
              {way.label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
