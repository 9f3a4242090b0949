import { expect, type Page, test } from '@playwright/test'
import { ackOfC, openLab, outcome, pointAt, restedHash, runB, timelineOf } from './lab.ts'

const wide = '#/lab?records=6&partitions=3&reader=card&t=40'
const crash = '#/lab?records=5&f=crash~producer-1@50~down=1000&t=40'

const scrollOf = (page: Page) =>
  timelineOf(page).evaluate(({ scrollLeft, scrollTop, scrollHeight, clientHeight }) => ({
    left: scrollLeft,
    top: scrollTop,
    isTall: scrollHeight > clientHeight + 1,
  }))
const edgeOf = async (page: Page, selector: string, edge: 'x' | 'y'): Promise<number> =>
  (await page.locator(`#timeline ${selector}`).first().boundingBox())?.[edge] ?? Number.NaN
const pxPerMs = async (page: Page): Promise<number> =>
  Number(await page.locator('#timeline [data-px-per-ms]').getAttribute('data-px-per-ms'))
const playheadAt = (page: Page): Promise<number> => edgeOf(page, '[data-playhead] path', 'x')

for (const [width, height] of [
  [1024, 560],
  [720, 420],
] as const)
  test(`three partitions and a reader at ${width}x${height}: lanes scroll under ruler and names, the page does not`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await openLab(page, `${wide}&z=12`)
    const ruler = await edgeOf(page, '[data-mark="time 10"]', 'y')
    const name = await edgeOf(page, '[data-mark="lane producer-1"]', 'x')
    const lane = await edgeOf(page, '[data-mark="lane producer-1"]', 'y')
    await timelineOf(page).evaluate((grid) => grid.scrollTo(60, 40))
    const { left, top, isTall } = await scrollOf(page)
    expect(await edgeOf(page, '[data-mark="time 10"]', 'y')).toBeCloseTo(ruler, 0)
    expect(await edgeOf(page, '[data-mark="lane producer-1"]', 'x')).toBeCloseTo(name, 0)
    expect(await edgeOf(page, '[data-mark="lane producer-1"]', 'y')).toBeCloseTo(lane - top, 0)
    expect(left).toBeGreaterThan(0)
    if (height < 500) expect(isTall).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(1)
  })

test('zoom by wheel keeps what is under the pointer, by keys the playhead, and by name', async ({ page }) => {
  await openLab(page, wide)
  await timelineOf(page).focus()
  const [before, seen] = [await pxPerMs(page), await playheadAt(page)]
  await page.keyboard.press('+')
  await expect.poll(() => pxPerMs(page)).toBeGreaterThan(before)
  expect(await playheadAt(page)).toBeCloseTo(seen, 0)

  const tick = await edgeOf(page, '[data-mark="tick 60"]', 'x')
  const near = await pxPerMs(page)
  await page.mouse.move(tick, 400)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect.poll(() => pxPerMs(page)).toBeGreaterThan(near)
  expect(Math.abs((await edgeOf(page, '[data-mark="tick 60"]', 'x')) - tick)).toBeLessThan(3)

  await page.getByRole('button', { name: /zoom\. What lies ahead/ }).click()
  await page.getByRole('group', { name: 'Zoom' }).getByLabel('Wire').check({ force: true })
  await expect(page.getByRole('button', { name: /^Wire: zoom/ })).toBeVisible()
  // A re-run keeps the zoom.
  await page.getByRole('switch', { name: 'enable.idempotence' }).focus()
  await page.keyboard.press('Space')
  expect(await pxPerMs(page)).toBe(30)
})

test('the window in the overview is moved by keys and by buttons', async ({ page }) => {
  await openLab(page, '#/lab?records=20&z=12')
  const window = page.getByRole('slider', { name: 'Part of the run in view' })
  await window.focus()
  await page.keyboard.press('End')
  const { left } = await scrollOf(page)
  expect(left).toBeGreaterThan(500)
  await page.getByRole('button', { name: /What lies ahead/ }).click()
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect.poll(async () => (await scrollOf(page)).left).toBeLessThan(left)
})

test('a hidden future is hidden from the picture, the strip and those who hear the page', async ({ page }) => {
  await openLab(page, `${runB}&t=40`)
  const ahead = page.locator('#timeline [role="gridcell"]:not([hidden])')
  const all = await ahead.count()
  await timelineOf(page).focus()
  await page.keyboard.press('h')
  await page.keyboard.press('h')
  await expect(page.getByText('What lies ahead is hidden.')).toBeVisible()
  await expect(page.locator('#timeline [data-phase="future"]')).toHaveCount(0)
  expect(await ahead.count()).toBeLessThan(all)
  await expect(page.locator('#timeline [data-mark^="fold:"]:visible')).toHaveCount(0)
  await page.keyboard.press('End')
  await expect(page.locator('#timeline [data-mark^="fold:"]:visible').first()).toBeVisible()
})

test('the fault of an actor is moved by keys and by hand, and removed', async ({ page }) => {
  await openLab(page, crash)
  const pin = page.getByRole('button', { name: /^Fault: Crash/ })
  await pin.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await restedHash(page, 'producer-1@39')
  const box = await pin.boundingBox()
  if (box === null) throw new Error('no pin')
  await page.mouse.move(box.x + 12, box.y + 14)
  await page.mouse.down()
  await page.keyboard.down('Alt')
  await page.mouse.move(box.x + 12 + 5 * (await pxPerMs(page)), box.y + 14, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await restedHash(page, 'producer-1@44')
  // One finished move is one step of undo.
  await page.keyboard.press('Control+z')
  await restedHash(page, 'producer-1@39')
  await pin.focus()
  await page.keyboard.press('Delete')
  await expect(pin).toHaveCount(0)
  await expect(timelineOf(page)).toBeFocused()
  await expect(outcome(page)).not.toContainText('doubt')
})

test('T goes to a time, and says what is wrong with what is none', async ({ page }) => {
  await openLab(page, runB)
  await timelineOf(page).focus()
  await page.keyboard.press('t')
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write a time such as 30139, 30.139 s or 30 s.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('30.14 s')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'At 30.140 s' })).toBeVisible()
  await expect(timelineOf(page)).toBeFocused()
  await page.getByRole('button', { name: /Go to a time/ }).click()
  await expect(page.getByRole('textbox', { name: 'Go to a time' })).toBeFocused()
})

test('a message that is pointed at or reached by keys is told, and the rest steps back', async ({ page }) => {
  await openLab(page, '#/lab?records=4&t=42')
  await pointAt(page, ackOfC)
  await expect(page.getByText(/^Ack of C, broker 1 to (the )?producer/)).toBeVisible()
  await expect(page.locator('#timeline [data-lit]')).toHaveCount(1)
  await page.mouse.move(2, 2)
  await expect(page.locator('#timeline [data-lit]')).toHaveCount(0)
  await timelineOf(page).focus()
  for (let turn = 0; turn < 4; turn += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await page.locator('#timeline [data-lit]').count()) > 0) break
  }
  await expect(page.locator('#timeline [data-lit]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('#timeline [data-lit]')).toHaveCount(0)
})

test('what is simplified stands beside the legend, one sentence each', async ({ page }) => {
  await openLab(page)
  await page.getByRole('button', { name: 'What is simplified' }).first().click()
  const list = page.getByRole('dialog', { name: 'What is simplified' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Heartbeats are not sent' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
})
