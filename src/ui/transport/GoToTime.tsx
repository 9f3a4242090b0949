import { type FormEvent, useRef, useState } from 'react'
import { goingTo } from '../../app/index.ts'
import { goToTimeWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { Panel } from '../controls/Panel.tsx'
import { useApp, useLab } from '../useApp.ts'
import css from './GoToTime.module.css'

export const GO_TO_TIME = 'go-to-time'

/** The time at the playhead. A click, or `T` on the timeline, asks for another. */
export function GoToTime() {
  const time = useApp((state, select) => select.time(state))
  return (
    <>
      <button
        type="button"
        className={css.time}
        popoverTarget={GO_TO_TIME}
        title={goToTimeWords.title}
        aria-label={goToTimeWords.button(time)}
        data-time=""
      >
        {time}
      </button>
      <Question />
    </>
  )
}

const sentenceFor = (problem: 'unreadable' | 'after-the-end', end: number): string =>
  problem === 'unreadable' ? goToTimeWords.unreadable : goToTimeWords.afterTheEnd(end)

function Question() {
  const { actions, store, select } = useLab()
  const field = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const onOpen = (): void => {
    setWrong(null)
    field.current?.focus()
    field.current?.select()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    const { end } = select.timeline(store.getState())
    const going = goingTo(field.current?.value ?? '', end.at)
    if ('problem' in going) return setWrong(sentenceFor(going.problem, end.at))
    actions.seekTime(going.at)
    document.getElementById(GO_TO_TIME)?.hidePopover()
  }
  return (
    <Panel id={GO_TO_TIME} label={goToTimeWords.title} width={300} onOpen={onOpen}>
      <form className={css.form} onSubmit={onSubmit}>
        <label htmlFor="go-to-time-field">{goToTimeWords.title}</label>
        <span className={css.row}>
          <input
            ref={field}
            id="go-to-time-field"
            className={css.field}
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            placeholder={goToTimeWords.example}
            aria-invalid={wrong !== null}
            aria-describedby="go-to-time-wrong"
          />
          <Button type="submit">{goToTimeWords.go}</Button>
        </span>
        <p id="go-to-time-wrong" className={css.wrong} role="alert">
          {wrong}
        </p>
      </form>
    </Panel>
  )
}
