import { type KeyboardEvent, lazy, type ReactNode, Suspense, useDeferredValue, useRef, useState } from 'react'
import { loadSettingSearch } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { useApp } from '../useApp.ts'
import css from './Search.module.css'

const load = () => Promise.all([import('./Results.tsx'), loadSettingSearch()])

/** Words and results of the search come when somebody goes to the field. */
const Results = lazy(async () => {
  const [{ FoundList }, { searchSettings }] = await load()
  function Found({ text }: { text: string }) {
    const setup = useApp((state) => state.setup)
    return <FoundList found={searchSettings(setup, text)} text={text} />
  }
  return { default: Found }
})

/** Finds any key of Kafka's by its name or by plain words; what it finds stands in place of the groups. */
export function Search({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  const list = useRef<HTMLDivElement>(null)
  // What was there stays until the results are.
  const asked = useDeferredValue(text.trim())
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && text !== '') {
      // The first Escape is for the words, the next for what is around them.
      event.preventDefault()
      event.stopPropagation()
      setText('')
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      list.current?.querySelector<HTMLElement>('input:not(:disabled), select:not(:disabled)')?.focus()
    }
  }
  return (
    <>
      <search className={css.search}>
        <input
          type="search"
          className={css.field}
          aria-label={settingWords.search}
          placeholder={settingWords.search}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={() => void load()}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </search>
      <div ref={list}>
        {asked === '' ? (
          children
        ) : (
          <Suspense>
            <Results text={asked} />
          </Suspense>
        )}
      </div>
    </>
  )
}
