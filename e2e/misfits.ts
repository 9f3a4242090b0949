import type { Page } from '@playwright/test'

interface Tools {
  readonly nameOf: (element: Element) => string
  readonly isShown: (element: Element) => boolean
  readonly touch: (a: DOMRect, b: DOMRect, slack: number) => boolean
  readonly pairs: <T>(all: readonly T[]) => readonly (readonly [T, T])[]
  /** Line by line: a sentence that wraps goes round what stands in it. */
  readonly linesOf: (element: Element) => readonly DOMRect[]
  readonly lab: Element
}
declare global {
  interface Window {
    layoutTools: Tools
  }
}

const lendTools = (): void => {
  const lab = document.querySelector('[data-cut]')
  if (lab === null) throw new Error('no Lab on the page')
  window.layoutTools = {
    lab,
    nameOf: (element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`,
    isShown: (element) => {
      const { width, height } = element.getBoundingClientRect()
      const shown =
        width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      // Words for those who hear the page are clipped away, wherever they stand.
      for (let at: Element | null = shown ? element : null; at !== null; at = at.parentElement)
        if (getComputedStyle(at).clipPath === 'inset(50%)') return false
      return shown
    },
    touch: (a, b, slack) =>
      a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack,
    pairs: (all) => all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const)),
    linesOf: (element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return [...range.getClientRects()]
    },
  }
}

/** A page that scrolls sideways, parts of the shell that stand on each other or stick out. */
const partsAstray = (): readonly string[] => {
  const { lab, nameOf, isShown, touch, pairs } = window.layoutTools
  const root = document.documentElement
  const floats = (part: Element): boolean => ['fixed', 'absolute'].includes(getComputedStyle(part).position)
  const parts = [...lab.children].filter((part) => isShown(part) && !floats(part) && part.role !== 'separator')
  const clashes = pairs(parts)
    .filter(([a, b]) => touch(a.getBoundingClientRect(), b.getBoundingClientRect(), 1))
    .map(([a, b]) => `${nameOf(a)} stands on ${nameOf(b)}`)
  const outside = parts
    .filter((part) => part.getBoundingClientRect().right > root.clientWidth + 1)
    .map((part) => `${nameOf(part)} sticks out`)
  return [...(root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : []), ...clashes, ...outside]
}

/** Words cut off, or over other words. The picture has tests of its own. */
const wordsAstray = (): readonly string[] => {
  const { lab, nameOf, isShown, touch, pairs, linesOf } = window.layoutTools
  const words = [...lab.querySelectorAll('*')].filter(
    (element) =>
      element.closest('svg, [role="grid"], [inert], .visually-hidden') === null &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
      isShown(element),
  )
  const clipper = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null && at !== lab; at = at.parentElement) {
      const { overflowX, clipPath, textOverflow } = getComputedStyle(at)
      if (clipPath !== 'none' || textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll')
        return null
      if (overflowX === 'hidden' || overflowX === 'clip') return at
    }
    return lab
  }
  const isCut = (element: Element): boolean => {
    const frame = clipper(element)?.getBoundingClientRect()
    return (
      frame !== undefined &&
      linesOf(element).some((line) => line.width > 0 && (line.right > frame.right + 1 || line.left < frame.left - 1))
    )
  }
  const panelOf = (element: Element): Element | null => element.closest('aside, [role="tabpanel"], section, header')
  const leaves = words.filter((element) => ![...element.children].some((child) => words.includes(child)))
  const placed = leaves.map((leaf) => ({ leaf, panel: panelOf(leaf), lines: linesOf(leaf) }))
  const over = pairs(placed)
    .filter(([a, b]) => a.panel === b.panel && !a.leaf.contains(b.leaf) && !b.leaf.contains(a.leaf))
    .filter(([a, b]) => a.lines.some((one) => b.lines.some((other) => touch(one, other, 3))))
    .map(([a, b]) => `${nameOf(a.leaf)} over ${nameOf(b.leaf)}`)
  return [...words.filter(isCut).map((element) => `cut off: ${nameOf(element)}`), ...over]
}

/** What does not fit into the page as it stands. */
export const misfits = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(lendTools)
  return [...(await page.evaluate(partsAstray)), ...(await page.evaluate(wordsAstray))]
}
