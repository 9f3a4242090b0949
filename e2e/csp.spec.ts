import { expect, test } from '@playwright/test'
import { ackOfC, openLab, pointAt } from './lab.ts'

/** The policy of stack.md section 6: no inline styles, no inline scripts, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"

test('runs under a strict content security policy, and says nothing to the console', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  await openLab(page)
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(246, 246, 244)')
  const place = await pointAt(page, ackOfC)
  await page.mouse.click(place.x, place.y)
  const menu = page.getByRole('dialog', { name: 'The answer to C' })
  await expect(menu).toBeVisible()
  const box = await menu.boundingBox()
  expect(Math.abs((box?.x ?? 0) - place.x)).toBeLessThan(360)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Next event' }).click()
  expect(said).toEqual([])
})

test('works where neither storage nor history can be written', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
    history.pushState = refuse
    history.replaceState = refuse
  })
  await openLab(page)
  await pointAt(page, ackOfC)
  await page.keyboard.press('x')
  await expect(page.getByText('A lost answer, in silence')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('No fault', { exact: true })).toBeVisible()
})
