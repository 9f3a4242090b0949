import type { Page } from '@playwright/test'

/** Words of the picture that are shown and touch each other, or stick out of it. Letters inside marks are not labels. */
export const clashes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const room = document.querySelector('#timeline [role="grid"]')?.getBoundingClientRect()
    if (!room) return ['no picture']
    const words = [...document.querySelectorAll('#timeline [data-mark] text')].flatMap((element) => {
      const box = element.getBoundingClientRect()
      const shown = box.width > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      // What a line box has above its capitals and below its feet is air.
      return shown
        ? [
            {
              text: element.textContent ?? '',
              left: box.left,
              right: box.right,
              top: box.top + 2,
              bottom: box.bottom - 3,
            },
          ]
        : []
    })
    const found = words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
        )
        .map((other) => `${one.text} × ${other.text}`),
    )
    const out = words.filter((word) => word.left < room.left - 1 || word.right > room.right + 1)
    return [...found, ...out.map((word) => `sticks out: ${word.text}`)]
  })
