import { expect, type Page, test } from '@playwright/test'
import { seriousFaults } from './axe.ts'
import { clashes } from './clashes.ts'
import { inLog, ledgerRow, openLab, outcome, timelineOf } from './lab.ts'

/** Both followers stop fetching before C comes, for a second: C lies on the leader's disk alone. */
const followersBehind = 'f=falls-behind~broker-2@30~for=1000,falls-behind~broker-3@30~for=1000'
const behind = (acks: '1' | 'all'): string => `#/lab?records=3&acks=${acks}&${followersBehind}&t=40`
/** The leader dies before it wakes its followers for C: run d1 of the worked runs. */
const leaderDies = (acks: '1' | 'all'): string =>
  `#/lab?records=3&acks=${acks}&f=crash~broker-1@wake[C]_broker-1~down=20000~disk=kept`

const lane = (page: Page, broker: number) => page.locator(`#timeline [data-mark="lane broker-${broker}"]`)
/** What stands under the name of its lane at the playhead. */
const role = (page: Page, broker: number) =>
  page.locator(`#timeline [data-mark^="role broker-${broker} "][data-phase="past"]`)
const menuOfLeader = (page: Page) => page.getByRole('dialog', { name: /^Broker 1, at/ })

/** Down the lanes until broker 1 is selected; its menu says so. */
const selectLeader = async (page: Page): Promise<void> => {
  await timelineOf(page).focus()
  for (let turn = 0; turn < 8; turn += 1) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined)
    const isLeader = await menuOfLeader(page).isVisible()
    await page.keyboard.press('Escape')
    await expect(timelineOf(page)).toBeFocused()
    if (isLeader) return
  }
  throw new Error('no key leads to broker 1')
}

/** From event to event, until broker 2 is told that it leads. */
const scrubToNewLeader = async (page: Page): Promise<void> => {
  await timelineOf(page).focus()
  for (let turn = 0; turn < 60; turn += 1) {
    if ((await role(page, 2).textContent())?.startsWith('leader')) break
    await page.keyboard.press('ArrowRight')
  }
  await expect(role(page, 2)).toHaveText('leader, epoch 1')
  await expect(role(page, 1)).toHaveText('down')
  await expect(page.getByRole('heading', { name: /^At 9\.\d+ s$/ })).toBeVisible()
}

const expectAckedAndLost = async (page: Page): Promise<void> => {
  await page.keyboard.press('End')
  await expect(outcome(page)).toHaveText('1 acked and lost')
  await expect(ledgerRow(page, 'C')).toContainText('acked')
  await expect(inLog(page, 'C').locator('[aria-hidden]')).toHaveText('0')
}
const expectKept = async (page: Page): Promise<void> => {
  await page.keyboard.press('End')
  await expect(outcome(page)).toHaveText('exactly once')
  await expect(ledgerRow(page, 'C')).toContainText('acked')
  await expect(inLog(page, 'C')).toHaveText('1')
}

const crashes: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'C on its selected lane',
    async (page) => {
      await selectLeader(page)
      await page.keyboard.press('c')
    },
  ],
  [
    'C with its lane under the pointer',
    async (page) => {
      await lane(page, 1).hover()
      await page.keyboard.press('c')
    },
  ],
  [
    'the menu of its lane',
    async (page) => {
      await lane(page, 1).click()
      await menuOfLeader(page)
        .getByRole('button', { name: /Crashes here/ })
        .click()
      await expect(menuOfLeader(page)).toBeHidden()
    },
  ],
]

for (const [how, crash] of crashes) {
  test(`the leader crashes by ${how}, and with acks=1 an acked record is lost`, async ({ page }) => {
    await openLab(page, behind('1'))
    await expect(role(page, 1)).toHaveText('leader')
    await expect(outcome(page)).toHaveText('exactly once')
    await crash(page)
    await expect(page.getByRole('button', { name: '3 faults' })).toBeVisible()
    await scrubToNewLeader(page)
    await expectAckedAndLost(page)
  })

  test(`the leader crashes by ${how}, and with acks=all every record is kept`, async ({ page }) => {
    await openLab(page, behind('all'))
    await crash(page)
    await expect(page.getByRole('button', { name: '3 faults' })).toBeVisible()
    await scrubToNewLeader(page)
    await expectKept(page)
  })
}

test('a crash between the append and the wake of the followers loses C with acks=1, and not with acks=all', async ({
  page,
}) => {
  await openLab(page, leaderDies('1'))
  await scrubToNewLeader(page)
  await expectAckedAndLost(page)
  await page.goto('about:blank')
  await openLab(page, leaderDies('all'))
  await scrubToNewLeader(page)
  await expectKept(page)
})

test('from event to event to the append of C, the leader crashes by C before it wakes its followers', async ({
  page,
}) => {
  await openLab(page, '#/lab?records=3&acks=1&t=33')
  await timelineOf(page).focus()
  await page.keyboard.press('ArrowRight')
  await lane(page, 1).hover()
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/crash~broker-1@wake/)
  await expectAckedAndLost(page)
})

for (const theme of ['light', 'dark'] as const)
  test(`broker 2 leads and C is lost: no label touches another and axe finds nothing serious, ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const hash of [leaderDies('1'), behind('1').replace('&t=40', ',crash~broker-1@41~down=20000~disk=kept')]) {
      await page.goto('about:blank')
      await openLab(page, `${hash}&t=9300`)
      await expect(role(page, 2)).toHaveText('leader, epoch 1')
      await expect(outcome(page)).toHaveText('1 acked and lost')
      expect(await clashes(page)).toEqual([])
      expect(await seriousFaults(page)).toEqual([])
    }
  })
