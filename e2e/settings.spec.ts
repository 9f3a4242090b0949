import { expect, type Page, test } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { openLab, outcome, restedHash } from './lab.ts'

const searchIn = (page: Page) => page.getByRole('searchbox', { name: 'Search settings' })
const settings = (page: Page) => page.getByRole('complementary', { name: 'Settings' })

test('a setting is found by plain words, changed where it is found, refused, and let out with one click', async ({
  page,
}) => {
  await openLab(page)
  await searchIn(page).fill('doubt')
  await expect(settings(page).getByRole('status')).toHaveText(/^\d+ settings$/)
  const delivery = settings(page).getByRole('textbox', { name: 'delivery.timeout.ms' })
  await expect(delivery).toHaveValue('120000')
  await delivery.fill('30000')
  await delivery.press('Enter')
  const refusal = settings(page).getByRole('alert')
  await expect(refusal).toContainText('KafkaException: Failed to construct kafka producer')
  await expect(refusal).toContainText(
    'delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms',
  )
  await expect(page.getByText('The last run Kafka accepted.')).toBeVisible()
  await refusal.getByRole('button', { name: 'Set delivery.timeout.ms to 30005' }).click()
  await expect(refusal).toBeHidden()
  await expect(delivery).toHaveValue('30005')
  await expect(settings(page).getByText('set by hand')).toBeVisible()
  await settings(page).getByRole('button', { name: 'Leave delivery.timeout.ms to Kafka, which takes 120000' }).click()
  await expect(delivery).toHaveValue('120000')
})

test('what Kafka changes quietly is said in its own words, with ways out', async ({ page }) => {
  await openLab(page)
  await settings(page).getByRole('radio', { name: '1', exact: true }).first().check()
  await expect(settings(page).getByText('Idempotence is off now, because acks is 1.')).toBeVisible()
  await expect(
    settings(page).getByText("INFO Idempotence will be disabled because acks is set to 1, not set to 'all'."),
  ).toBeVisible()
  await settings(page).getByRole('button', { name: 'Set acks to all' }).click()
  await expect(settings(page).getByText('Idempotence is off now')).toBeHidden()
  await expect(page.getByRole('switch', { name: 'enable.idempotence' })).toBeChecked()
})

test('searching, changing, taking back and leaving by keyboard alone', async ({ page }) => {
  await openLab(page)
  await page.getByRole('grid', { name: 'Timeline' }).focus()
  await page.keyboard.press('s')
  await expect(searchIn(page)).toBeFocused()
  await page.keyboard.type('lag')
  await expect(settings(page).getByText('1 setting', { exact: true })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const lag = settings(page).getByRole('textbox', { name: 'replica.lag.time.max.ms' })
  await expect(lag).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('10000')
  await page.keyboard.press('Enter')
  await restedHash(page, 'broker.replica.lag.time.max.ms=10000')
  await page.keyboard.press('Shift+Tab')
  await expect(settings(page).getByRole('button', { name: 'Leave replica.lag.time.max.ms to Kafka' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(lag).toHaveValue('30000')
  await searchIn(page).focus()
  await page.keyboard.press('Escape')
  await expect(searchIn(page)).toHaveValue('')
  await expect(settings(page).getByRole('heading', { name: 'Contract' })).toBeVisible()
})

test('nothing found says what to try, and the first Escape leaves the drawer open', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openLab(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await searchIn(page).fill('elephant')
  await expect(settings(page).getByText(/No setting has “elephant”/)).toBeVisible()
  await searchIn(page).press('Escape')
  await expect(searchIn(page)).toHaveValue('')
  await expect(settings(page)).toBeVisible()
  await searchIn(page).press('Escape')
  await expect(settings(page)).toBeHidden()
})

test('a reader is told when to commit and what guards its effect, and the link carries it', async ({ page }) => {
  await openLab(page, '#/lab?acks=all&enable.idempotence=false')
  await settings(page).getByRole('switch', { name: 'somebody reads' }).click()
  await settings(page).getByRole('radio', { name: 'before' }).check()
  await settings(page).getByRole('combobox', { name: 'guarded by' }).selectOption('a dedup window')
  await settings(page).getByRole('textbox', { name: 'remembers for' }).fill('2')
  await settings(page).getByRole('textbox', { name: 'remembers for' }).press('Enter')
  await settings(page).getByRole('combobox', { name: 'Unit' }).selectOption('min')
  await restedHash(page, 'window=120000')
  await restedHash(page, 'commit=before')
  await expect(outcome(page)).toHaveText('exactly once')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in the search and in open groups, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await openLab(page, '#/lab?acks=1&reader=card&consumer.session.timeout.ms=3000&consumer.group.id=g')
    for (const summary of await settings(page).locator('summary').all())
      if (!(await summary.evaluate((element) => element.parentElement?.hasAttribute('open')))) await summary.click()
    expect(await seriousFaults(page)).toEqual([])
    await searchIn(page).fill('timeout')
    await expect(settings(page).getByRole('status')).toBeVisible()
    expect(await seriousFaults(page, settings(page))).toEqual([])
  })
