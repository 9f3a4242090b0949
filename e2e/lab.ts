import { expect, type Locator, type Page } from '@playwright/test'

export const ackOfC = 'ProduceResponse[C] broker-1>producer-1 #1'
/** Four records, each waiting for its answer, the answer to C lost: run b of the worked runs. */
export const runB = '#/lab?records=4&await=1&f=silent~ProduceResponse[C]_broker-1%3Eproducer-1_%231'

export const openLab = async (page: Page, hash = ''): Promise<void> => {
  await page.goto(`./${hash}`)
  await expect(timelineOf(page)).toBeVisible()
  await expect(page.locator('[data-name]').first()).toBeAttached()
  await page.evaluate(() => document.fonts.ready)
}

export const timelineOf = (page: Page): Locator => page.getByRole('grid', { name: 'Timeline' })
export const message = (page: Page, name: string): Locator => page.locator(`#timeline [data-name="${name}"]`)
export const outcome = (page: Page): Locator => page.getByRole('region', { name: 'Outcome' }).locator('strong').last()
export const ledgerRow = (page: Page, record: string): Locator => page.locator(`tr[data-record="${record}"]`)
export const inLog = (page: Page, record: string): Locator => ledgerRow(page, record).locator('[data-column="inLog"]')

/** The middle of a message's line, where a person would point. */
export const pointAt = async (page: Page, name: string): Promise<{ x: number; y: number }> => {
  const box = await message(page, name).first().boundingBox()
  if (box === null) throw new Error(`${name} is not drawn`)
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(place.x, place.y)
  return place
}

/** The address is written a moment after things rest. */
export const restedHash = async (page: Page, part: string): Promise<string> => {
  await expect.poll(() => page.evaluate(() => decodeURIComponent(location.hash))).toContain(part)
  return page.evaluate(() => location.hash)
}
