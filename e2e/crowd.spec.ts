import { expect, type Page, test } from '@playwright/test'
import { message, openLab, outcome, timelineOf } from './lab.ts'

const crowd = '#/lab?records=50&reader=card'
const ackOfF = 'ProduceResponse[F] broker-1>producer-1 #1'
const canvas = '#timeline canvas'

/** Lines cross where so many are: a place on this one that no other one covers. */
const pointAt = async (page: Page, name: string): Promise<{ x: number; y: number }> => {
  const place = await message(page, name)
    .first()
    .evaluate((mark, wanted) => {
      const { x, y, width, height } = mark.getBoundingClientRect()
      return Array.from({ length: 19 }, (_, i) => (i + 1) / 20)
        .map((part) => ({ x: x + part * width, y: y + (1 - part) * height }))
        .find(
          (at) => document.elementFromPoint(at.x, at.y)?.closest('[data-name]')?.getAttribute('data-name') === wanted,
        )
    }, name)
  if (place === undefined) throw new Error(`${name} cannot be pointed at`)
  await page.mouse.move(place.x, place.y)
  return place
}

test('fifty records in the Overview are painted, and a message can still be pointed at, chosen and lost', async ({
  page,
}) => {
  await openLab(page, `${crowd}&z=3&t=75`)
  await expect(page.locator(canvas)).toBeVisible()
  const looks = (): Promise<string> =>
    page.locator(canvas).evaluate((element) => (element as HTMLCanvasElement).toDataURL())
  const plain = await looks()

  await pointAt(page, ackOfF)
  await expect(page.locator('#timeline').getByText('Ack of F, broker 1 to the producer')).toBeVisible()
  await expect.poll(looks).not.toBe(plain)
  await page.keyboard.press('X')
  await expect(page.getByRole('button', { name: '1 fault' })).toBeVisible()
  await expect(outcome(page)).toHaveText('exactly once')
  // What a fault did is not painted.
  await expect(page.locator('#timeline [data-class="message-gone"]').first()).toBeAttached()

  const ackOfG = 'ProduceResponse[G] broker-1>producer-1 #1'
  const place = await pointAt(page, ackOfG)
  await page.mouse.click(place.x, place.y)
  await expect(message(page, ackOfG).first()).toHaveAttribute('data-chosen', '')
})

test('a canvas has the colours of the theme, and a hidden future is not on it', async ({ page }) => {
  await openLab(page, `${crowd}&z=3&t=75`)
  const inkOf = (from: number): Promise<number> =>
    page.locator(canvas).evaluate((element, start) => {
      const { width, height } = element as HTMLCanvasElement
      const left = Math.round(start * width)
      const data = (element as HTMLCanvasElement).getContext('2d')?.getImageData(left, 0, width - left, height).data
      return (data ?? []).filter((value, i) => i % 4 === 3 && value > 0).length
    }, from)
  expect(await inkOf(0.5)).toBeGreaterThan(0)
  await timelineOf(page).focus()
  await page.keyboard.press('h')
  await page.keyboard.press('h')
  await expect(page.locator('#timeline [data-future]')).toHaveAttribute('data-future', 'hidden')
  await expect.poll(() => inkOf(0.5)).toBe(0)
  expect(await inkOf(0)).toBeGreaterThan(0)
})

test('what is painted takes another theme and forced colours', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await openLab(page, `${crowd}&z=3&t=75`)
  const looks = (): Promise<string> =>
    page.locator(canvas).evaluate((element) => (element as HTMLCanvasElement).toDataURL())
  const light = await looks()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(looks).not.toBe(light)
  const dark = await looks()
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  await expect.poll(looks).not.toBe(dark)
})

test('nearer than the Overview every mark is an element', async ({ page }) => {
  await openLab(page, `${crowd}&z=8&t=75`)
  await expect(page.locator(canvas)).toHaveCount(0)
  await page.goto('./#/lab?records=5&z=3')
  await expect(page.locator(canvas)).toHaveCount(0)
})
