import { type ChangeEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { transportWords } from '../../words/en/ui.ts'
import { useApp, useLab } from '../useApp.ts'
import { useSize } from '../useSize.ts'
import css from './Overview.module.css'
import { OverviewStrip } from './OverviewStrip.tsx'

const STEPS = 10_000
const HEIGHT = 44

/** The whole run on a strip, with a real slider over it. The playhead is moved by attributes, not by React. */
export function Overview() {
  const { store, select, actions } = useLab()
  const overview = useApp((state, read) => read.overview(state))
  const time = useApp((state, read) => read.time(state))
  const passed = useApp(
    (state, read) => read.overview(state).ticks.filter((tick) => tick.moment.at <= state.cursor.at).length,
  )
  const [ref, size] = useSize()
  const playhead = useRef<SVGGElement>(null)
  const slider = useRef<HTMLInputElement>(null)
  // Drawn 44 px high and enlarged with the text.
  const width = size === null || size.height === 0 ? 0 : Math.round((size.width * HEIGHT) / size.height)

  useEffect(() => {
    const move = (): void => {
      const place = select.overview(store.getState()).placeOf(store.getState().cursor.at)
      playhead.current?.setAttribute('transform', `translate(${Math.round(8 + place * (width - 16))} 0)`)
      if (slider.current) slider.current.value = String(Math.round(place * STEPS))
    }
    move()
    return store.subscribe(move)
  }, [store, select, width])

  const onChange = (event: ChangeEvent<HTMLInputElement>): void =>
    actions.seekTime(overview.atOf(Number(event.target.value) / STEPS))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 } as const
    if (!Object.hasOwn(steps, event.key)) return
    event.preventDefault()
    actions.stepEvent(steps[event.key as keyof typeof steps])
  }
  return (
    <div className={css.overview} ref={ref}>
      {width > 0 ? <OverviewStrip overview={overview} width={width} passed={passed} playhead={playhead} /> : null}
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
    </div>
  )
}
