import { readyStarts } from '../../app/index.ts'
import { faultWords, noticeWords, shellWords, startWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { useApp, useLab } from '../useApp.ts'
import css from './Invitation.module.css'

/** Nothing has gone wrong yet: how to make something go wrong, and ready starts. */
export function Invitation() {
  const { actions } = useLab()
  const shown = useApp((state) => state.invited && state.plan.length === 0)
  if (!shown) return null
  const [before, after] = noticeWords.invite
  return (
    <div className={css.invitation} data-invitation>
      <p className={css.words}>
        {before}
        <kbd>{faultWords.keys.silent}</kbd>
        {after}
      </p>
      <span className={css.starts} data-starts>
        {readyStarts.map((start) => (
          <Button key={start.id} onClick={() => actions.startWith(start.id)}>
            {startWords[start.id]}
          </Button>
        ))}
      </span>
      <Button look="quiet" icon="cross" aria-label={shellWords.dismiss} onClick={actions.dismissInvitation} />
    </div>
  )
}
