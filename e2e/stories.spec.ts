import { expect, type Locator, type Page, test } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { inLog, openLab, outcome, restedHash, timelineOf } from './lab.ts'

const menu = (page: Page): Locator => page.getByRole('dialog', { name: 'Stories' })
const question = (page: Page): Locator => page.getByRole('form', { name: 'Before you press play' })
const bar = (page: Page): Locator => page.getByRole('region', { name: /Steps of the story/ })
const result = (page: Page): Locator => page.getByRole('region', { name: 'What came out' })
const next = (page: Page): Locator => bar(page).getByRole('button', { name: 'Next', exact: true })

/** To its last caption, one by one; says how many there were. */
const stepThrough = async (page: Page, step: () => Promise<void>): Promise<number> => {
  for (let nth = 1; nth <= 7; nth += 1) {
    await step()
    await expect(bar(page)).toContainText(new RegExp(`${nth} of \\d`))
    if (await result(page).isVisible()) return nth
  }
  throw new Error('the story does not end')
}

test.describe('by mouse', () => {
  test('the same with idempotence: asked first, seven captions, the outcome, changed and back', async ({ page }) => {
    await openLab(page)
    await page.getByRole('button', { name: 'Stories', exact: true }).click()
    await menu(page)
      .getByRole('button', { name: /^The same with idempotence/ })
      .click()
    await expect(menu(page)).toBeHidden()
    await expect(outcome(page)).toHaveText('predict first')
    await page.getByRole('button', { name: 'Next event' }).click()
    await expect(page.locator('[data-said]')).toHaveText(/Answer the question first/)

    await question(page).getByText('Two').click()
    await question(page).getByRole('button', { name: 'Answer' }).click()
    await expect(bar(page)).toContainText('You said two.')
    expect(await stepThrough(page, () => next(page).click())).toBe(7)
    await expect(page.locator('[data-card]')).toContainText('C is acked, and it is in the log')
    await expect(result(page)).toContainText('You said two. It was one.')
    await expect(inLog(page, 'C')).toHaveText('1')

    await page.getByRole('switch', { name: 'enable.idempotence' }).click()
    await expect(page.getByText('Changed from “The same with idempotence”').first()).toBeVisible()
    await expect(inLog(page, 'C')).toHaveText('2×')
    expect(await restedHash(page, 's=lost-ack&enable.idempotence=false')).not.toContain('f=')
    await bar(page).getByRole('button', { name: 'Back to the story' }).click()
    await expect(result(page)).toContainText('It was one.')
    expect(await restedHash(page, 's=lost-ack&t=')).not.toContain('enable.idempotence')

    await page.getByRole('button', { name: 'Stories', exact: true }).click()
    await expect(menu(page).getByRole('button', { name: /^The same with idempotence.*seen$/ })).toBeVisible()
  })

  test('two copies, from the invitation: right, and its steps are buttons', async ({ page }) => {
    await openLab(page)
    await page.getByRole('button', { name: 'Two copies' }).click()
    await question(page).getByText('Once').click()
    await question(page).getByRole('button', { name: 'Answer' }).click()
    await bar(page).getByRole('button', { name: 'Step 2: The loss' }).click()
    await expect(page.getByRole('heading', { name: 'At 52 ms' })).toBeVisible()
    await expect(page.locator('[data-card]')).toContainText('whether C arrived')
    await bar(page).getByRole('button', { name: 'Step 6: Acked' }).click()
    await expect(result(page)).toContainText('You said once. So it was.')
    await expect(inLog(page, 'C')).toHaveText('2×')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('No fault', { exact: true })).toBeVisible()
    await expect(bar(page)).toHaveCount(0)
  })

  test('refused for a gap, shown without an answer, and the next story after it', async ({ page }) => {
    await openLab(page, '#/lab?s=refused-once')
    await question(page).getByRole('button', { name: 'Show it anyway' }).click()
    await stepThrough(page, () => next(page).click())
    await expect(result(page)).toContainText('It was A, B, C.')
    await result(page).getByRole('button', { name: 'Next story: Out of order' }).click()
    await expect(question(page)).toContainText('How many records does the producer report as failed?')
    await bar(page).getByRole('button', { name: 'Leave the story' }).click()
    await expect(question(page)).toHaveCount(0)
    await expect(outcome(page)).toHaveText('out of order')
  })
})

/** Presses Tab until something is focused; what cannot be reached so cannot be used without a mouse. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('it cannot be reached with the keyboard')
}

const openByKeyboard = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name: 'Stories', exact: true }))
  await page.keyboard.press('Enter')
  await tabTo(page, menu(page).getByRole('button', { name }))
  await page.keyboard.press('Enter')
  await expect(question(page).getByRole('radio').first()).toBeFocused()
}

test.describe('by keyboard alone', () => {
  test('fire and forget: Enter leads from the question through the steps', async ({ page }) => {
    await openLab(page)
    await openByKeyboard(page, /^Fire and forget/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(next(page)).toBeFocused()
    await stepThrough(page, () => page.keyboard.press('Enter'))
    await expect(result(page)).toContainText('You said one. It was none.')
    await expect(outcome(page)).toHaveText('1 missing')
  })

  test('the leader’s word: Shift and the arrows on the timeline go from caption to caption', async ({ page }) => {
    await openLab(page)
    await openByKeyboard(page, /^The leader’s word/)
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(next(page)).toBeFocused()
    await timelineOf(page).focus()
    await stepThrough(page, () => page.keyboard.press('Shift+ArrowRight'))
    await expect(result(page)).toContainText('You said none. So it was.')
    await page.keyboard.press('Shift+ArrowLeft')
    await expect(bar(page)).toContainText('4 of 5')
    await expect(page.locator('[data-live]')).toHaveText(/^A new leader\. Broker 2 leads now/)
  })

  test('written twice after all, with text at 200 %', async ({ page }) => {
    await openLab(page)
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    await openByKeyboard(page, /^Written twice after all/)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, question(page).getByRole('button', { name: 'Answer' }))
    await page.keyboard.press('Enter')
    await expect(next(page)).toBeFocused()
    expect(await stepThrough(page, () => page.keyboard.press('Enter'))).toBe(7)
    await expect(result(page)).toContainText('You said its epoch. So it was.')
    await expect(result(page)).toBeInViewport()
    await expect(bar(page)).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in the menu, the question, the steps and the outcome, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await openLab(page)
    await page.getByRole('button', { name: 'Stories', exact: true }).click()
    await expect(menu(page).getByRole('button', { name: /^Two copies/ })).toBeVisible()
    expect(await seriousFaults(page, menu(page))).toEqual([])
    await menu(page)
      .getByRole('button', { name: /^Two copies/ })
      .click()
    expect(await seriousFaults(page, question(page))).toEqual([])
    await question(page).getByRole('button', { name: 'Show it anyway' }).click()
    await next(page).click()
    expect(await seriousFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'To the end' }).click()
    await expect(result(page)).toBeVisible()
    expect(await seriousFaults(page, result(page))).toEqual([])
  })
