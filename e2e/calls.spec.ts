import { expect, test } from '@playwright/test'
import { ledgerRow, openLab, outcome, pointAt } from './lab.ts'

const CALL = 'Call[A] consumer-1>card-1 #1'
const REPLY = 'CallReply[A] card-1>consumer-1 #1'

const CASES = [
  { mark: CALL, menu: 'The call for A', choice: /^The call fails/, title: 'A call that fails', charged: '1' },
  {
    mark: REPLY,
    menu: 'The reply to the call for A',
    choice: /^The reply is lost/,
    title: 'A lost reply',
    charged: '2×',
  },
  { mark: CALL, menu: 'The call for A', choice: /^Arrives twice/, title: 'A call that arrives twice', charged: '2×' },
]

test('a call outside can fail, lose its reply and arrive twice, by mouse', async ({ page }) => {
  await openLab(page, '#/lab?records=2&reader=card')
  for (const { mark, menu, choice, title, charged } of CASES) {
    const place = await pointAt(page, mark)
    await page.mouse.click(place.x, place.y)
    await page.getByRole('dialog', { name: menu }).getByRole('button', { name: choice }).click()
    await expect(page.getByText(title, { exact: true })).toBeVisible()
    await expect(outcome(page)).toHaveText(charged === '1' ? 'exactly once' : '1 twice')
    await page.getByRole('button', { name: 'To the end' }).click()
    await expect(ledgerRow(page, 'A').locator('[data-column="effects"]')).toHaveText(charged)
    // Back to where it was: the next one is aimed at the same run.
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(page.getByText('No fault', { exact: true })).toBeVisible()
  }
})
