import { expect, test } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { ackOfC, openLab, pointAt, runB } from './lab.ts'

const states: readonly (readonly [string, string])[] = [
  ['at the start', ''],
  ['in doubt', `${runB}&t=30140`],
  ['refused settings', '#/lab?acks=1&enable.idempotence=true'],
  ['gone, with a reader', '#/lab?acks=0&reader=card&f=break~Produce[C]_producer-1%3Ebroker-1_%231&t=102'],
]

for (const theme of ['light', 'dark'] as const)
  for (const [name, hash] of states)
    test(`axe finds nothing serious, ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await openLab(page, hash)
      expect(await seriousFaults(page)).toEqual([])
    })

test('axe finds nothing serious in the fault menu, the keys and the list of faults', async ({ page }) => {
  await openLab(page, runB)
  const place = await pointAt(page, ackOfC)
  await page.mouse.click(place.x, place.y)
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await seriousFaults(page, page.getByRole('dialog'))).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'List of keys' }).click()
  expect(await seriousFaults(page, page.getByRole('dialog'))).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '1 fault' }).click()
  expect(await seriousFaults(page, page.locator('[popover]:popover-open'))).toEqual([])
})

test('a theme can be chosen, and no text is under 12 px', async ({ page }) => {
  await openLab(page, `${runB}&t=30140`)
  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('radio', { name: 'dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter(
        (element) => element.getClientRects().length > 0 && Number.parseFloat(getComputedStyle(element).fontSize) < 12,
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(small).toEqual([])
})

test('a button looks like one, whatever file of styles is read first', async ({ page }) => {
  await openLab(page)
  const share = page.getByRole('button', { name: 'Share' })
  await expect(share).toHaveCSS('border-top-width', '1px')
  await expect(share).toHaveCSS('padding-left', '12px')
})
