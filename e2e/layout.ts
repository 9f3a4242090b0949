import type { Page } from '@playwright/test'

/** Larger text, as a person asks for it in the browser. */
export const enlargeText = async (page: Page, percent: number): Promise<void> => {
  if (percent === 100) return
  await page.addInitScript((size) => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = `${size}%`
    })
  }, percent)
}

/** Controls that are shown and that no number of Tabs leads to. Of radio buttons and tabs, one of a group is enough. */
export const unreached = async (page: Page): Promise<readonly string[]> => {
  const wanted = await page.evaluate(() => {
    const groupOf = (element: Element): string | null =>
      element instanceof HTMLInputElement && element.type === 'radio'
        ? `radio ${element.name}`
        : element.role === 'tab'
          ? 'tabs'
          : null
    const seen = new Set<string>()
    const all = [...document.querySelectorAll<HTMLElement>('button, input, select, summary, textarea, [tabindex="0"]')]
    return (
      all
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'))
        // What arrow keys lead to has one stop for all of it.
        .filter((element) => element.closest('[inert]') === null && element.tabIndex >= 0)
        .filter((element) => {
          const group = groupOf(element)
          if (group === null) return true
          const isFirst = !seen.has(group)
          seen.add(group)
          return isFirst
        })
        .map((element, index) => {
          element.dataset.wanted = groupOf(element) ?? String(index)
          const group = groupOf(element)
          if (group !== null) for (const other of all) if (groupOf(other) === group) other.dataset.wanted = group
          return {
            id: element.dataset.wanted,
            name: element.getAttribute('aria-label') ?? element.textContent ?? element.tagName,
          }
        })
    )
  })
  const reached = new Set<string>()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let turn = 0; turn < wanted.length + 30; turn += 1) {
    await page.keyboard.press('Tab')
    const id = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.wanted ?? null)
    if (id !== null) reached.add(id)
  }
  return wanted.filter(({ id }) => !reached.has(id)).map(({ name }) => name)
}
