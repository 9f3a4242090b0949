/** The browser's address bar and its history, or a stand-in where a page has none (a sandbox, a test). */
export interface Entry {
  readonly hash: string
  /** Which finished edit this is, counted by us; null: somebody else wrote this address. */
  readonly mark: number | null
}

export interface AddressBar {
  readonly read: () => Entry
  readonly push: (entry: Entry) => void
  readonly replace: (entry: Entry) => void
  readonly go: (by: -1 | 1) => void
  /** Called when the entry changes otherwise than by push and replace. */
  readonly onMove: (moved: (entry: Entry) => void) => () => void
  readonly href: (hash: string) => string
}

const markOf = (state: unknown): number | null =>
  typeof state === 'object' && state !== null && 'edit' in state && typeof state.edit === 'number' ? state.edit : null

const browserAddressBar = (window: Window): AddressBar => {
  const read = (): Entry => ({ hash: window.location.hash, mark: markOf(window.history.state) })
  return {
    read,
    push: ({ hash, mark }) => window.history.pushState({ edit: mark }, '', hash),
    replace: ({ hash, mark }) => window.history.replaceState({ edit: mark }, '', hash),
    go: (by) => window.history.go(by),
    onMove: (moved) => {
      // Going back fires both; a person editing the address fires `hashchange` on an entry without our mark.
      const listen = (): void => moved(read())
      window.addEventListener('popstate', listen)
      return () => window.removeEventListener('popstate', listen)
    },
    href: (hash) => new URL(hash, window.location.href).href,
  }
}

/** Undo that works without a browser's history. */
export const memoryAddressBar = (hash = ''): AddressBar => {
  let entries: readonly Entry[] = [{ hash, mark: null }]
  let here = 0
  const listeners = new Set<(entry: Entry) => void>()
  const read = (): Entry => entries[here] ?? { hash: '', mark: null }
  return {
    read,
    push: (entry) => {
      entries = [...entries.slice(0, here + 1), entry]
      here += 1
    },
    replace: (entry) => {
      entries = entries.map((one, index) => (index === here ? entry : one))
    },
    go: (by) => {
      const next = here + by
      if (next < 0 || next >= entries.length) return
      here = next
      for (const moved of listeners) moved(read())
    },
    onMove: (moved) => {
      listeners.add(moved)
      return () => listeners.delete(moved)
    },
    href: (to) => to,
  }
}

/** Some sandboxes throw on the first write: then the stand-in serves for the whole visit. */
export const safeAddressBar = (window: Window): AddressBar => {
  try {
    const bar = browserAddressBar(window)
    bar.replace(bar.read())
    return bar
  } catch {
    return memoryAddressBar(window.location.hash)
  }
}
