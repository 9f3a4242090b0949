import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'

/** Naming every element that is as it should be takes most of its time. */
const FAULTS_ONLY = { resultTypes: ['violations' as const] }

/**
 * What axe finds that keeps people out, each with its elements. `part`: what has just opened, where the rest of the page
 * was looked at before; a picture of a thousand marks takes its time.
 */
export const seriousFaults = async (page: Page, part?: Locator): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).options(FAULTS_ONLY)
  await part?.evaluate((element) => element.setAttribute('data-looked-at', ''))
  const { violations } = await (part === undefined ? axe : axe.include('[data-looked-at]')).analyze()
  await part?.evaluate((element) => element.removeAttribute('data-looked-at'))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
