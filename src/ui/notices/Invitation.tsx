import { faultWords, noticeWords, shellWords, storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { STORIES_ID } from '../stories/StoriesPopover.tsx'
import { useOpenStory } from '../stories/useOpenStory.ts'
import { useApp, useLab } from '../useApp.ts'
import css from './Invitation.module.css'

/** Where a first visit may begin; the others stand in the menu. */
const first: readonly string[] = ['no-answer-ack-lost', 'lost-ack-without-idempotence', 'refused-once']

/** Nothing has gone wrong yet: how to make something go wrong, and ready runs. */
export function Invitation() {
  const { actions } = useLab()
  const openStory = useOpenStory()
  const shown = useApp((state) => state.invited && state.plan.length === 0 && state.story === null)
  const groups = useApp((state, select) => select.stories(state))
  if (!shown) return null
  const [before, after] = noticeWords.invite
  const stories = groups.flatMap((group) => group.stories).filter(({ id }) => first.includes(id))
  return (
    <div className={css.invitation} data-invitation>
      <p className={css.words}>
        {before}
        <kbd>{faultWords.keys.silent}</kbd>
        {after}
      </p>
      <span className={css.starts} data-starts>
        {stories.map(({ id, title }) => (
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
