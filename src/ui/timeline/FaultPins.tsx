import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  type Cursor,
  type FaultTarget,
  nextCursor,
  previousCursor,
  RULER,
  type Scene,
  seekTo,
} from '../../timeline/index.ts'
import { accessWords } from '../../words/en/marks.ts'
import { atTime } from '../../words/index.ts'
import { classes } from '../controls/classes.ts'
import { enlargementOf } from './enlargement.ts'
import css from './FaultPins.module.css'
import type { Sight } from './sight.ts'
import { useDragInTime } from './useDragInTime.ts'

/** A fault of the plan that has a time. */
export interface PinLine {
  readonly index: number
  /** `Crash of broker 1` */
  readonly title: string
  readonly at: number
  /** A fault of a message is where its message is. */
  readonly movable: boolean
}

export interface PinActs {
  readonly onMoveFault: (index: number, at: number) => void
  readonly onRemoveFault: (index: number) => void
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
}

interface Props extends PinActs {
  readonly scene: Scene
  readonly pins: readonly PinLine[]
  readonly sight: Sight
}

/** The pins of the ruler as things one can take hold of: one tab stop, up and down from one to the next. */
export function FaultPins({ scene, pins, sight, ...acts }: Props) {
  const band = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  useEffect(() => {
    const follow = (): void => {
      if (band.current !== null) band.current.style.transform = `translateX(${-(sight.seen()?.along ?? 0)}px)`
    }
    follow()
    return sight.subscribe(follow)
  }, [sight])
  if (pins.length === 0) return null
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll('button')]
    const now = all.findIndex((one) => one.matches(':focus'))
    all[Math.max(0, Math.min(all.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
  }
  const first = pins.some((pin) => pin.index === stop) ? stop : pins[0]?.index
  const { start } = scene.axis
  return (
    <div
      className={css.pins}
      style={{ left: start - 12, width: scene.view.width - start + 12, height: RULER }}
      role="group"
      aria-label={accessWords.faults}
      onKeyDown={onKeyDown}
    >
      <div ref={band} style={{ marginLeft: 12 - start }}>
        {pins.map((pin) => (
          <PinHandle
            key={pin.index}
            pin={pin}
            scene={scene}
            sight={sight}
            isStop={pin.index === first}
            onStop={setStop}
            {...acts}
          />
        ))}
      </div>
    </div>
  )
}

interface HandleProps extends PinActs {
  readonly pin: PinLine
  readonly scene: Scene
  readonly sight: Sight
  readonly isStop: boolean
  readonly onStop: (index: number) => void
}

const eventFrom = (moments: readonly Cursor[], at: number, direction: 1 | -1): number => {
  const next = direction === 1 ? nextCursor(moments, { at: at + 0.5, tie: 0 }) : previousCursor(moments, { at, tie: 0 })
  return next?.at ?? at
}

function PinHandle({ pin, scene, sight, isStop, onStop, onMoveFault, onRemoveFault, onFault }: HandleProps) {
  const button = useRef<HTMLButtonElement>(null)
  const { moments, end } = scene.timeline
  const open = (): void => {
    if (button.current !== null) onFault({ kind: 'fault', index: pin.index }, button.current.getBoundingClientRect())
  }
  const { draft, handlers } = useDragInTime({
    at: pin.at,
    end: end.at,
    timeAt: (clientX, free) => {
      const window = button.current?.closest('[data-px-per-ms]')?.getBoundingClientRect()
      const along = (clientX - (window?.left ?? 0)) / enlargementOf(button.current)
      return seekTo(scene, along + (sight.seen()?.along ?? 0), free).at
    },
    eventFrom: (at, direction) => eventFrom(moments, at, direction),
    onMove: (at) => onMoveFault(pin.index, at),
    onClick: open,
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const grid = button.current?.closest('[data-px-per-ms]')?.querySelector<HTMLElement>('[role="grid"]')
      onRemoveFault(pin.index)
      grid?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') open()
    else return pin.movable ? handlers.onKeyDown(event) : undefined
    event.preventDefault()
  }
  const at = draft ?? pin.at
  const moves = pin.movable ? handlers : { onClick: open }
  return (
    <button
      ref={button}
      type="button"
      className={classes(css.pin, pin.movable && css.movable)}
      style={{ left: scene.axis.xOf(at) - 12 }}
      tabIndex={isStop ? 0 : -1}
      title={pin.title}
      aria-label={accessWords.fault(pin.title, atTime(at))}
      data-pin={pin.index}
      data-moving={draft === null ? undefined : ''}
      onFocus={() => onStop(pin.index)}
      {...moves}
      onKeyDown={onKeyDown}
    >
      {draft === null ? null : <span className={css.time}>{atTime(draft)}</span>}
    </button>
  )
}
