import type { LaunchOptions } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'

/** The browser that is there; where none is, Playwright is left to say so, with the command that installs one. */
export function pickBrowser(): LaunchOptions {
  return findBrowser() ?? {}
}
