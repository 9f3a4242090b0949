import { speeds, ZOOM_STEP } from '../../app/index.ts'
import { eventWords, shellWords, transportWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { Icon, type IconName } from '../controls/Icon.tsx'
import { FaultListButton } from '../faults/FaultList.tsx'
import { useApp, useLab } from '../useApp.ts'
import { GoToTime } from './GoToTime.tsx'
import { Overview } from './Overview.tsx'
import { PicturePanel } from './PicturePanel.tsx'
import css from './Transport.module.css'

export function Transport({ pxPerMs }: { pxPerMs: () => number }) {
  const { actions } = useLab()
  return (
    <section className={css.transport} aria-label={shellWords.transport}>
      <div className={css.buttons}>
        <Key icon="start" label={transportWords.toStart} onClick={actions.toStart} isEnd />
        <Key icon="previous" label={transportWords.stepBack} onClick={() => actions.stepEvent(-1)} />
        <PlayButton />
        <Key icon="next" label={transportWords.stepOn} onClick={() => actions.stepEvent(1)} />
        <Key icon="end" label={transportWords.toEnd} onClick={actions.toEnd} isEnd />
      </div>
      <GoToTime />
      <div className={css.run}>
        <Overview />
      </div>
      <FaultListButton />
      <Speed />
      <div className={css.look}>
        <PicturePanel />
        <TableButton />
      </div>
      <div className={css.zoom}>
        <Button
          look="quiet"
          icon="minus"
          aria-label={transportWords.zoomOut}
          title={transportWords.zoomOut}
          onClick={() => actions.zoomBy(1 / ZOOM_STEP, pxPerMs())}
        />
        <Button
          look="quiet"
          icon="fit"
          aria-label={transportWords.fit}
          title={transportWords.fit}
          onClick={actions.fit}
        />
        <Button
          look="quiet"
          icon="plus"
          aria-label={transportWords.zoomIn}
          title={transportWords.zoomIn}
          onClick={() => actions.zoomBy(ZOOM_STEP, pxPerMs())}
        />
      </div>
    </section>
  )
}

interface KeyProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  /** To an end of the run: the strip does that too, so these go first where there is little room. */
  readonly isEnd?: boolean
}

function Key({ icon, label, onClick, isEnd = false }: KeyProps) {
  return (
    <button
      type="button"
      className={classes(css.key, isEnd && css.toEnd)}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} size={18} filled />
    </button>
  )
}

function PlayButton() {
  const { actions } = useLab()
  const playing = useApp((state) => state.playing)
  const label = playing ? transportWords.pause : transportWords.play
  return (
    <button
      type="button"
      className={classes(css.key, css.play)}
      aria-label={label}
      title={label}
      onClick={actions.togglePlay}
    >
      <Icon name={playing ? 'pause' : 'play'} size={20} filled />
    </button>
  )
}

/** The other way to look at the run. */
function TableButton() {
  const { actions } = useLab()
  const table = useApp((state) => state.table)
  return (
    <Button
      look="quiet"
      icon="table"
      aria-label={eventWords.title}
      title={eventWords.title}
      aria-pressed={table}
      onClick={actions.toggleTable}
    />
  )
}

function Speed() {
  const { actions } = useLab()
  const speed = useApp((state) => state.speed)
  return (
    <select
      className={controls.select}
      aria-label={transportWords.speed}
      value={speed}
      onChange={(event) => actions.setSpeed(Number(event.target.value))}
    >
      {speeds.map((one) => (
        <option key={one} value={one}>
          {transportWords.speedOf(one)}
        </option>
      ))}
    </select>
  )
}
