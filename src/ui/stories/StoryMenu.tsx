import type { StoryMenuGroup } from '../../app/index.ts'
import { storyUiWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import { Icon } from '../controls/Icon.tsx'
import { useApp } from '../useApp.ts'
import css from './StoryMenu.module.css'
import { useOpenStory } from './useOpenStory.ts'

interface Props {
  readonly onChoose: () => void
}

export function StoryMenu({ onChoose }: Props) {
  const groups = useApp((state, select) => select.stories(state))
  return <MenuOf groups={groups} onChoose={onChoose} />
}

/** All ready runs by group, in the order of learning. None is locked. */
export function MenuOf({ groups, onChoose }: Props & { readonly groups: readonly StoryMenuGroup[] }) {
  const openStory = useOpenStory()
  const choose = (id: string): void => {
    onChoose()
    openStory(id)
  }
  return (
    <div className={css.groups}>
      {groups.map((group) => (
        <section key={group.id} className={css.group} aria-label={group.name}>
          <h3 className={css.name}>{group.name}</h3>
          <ul>
            {group.stories.map((story) => (
              <li key={story.id}>
                <Item story={story} onChoose={() => choose(story.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Item({ story, onChoose }: { story: StoryMenuGroup['stories'][number]; onChoose: () => void }) {
  return (
    <button
      type="button"
      className={classes(css.item, story.here && css.here)}
      aria-current={story.here ? 'true' : undefined}
      onClick={onChoose}
      data-story={story.id}
    >
      <span className={css.title}>{story.title}</span>
      <span className={css.question}>{story.question}</span>
      <span className={css.facts}>
        {storyUiWords.steps(story.steps)}
        {story.seen ? (
          <span className={css.seen}>
            <Icon name="check" size={14} />
            {storyUiWords.seen}
          </span>
        ) : null}
      </span>
    </button>
  )
}
