import { type ChangeEvent, type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { transportWords } from '../../words/en/ui.ts'
import { useApp, useLab } from '../useApp.ts'
import { useSize } from '../useSize.ts'
import css from './Overview.module.css'
import { OverviewStrip } from './OverviewStrip.tsx'
import { ViewWindow } from './ViewWindow.tsx'

const STEPS = 10_000
const HEIGHT = 44
/** Free at both ends of the strip, in px. */
const EDGE = 8

const countUntil = (ticks: readonly { readonly moment: { readonly at: number } }[], at: number): number =>
  ticks.filter((tick) => tick.moment.at <= at).length

/** The whole run on a strip, with a real slider over it. The playhead is moved by attributes, not by React. */
export function Overview() {
  const { store, select, actions } = useLab()
  const overview = useApp((state, read) => read.overview(state))
  const time = useApp((state, read) => read.time(state))
  const passed = useApp((state, read) => countUntil(read.overview(state).ticks, state.cursor.at))
  // Of a future that is hidden the strip tells neither events nor waits.
  const hides = useApp((state) => state.view.future === 'hidden')
  const foldsSeen = useApp((state, read) => {
    const { folds, placeOf } = read.overview(state)
    const here = placeOf(state.cursor.at)
    return state.view.future === 'hidden' ? folds.filter((fold) => fold.from < here).length : folds.length
  })
  const [ref, size] = useSize()
  const playhead = useRef<SVGGElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  // Drawn 44 px high and enlarged with the text.
  const width = size === null || size.height === 0 ? 0 : Math.round((size.width * HEIGHT) / size.height)
  const xOf = useCallback((place: number): number => EDGE + place * (width - 2 * EDGE), [width])
  const placeOf = useCallback((x: number): number => (x - EDGE) / Math.max(1, width - 2 * EDGE), [width])

  useEffect(() => {
    const move = (): void => {
      const place = select.overview(store.getState()).placeOf(store.getState().cursor.at)
      playhead.current?.setAttribute('transform', `translate(${Math.round(xOf(place))} 0)`)
      if (slider.current) slider.current.value = String(Math.round(place * STEPS))
    }
    move()
    return store.subscribe(move)
  }, [store, select, xOf])

  const onChange = (event: ChangeEvent<HTMLInputElement>): void =>
    actions.seekTime(overview.atOf(Number(event.target.value) / STEPS))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 } as const
    if (!Object.hasOwn(steps, event.key)) return
    event.preventDefault()
    actions.stepEvent(steps[event.key as keyof typeof steps])
  }
  return (
    <div className={css.overview} ref={ref} data-overview="">
      {width > 0 ? (
        <OverviewStrip
          overview={overview}
          width={width}
          xOf={xOf}
          passed={passed}
          hides={hides}
          foldsSeen={foldsSeen}
          playhead={playhead}
        />
      ) : null}
      <input
        ref={slider}
        type="range"
        min={0}
        max={STEPS}
        step={1}
        defaultValue={0}
        aria-label={transportWords.scrub}
        aria-valuetext={time}
        className={css.slider}
        onChange={onChange}
        onKeyDown={onKeyDown}
      />
      {width > 0 ? <ViewWindow overview={overview} width={width} xOf={xOf} placeOf={placeOf} /> : null}
    </div>
  )
}
