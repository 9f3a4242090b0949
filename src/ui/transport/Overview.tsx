import { type ChangeEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { transportWords } from '../../words/en/ui.ts'
import { useApp, useLab } from '../useApp.ts'
import { useSize } from '../useSize.ts'
import { FaultHandles } from './FaultHandles.tsx'
import css from './Overview.module.css'
import { OverviewStrip } from './OverviewStrip.tsx'
import { ViewWindow } from './ViewWindow.tsx'

const STEPS = 10_000
const HEIGHT = 44
/** Free at both ends of the strip, in px. */
const EDGE = 8

/** The whole run on a strip, with a real slider over it. The playhead is moved by attributes, not by React. */
export function Overview() {
  const { store, select } = useLab()
  const overview = useApp((state, read) => read.overview(state))
  const told = useTold()
  const [ref, size] = useSize()
  const playhead = useRef<SVGGElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  // Drawn 44 px high and enlarged with the text.
  const width = size === null || size.height === 0 ? 0 : Math.round((size.width * HEIGHT) / size.height)
  const xOf = useCallback((place: number): number => EDGE + place * (width - 2 * EDGE), [width])
  const placeOf = useCallback((x: number): number => (x - EDGE) / Math.max(1, width - 2 * EDGE), [width])

  useEffect(() => {
    const move = (): void => {
      const place = select.overview(store.getState()).placeOf(select.playhead(store.getState()).at)
      playhead.current?.setAttribute('transform', `translate(${Math.round(xOf(place))} 0)`)
      if (slider.current) slider.current.value = String(Math.round(place * STEPS))
    }
    move()
    return store.subscribe(move)
  }, [store, select, xOf])

  return (
    <div className={css.overview} ref={ref}>
      {width > 0 ? <OverviewStrip overview={overview} width={width} xOf={xOf} playhead={playhead} {...told} /> : null}
      <Slider slider={slider} />
      {width > 0 ? <FaultHandles overview={overview} width={width} xOf={xOf} placeOf={placeOf} /> : null}
      {width > 0 ? <ViewWindow overview={overview} width={width} xOf={xOf} placeOf={placeOf} /> : null}
    </div>
  )
}

/** How much of the strip is told: of a future that is hidden neither events nor waits. */
const useTold = () => {
  const passed = useApp(
    (state, read) => read.overview(state).ticks.filter((tick) => tick.moment.at <= state.cursor.at).length,
  )
  const hides = useApp((state) => state.view.future === 'hidden')
  const foldsSeen = useApp((state, read) => {
    const { folds, placeOf } = read.overview(state)
    const here = placeOf(read.playhead(state).at)
    return state.view.future === 'hidden' ? folds.filter((fold) => fold.from < here).length : folds.length
  })
  return { passed, hides, foldsSeen }
}

const EVENT_STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 } as const

function Slider({ slider }: { readonly slider: RefObject<HTMLInputElement | null> }) {
  const { actions, store, select } = useLab()
  const time = useApp((state, read) => read.time(state))
  const onChange = (event: ChangeEvent<HTMLInputElement>): void =>
    actions.seekTime(select.overview(store.getState()).atOf(Number(event.target.value) / STEPS))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (!Object.hasOwn(EVENT_STEPS, event.key)) return
    event.preventDefault()
    actions.stepEvent(EVENT_STEPS[event.key as keyof typeof EVENT_STEPS])
  }
  return (
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
  )
}
