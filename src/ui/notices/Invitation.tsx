import { faultWords, noticeWords, shellWords, storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { STORIES_ID } from '../stories/StoriesPopover.tsx'
import { useOpenStory } from '../stories/useOpenStory.ts'
import { useApp, useLab } from '../useApp.ts'
import css from './Invitation.module.css'

/** Nothing has gone wrong yet: how to make something go wrong, and ready runs. */
export function Invitation() {
  const { actions } = useLab()
  const openStory = useOpenStory()
  const shown = useApp((state) => state.invited && state.plan.length === 0 && state.story === null)
  if (!shown) return null
  const [before, after] = noticeWords.invite
  return (
    <div className={css.invitation} data-invitation>
      <p className={css.words}>
        <span className={css.byKey}>
          {before}
          <kbd>{faultWords.keys.silent}</kbd>
          {after}
        </span>
        <span className={css.byTouch}>{noticeWords.inviteByTouch}</span>
      </p>
      <span className={css.starts} data-starts>
        {storyUiWords.begin.map(({ id, title }) => (
          <Button key={id} onClick={() => openStory(id)}>
            {title}
          </Button>
        ))}
        <Button popoverTarget={STORIES_ID}>{storyUiWords.all}</Button>
      </span>
      <Button look="quiet" icon="cross" aria-label={shellWords.dismiss} onClick={actions.dismissInvitation} />
    </div>
  )
}
