import { expect, type Page, test } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { openLab, runB, timelineOf } from './lab.ts'
import { enlargeText, unreached } from './layout.ts'
import { misfits } from './misfits.ts'

const sizes = [
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [720, 420],
  [390, 844],
] as const
const inDoubt = `${runB}&t=30140`
const withReader = '#/lab?acks=0&reader=card&f=break~Produce[C]_producer-1%3Ebroker-1_%231&t=102'

for (const [width, height] of sizes)
  for (const percent of [100, 200]) {
    const where = `${width} × ${height}, text at ${percent} %`
    test.describe(where, () => {
      test.use({ viewport: { width, height } })
      test.beforeEach(({ page }) => enlargeText(page, percent))

      test('nothing is cut off and nothing stands on anything else', async ({ page }) => {
        for (const hash of ['', inDoubt, withReader]) {
          await page.goto('about:blank')
          await openLab(page, hash)
          expect(await misfits(page), hash).toEqual([])
        }
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click()
          expect(await misfits(page), (await tab.textContent()) ?? '').toEqual([])
        }
      })

      test('nor in the dark', async ({ page }) => {
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
        await openLab(page, inDoubt)
        expect(await misfits(page)).toEqual([])
      })
    })
  }

for (const [width, height] of sizes)
  test(`Tab leads to every control at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openLab(page, inDoubt)
    expect(await unreached(page)).toEqual([])
  })

const widthOf = async (page: Page, part: string): Promise<number> =>
  (await page.locator(part).boundingBox())?.width ?? 0

test('a panel is resized by dragging and by keys, keeps its size, and is put back by a double click', async ({
  page,
}) => {
  await openLab(page)
  const line = page.getByRole('separator', { name: 'Width of the state at the playhead' })
  const box = await line.boundingBox()
  if (box === null) throw new Error('no line')
  await page.mouse.move(box.x, 500)
  await page.mouse.down()
  await page.mouse.move(box.x - 30, 500)
  await page.mouse.up()
  await expect(line).toHaveAttribute('aria-valuenow', '370')
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuenow', '354')
  await page.keyboard.press('End')
  expect(await widthOf(page, '#timeline')).toBeGreaterThan(0.55 * 1440 - 1)
  await page.keyboard.press('Home')
  await page.reload()
  await openLab(page)
  await expect(line).toHaveAttribute('aria-valuenow', '260')
  expect(await widthOf(page, '#cross-section')).toBeCloseTo(260, 0)
  // It takes no room of its own, so it is found by its place.
  await page.mouse.dblclick((await line.boundingBox())?.x ?? 0, 500)
  await expect(line).toHaveAttribute('aria-valuenow', '340')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('what can be touched is large enough, and tabs lead to the records and back', async ({ page }) => {
    await openLab(page, inDoubt)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('header button, section[aria-label="Transport"] :is(button, select), [role="tab"]')]
        .filter(
          (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('[popover]') === null,
        )
        .map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height < 44 || box.width < 40)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    )
    expect(small).toEqual([])
    await page.getByRole('tab', { name: 'Records' }).tap()
    await expect(page.getByRole('tabpanel', { name: 'Records' })).toContainText('in doubt, try 1')
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('tab', { name: 'Timeline' })).toBeFocused()
    await expect(timelineOf(page)).toBeVisible()
  })

  test('the bar of a story has two rows: its name and its buttons, and its steps', async ({ page }) => {
    await openLab(page, '#/lab?s=lost-ack')
    await page.getByRole('button', { name: 'Show it anyway' }).tap()
    await page.getByRole('button', { name: 'Next', exact: true }).tap()
    await expect(page.getByRole('button', { name: 'Step 1: ' })).toBeVisible()
    expect(await misfits(page)).toEqual([])
  })

  test('the invitation and the table of events fit', async ({ page }) => {
    await openLab(page)
    await page.getByRole('button', { name: 'Event table' }).tap()
    expect(await misfits(page)).toEqual([])
    expect(await seriousFaults(page)).toEqual([])
  })
})

for (const [width, height] of sizes.slice(1))
  test(`axe finds nothing serious at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openLab(page, inDoubt)
    expect(await seriousFaults(page)).toEqual([])
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      const panel = page.getByRole('tabpanel', { name: (await tab.textContent()) ?? '' })
      expect(await seriousFaults(page, panel)).toEqual([])
    }
  })

for (const theme of ['light', 'dark'] as const)
  test(`with forced colours strokes, hatches and focus are drawn in the system’s colours, ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: theme, reducedMotion: 'reduce' })
    await openLab(page, inDoubt)
    const found = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('span'))
      const system = (name: string): string => {
        probe.style.color = name
        return getComputedStyle(probe).color
      }
      const resolve = (value: string): string => system(value.trim())
      const style = getComputedStyle(document.documentElement)
      const colours = ['--ink', '--data', '--ok', '--loss', '--doubt-fill', '--edge'].map((name) =>
        resolve(style.getPropertyValue(name)),
      )
      return { colours, ground: system('Canvas'), allowed: [system('CanvasText'), system('LinkText')] }
    })
    for (const colour of found.colours) {
      expect(found.allowed).toContain(colour)
      expect(colour).not.toBe(found.ground)
    }
    const swatch = page.getByRole('region', { name: 'Outcome' }).locator('[data-count="acked"] [aria-hidden]').first()
    expect(await swatch.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain('gradient')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)
    expect(outline).toBe('solid')
    expect(await misfits(page)).toEqual([])
  })
