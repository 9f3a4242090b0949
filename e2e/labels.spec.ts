import { expect, type Page, test } from '@playwright/test'
import { clashes } from './clashes.ts'
import { openLab, runB } from './lab.ts'

const runC = '#/lab?records=3&f=refuse~Produce[B]_producer-1%3Ebroker-1_%231~error=NOT_ENOUGH_REPLICAS'
const runE = '#/lab?acks=0&f=break~Produce[C]_producer-1%3Ebroker-1_%231'

const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#timeline [data-mark] text')]
      .filter((element) => element.getBoundingClientRect().width > 0)
      .map((element) => element.textContent ?? ''),
  )

const cases: readonly (readonly [string, string, readonly number[], readonly string[]])[] = [
  [
    'a lost answer',
    runB,
    [52, 30_037, 30_140, 30_155, 30_177],
    ['answer lost', 'by you', 'try 2', 'request.timeout.ms', 'HW 4', '0', '1', '2', '3'],
  ],
  ['refused once', runC, [22, 34, 40, 134, 160], ['SEQUENCE_NUMBER', 'by you', 'try 2', 'HW 3']],
  ['fire and forget', runE, [34, 60, 102, 110], ['connection broken', 'by you', 'HW 4']],
]

for (const [name, hash, times, must] of cases)
  for (const theme of ['light', 'dark'] as const)
    test(`no label touches another: ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      for (const at of times) {
        await openLab(page, `${hash}&t=${at}`)
        expect(await clashes(page), `at ${at} ms`).toEqual([])
      }
      const texts = (await shown(page)).join('\n')
      for (const label of must) expect(texts).toContain(label)
      await page.goto('about:blank')
    })
