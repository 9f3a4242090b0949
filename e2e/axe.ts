import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Naming every element that is as it should be takes most of its time. */
const FAULTS_ONLY = { resultTypes: ['violations' as const] }

/** What axe finds that keeps people out, each with its elements. */
export const seriousFaults = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).options(FAULTS_ONLY).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
