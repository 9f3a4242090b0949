import { type KeyboardEvent, useRef } from 'react'
import { classes } from './classes.ts'
import css from './TabList.module.css'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
}

interface Props<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  /** At the thumb: large, and spread over the whole width. */
  readonly large?: boolean
}

export const tabId = (id: string): string => `tab-${id}`
export const panelId = (id: string): string => `panel-${id}`

/** Tabs as assistive technology knows them: one stop for Tab, arrows go round, Home and End to the ends. */
export function TabList<Id extends string>({ label, tabs, chosen, onChoose, large = false }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null)
  const choose = (index: number): void => {
    const tab = tabs[(index + tabs.length) % tabs.length]
    if (tab === undefined) return
    onChoose(tab.id)
    list.current?.querySelector<HTMLElement>(`#${tabId(tab.id)}`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const now = tabs.findIndex((tab) => tab.id === chosen)
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    choose(to)
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={classes(css.list, large && css.large)}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(tab.id)}
          className={css.tab}
          aria-selected={tab.id === chosen}
          // Only the panel that is shown is there to be controlled.
          aria-controls={tab.id === chosen ? panelId(tab.id) : undefined}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={onKeyDown}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}
