import { useSyncExternalStore } from 'react'
import type { ConfigOwner } from '../../engine/index.ts'
import type { configWords } from '../../words/en/settings.ts'

type Words = typeof configWords

let words: Words | null = null
let asked = false
const waiting = new Set<() => void>()

const ask = (): void => {
  if (asked) return
  asked = true
  void import('../../words/en/settings.ts').then((loaded) => {
    words = loaded.configWords
    for (const tell of waiting) tell()
  })
}

const listen = (tell: () => void): (() => void) => {
  waiting.add(tell)
  ask()
  return () => waiting.delete(tell)
}

/** What a key does, in a sentence or two. Nobody sees it before a row is pointed at, so it comes after the first paint. */
export const useHelp = (owner: ConfigOwner, key: string): string =>
  useSyncExternalStore(
    listen,
    () => words?.[owner][key]?.help ?? '',
    () => '',
  )
