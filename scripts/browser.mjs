// Which Chromium the tests drive, and how to get one where there is none.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { run, runTool } from './run.mjs'

const systemChromium = '/usr/bin/chromium'
const chrome = [
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
]

/**
 * How to launch the browser that is there, as Playwright's launch options: the one asked for with DELIVERY_LAB_CHROMIUM
 * (a path, or "managed"), else Playwright's own, else the system's, else Chrome. Undefined when there is none.
 * @returns {{ executablePath?: string } | undefined}
 */
export function findBrowser(forced = process.env.DELIVERY_LAB_CHROMIUM) {
  if (forced === 'managed') return {}
  if (forced) return { executablePath: forced }
  if (isManagedPresent()) return {}
  const path = [systemChromium, ...chrome].find((candidate) => existsSync(candidate))
  return path === undefined ? undefined : { executablePath: path }
}

/** Finds a browser that starts, or gets one. Answers with what DELIVERY_LAB_CHROMIUM should be; undefined: none to be had. */
export async function ensureBrowser() {
  if (process.env.DELIVERY_LAB_CHROMIUM) return process.env.DELIVERY_LAB_CHROMIUM
  const candidates = [
    () => (isManagedPresent() ? 'managed' : undefined),
    () => findBrowser()?.executablePath,
    getManaged,
    getDebian,
  ]
  for (const candidate of candidates) {
    const choice = await candidate()
    if (choice !== undefined && (await starts(choice))) return choice
  }
  return undefined
}

function playwright() {
  return createRequire(import.meta.url)('@playwright/test').chromium
}

// Headless runs use the headless shell, a sibling of the full build that may be the only one installed, so looking for
// `executablePath()` alone would miss it.
function isManagedPresent() {
  const full = playwright().executablePath()
  const shell = full.replace(/([/\\])chromium-(\d+)[/\\].*$/, '$1chromium_headless_shell-$2')
  return existsSync(full) || (shell !== full && existsSync(shell))
}

async function getManaged() {
  console.log('No browser found: asking Playwright for one (at most 100 s) …')
  await runTool('playwright', ['install', '--only-shell', 'chromium'], { timeout: 100_000 })
  return isManagedPresent() ? 'managed' : undefined
}

async function getDebian() {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (!isDebianRoot || existsSync(systemChromium)) return undefined
  console.log('No browser found: installing Debian’s Chromium …')
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-qq'], quiet)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet)
  return existsSync(systemChromium) ? systemChromium : undefined
}

// A browser may be there and still not start, for want of a library. Then the next one gets its chance.
async function starts(choice) {
  try {
    const browser = await playwright().launch(findBrowser(choice))
    await browser.close()
    return true
  } catch (error) {
    console.log(`${choice} does not start: ${String(error).split('\n')[0]}`)
    return false
  }
}
