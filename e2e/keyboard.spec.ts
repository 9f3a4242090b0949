import { expect, test } from '@playwright/test'
import { inLog, openLab, outcome, timelineOf } from './lab.ts'

/** Everything a mouse can do in the first story, without one. */
test('losing an ack, scrubbing, switching idempotence and undoing by keyboard alone', async ({ page }) => {
  await openLab(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(timelineOf(page)).toBeFocused()

  // To 40 ms, where the answer to C is on its way, then down to it.
  for (let turn = 0; turn < 40; turn += 1) await page.keyboard.press('.')
  await expect(page.getByRole('heading', { name: 'At 40 ms' })).toBeVisible()
  const menu = page.getByRole('dialog', { name: 'The answer to C' })
  for (let turn = 0; turn < 12; turn += 1) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    // The menu is loaded when it is first used; what has nothing to offer opens none.
    await page
      .getByRole('dialog')
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined)
    if (await menu.isVisible()) break
    await page.keyboard.press('Escape')
    await expect(timelineOf(page)).toBeFocused()
  }
  await expect(menu).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('button', { name: /Lost, and nothing after it/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('A lost answer, in silence')).toBeVisible()
  await expect(timelineOf(page)).toBeFocused()

  await page.keyboard.press('End')
  await expect(outcome(page)).toHaveText('exactly once')
  await page.getByRole('switch', { name: 'enable.idempotence' }).focus()
  await page.keyboard.press('Space')
  await expect(outcome(page)).toContainText('twice')
  await expect(inLog(page, 'C')).toHaveText('2×')
  await page.keyboard.press('Control+z')
  await expect(outcome(page)).toHaveText('exactly once')
  await page.keyboard.press('Control+Shift+z')
  await expect(outcome(page)).toContainText('twice')
})

test('X, Delete, brackets and the list of keys', async ({ page }) => {
  await openLab(page)
  await timelineOf(page).focus()
  await page.keyboard.press('x')
  await expect(page.getByText('Select a message or an actor on the timeline first.')).toBeVisible()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await keys.getByRole('switch', { name: 'Single letters as keys' }).click()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await timelineOf(page).focus()
  await page.keyboard.press('?')
  await expect(keys).toBeHidden()
})

test('play, pause and the ends', async ({ page }) => {
  await openLab(page)
  await timelineOf(page).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(async () => page.locator('[data-count="sent"]').textContent()).not.toContain('0 of')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.locator('[data-count="acked"]')).toContainText('5')
  await page.keyboard.press('Home')
  await expect(page.getByRole('heading', { name: 'At 0 ms' })).toBeVisible()
})
