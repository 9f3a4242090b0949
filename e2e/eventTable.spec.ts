import { expect, type Page, test } from '@playwright/test'
import { readLink, writeLink } from '../src/app/link.ts'
import { run } from '../src/engine/index.ts'
import { type Story, stories } from '../src/stories/index.ts'
import { gridRows, timeline } from '../src/timeline/index.ts'
import { seriousFaults } from './axe.ts'
import { openLab, outcome, runB, timelineOf } from './lab.ts'

const table = (page: Page) => page.getByRole('region', { name: 'Event table' })
const rows = (page: Page) => table(page).locator('tr[data-row]')
const current = (page: Page) => table(page).locator('tr[aria-current="step"]')

const openTable = async (page: Page): Promise<void> => {
  await timelineOf(page).focus()
  await page.keyboard.press('e')
  await expect(rows(page).first()).toBeVisible()
}

/** What the picture says of itself: each telling event as `52 ms: The answer to C is lost. …`. */
const toldByPicture = (page: Page): Promise<readonly string[]> =>
  timelineOf(page)
    .locator('[role="gridcell"]')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))

const toldByTable = (page: Page): Promise<readonly string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((row) => {
      const [when, , text] = [...row.children].map((cell) => cell.textContent ?? '')
      return `${when}: ${text}`
    }),
  )

/** Its setup and plan, without its question, which would hide the future. */
const linkOf = ({ setup, plan }: Story): string =>
  writeLink({
    setup,
    plan,
    view: { pxPerMs: 'fit', openFolds: [], future: 'faint' },
    cursor: { at: 0, tie: 0 },
    story: null,
  })

test('a link carries every story', () => {
  expect(stories.flatMap((story) => readLink(linkOf(story)).dropped)).toEqual([])
})

/** What the run of a story has to tell, worked out here. */
const toldBy = ({ setup, plan }: Story): readonly string[] =>
  gridRows(timeline(run(setup, plan))).flatMap((row) => row.cells.map(({ label }) => label))

/** Every line of the table. A long run comes in stretches: each is looked at. */
const readTable = async (page: Page): Promise<ReadonlySet<string>> => {
  const told = new Set<string>()
  for (const chunk of await table(page).locator('tbody').all()) {
    await chunk.scrollIntoViewIfNeeded()
    await expect(chunk.locator('tr[data-row]').first()).toBeAttached()
    for (const line of await toldByTable(page)) told.add(line)
  }
  return told
}

const agreeOn = async (page: Page, story: Story): Promise<void> => {
  await page.evaluate((hash) => window.location.assign(hash), linkOf(story))
  const picture = toldBy(story)
  expect(picture.length).toBeGreaterThan(5)
  await expect.poll(() => toldByPicture(page)).toEqual(picture)
  await openTable(page)
  const told = await readTable(page)
  const count = Number(await table(page).getByRole('table').getAttribute('aria-rowcount')) - 1
  expect(count).toBeGreaterThanOrEqual(told.size)
  expect(picture.filter((line) => !told.has(line))).toEqual([])
  await page.keyboard.press('e')
  await expect(timelineOf(page)).toBeVisible()
}

// Several stories on one page: opening it for each takes longer than looking.
const HANDFUL = 8
for (let from = 0; from < stories.length; from += HANDFUL) {
  const handful = stories.slice(from, from + HANDFUL)
  test(`table and picture agree on stories ${from + 1} to ${from + handful.length}`, async ({ page }) => {
    await openLab(page)
    for (const story of handful) await test.step(story.id, () => agreeOn(page, story))
  })
}

test('E and the button lead to the table and back; the playhead is in both', async ({ page }) => {
  await openLab(page, `${runB}&t=60`)
  await openTable(page)
  await expect(timelineOf(page)).toBeHidden()
  await expect(current(page)).toHaveCount(1)
  await expect(current(page)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('heading', { name: 'At 60 ms' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'At 60 ms' })).toBeHidden()
  await expect(current(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(timelineOf(page)).toBeFocused()

  await page.getByRole('button', { name: 'Event table' }).click()
  const row = rows(page).filter({ hasText: 'C is already at offset 2.' })
  await row.click()
  await expect(page.getByRole('heading', { name: 'At 30.155 s' })).toBeVisible()
  // Of what happens in one step the last row is marked.
  await expect(current(page)).toContainText('The answer to C leaves.')
  await page.getByRole('button', { name: 'Next event' }).click()
  await expect(current(page)).not.toContainText('The answer to C leaves.')
  await expect(current(page)).toBeInViewport()
})

test('a fault is put on a row by keyboard alone, and stands in the table', async ({ page }) => {
  await openLab(page, '#/lab?records=4&await=1&t=0.0')
  await openTable(page)
  const answer = rows(page).filter({ hasText: 'The answer to C leaves.' })
  for (let turn = 0; turn < 60; turn += 1) {
    if (await answer.evaluate((row) => row === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(answer).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog')
  await expect(menu).toBeVisible()
  await menu.getByRole('button', { name: /Lost, and nothing after it/ }).press('Enter')
  await expect(rows(page).filter({ hasText: 'The answer to C is lost.' }).first()).toBeVisible()
  await expect(
    rows(page)
      .getByRole('button', { name: /^Lost in silence\./ })
      .first(),
  ).toBeVisible()
  await expect(outcome(page)).toHaveText('exactly once')
})

test('rows are narrowed to a record, an actor, or widened to quiet events', async ({ page }) => {
  await openLab(page, runB)
  await openTable(page)
  const all = await rows(page).count()
  await table(page).getByRole('combobox', { name: 'Record' }).selectOption('B')
  await table(page).getByRole('combobox', { name: 'Actor' }).selectOption('Broker 1')
  await expect(rows(page).filter({ hasText: 'Broker 1 stores B' })).toHaveCount(1)
  expect(await rows(page).count()).toBeLessThan(all / 4)
  await table(page).getByRole('combobox', { name: 'Record' }).selectOption('all')
  await table(page).getByRole('combobox', { name: 'Actor' }).selectOption('all')
  await table(page).getByRole('switch', { name: 'Quiet events' }).click()
  expect(await rows(page).count()).toBeGreaterThan(all)
})

test('the transcript is read, and taken away as a text', async ({ page }) => {
  await openLab(page, runB)
  await openTable(page)
  await table(page).getByRole('button', { name: 'Transcript' }).click()
  const text = page.getByRole('textbox', { name: 'What the narrator says, with times' })
  await expect(text).toHaveValue(
    /^Delivery Lab: A lost answer, in silence\n[\s\S]*30\.155 s {4}C is already at offset 2\./,
  )
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as text' }).click()
  expect((await saved).suggestedFilename()).toBe('delivery-lab-transcript.txt')
})

test('the inspector: a cause and a consequence are walked', async ({ page }) => {
  await openLab(page, `${runB}&t=30155`)
  await openTable(page)
  await rows(page).filter({ hasText: 'The producer sends C again.' }).click()
  const inspector = page.getByRole('region', { name: 'Inspector: The request with C' })
  await expect(inspector).toContainText('BLOG-03')
  await inspector.getByRole('button', { name: /C is acked/ }).click()
  await expect(page.getByRole('heading', { name: 'At 30.161 s' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Inspector: The answer to C' })).toBeVisible()
  await page.getByRole('button', { name: 'The answer to C, as JSON' }).click()
  await expect(page.locator('[data-said]')).toHaveText('Copied as JSON')
})

test('a copy in the logs is inspected by keyboard', async ({ page }) => {
  await openLab(page, `${runB}&t=60`)
  await page.getByRole('button', { name: 'A at offset 0 on broker 1' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'C at offset 2 on broker 2' })).toBeFocused()
  await page.keyboard.press('Enter')
  const inspector = page.getByRole('region', { name: 'Inspector: C at 2 on broker 2' })
  await expect(inspector).toContainText('every in-sync replica has it')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in table, transcript and inspector, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await openLab(page, `${runB}&t=30140`)
    await openTable(page)
    await rows(page).filter({ hasText: 'The answer to C is lost.' }).first().click()
    await expect(page.getByRole('region', { name: /^Inspector/ })).toBeVisible()
    expect(await seriousFaults(page)).toEqual([])
    await table(page).getByRole('button', { name: 'Transcript' }).click()
    expect(await seriousFaults(page, page.locator('dialog[open], [popover]:popover-open'))).toEqual([])
  })
