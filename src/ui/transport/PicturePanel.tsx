import { overflowOf } from '../../timeline/index.ts'
import { pictureWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { Icon } from '../controls/Icon.tsx'
import { Panel } from '../controls/Panel.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { SimplifiedButton } from '../help/Simplified.tsx'
import { useApp, useLab } from '../useApp.ts'
import { useSeen, useSight } from '../useSight.ts'
import css from './PicturePanel.module.css'
import { turnBy } from './seenPart.ts'

const ID = 'picture-panel'
const zooms = ['overview', 'story', 'detail', 'wire'] as const
const futures = ['faint', 'full', 'hidden'] as const

/** How much the picture shows: the button names the zoom, the panel behind it has the rest. */
export function PicturePanel() {
  const zoom = useSeen((seen) => seen?.scene.zoom ?? 'story')
  const future = useApp((state) => state.view.future)
  const { actions } = useLab()
  return (
    <>
      <button
        type="button"
        className={css.button}
        popoverTarget={ID}
        title={pictureWords.title}
        aria-label={pictureWords.button(pictureWords.zooms[zoom], pictureWords.futures[future])}
        data-zoom={zoom}
      >
        <Icon name={future === 'hidden' ? 'eyeShut' : 'eye'} size={18} />
        <span className={css.zoom}>{pictureWords.zooms[zoom]}</span>
      </button>
      <Panel id={ID} label={pictureWords.title} width={328} className={css.panel}>
        <h2 className={css.head}>{pictureWords.future}</h2>
        <Segmented
          label={pictureWords.future}
          font="words"
          choices={futures.map((value) => ({ value, label: pictureWords.futures[value] }))}
          value={future}
          onChoose={actions.setFuture}
        />
        <h2 className={css.head}>{pictureWords.zoom}</h2>
        <Segmented
          label={pictureWords.zoom}
          font="words"
          choices={zooms.map((value) => ({ value, label: pictureWords.zooms[value] }))}
          value={zoom}
          onChoose={actions.zoomTo}
        />
        <PartInView />
        <SimplifiedButton />
      </Panel>
    </>
  )
}

/** The window in the overview can be dragged; these do the same. */
function PartInView() {
  const sight = useSight()
  const scrolls = useSeen((seen) => seen !== null && overflowOf(seen.scene).along)
  if (!scrolls) return null
  const turn = (direction: 1 | -1): void => {
    const seen = sight.seen()
    if (seen !== null) sight.scrollTo(turnBy(seen, direction * 0.8))
  }
  return (
    <>
      <h2 className={css.head}>{pictureWords.part}</h2>
      <span className={css.row}>
        <Button onClick={() => turn(-1)}>{pictureWords.earlier}</Button>
        <Button onClick={() => turn(1)}>{pictureWords.later}</Button>
      </span>
    </>
  )
}
