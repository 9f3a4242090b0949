// The parts of `npm test` and `npm run check`. Each answers with how much passed and failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { freePort } from './port.mjs'
import { runTool } from './run.mjs'

/** Seconds a part may take on two cores before the summary says so. */
const seconds = { unit: 90, goldens: 20, browser: 300 }

export const types = {
  name: 'types',
  run: async () => {
    const whole = await runTool('tsc', ['-p', '.'])
    // A second time without browser, node or timers: the engine must not know them.
    const engine = await runTool('tsc', ['-p', 'src/engine'])
    return one(whole === 0 && engine === 0)
  },
}

export const lint = { name: 'lint', run: async () => one((await runTool('biome', ['lint', '.'])) === 0) }

export const unit = { name: 'unit and laws', share: seconds.unit, run: () => vitest('unit') }

export const goldens = { name: 'goldens and cases', share: seconds.goldens, run: () => vitest('goldens') }

export const building = { name: 'build', run: async () => one((await build()) === 0) }

export const browser = {
  name: 'browser',
  share: seconds.browser,
  run: async (before) => {
    if (before.get(building.name)?.failed > 0) return failed('not run, because there is no build to run it on')
    return playwright()
  },
}

/** The page, then the command line: the first empties dist, the second only adds to it. */
export async function build(args = []) {
  return (await runTool('vite', ['build', ...args])) || (await runTool('vite', ['build', '--mode', 'cli', ...args]))
}

export async function playwright(args = []) {
  const choice = await ensureBrowser()
  if (choice === undefined) return failed('no browser is here and none could be installed; set DELIVERY_LAB_CHROMIUM')
  const port = await freePort(4273)
  return reported(async (report) => {
    const env = {
      DELIVERY_LAB_CHROMIUM: choice,
      DELIVERY_LAB_PORT: String(port),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    return runTool('playwright', ['test', '-c', 'e2e', '--pass-with-no-tests', '--reporter=list,json', ...args], {
      env,
    })
  }, countPlaywright)
}

function vitest(project) {
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json']
  return reported((report) => runTool('vitest', [...args, `--outputFile.json=${report}`]), countVitest)
}

// A runner's exit code says that something is wrong, its report says how much. Where they disagree (it crashed before
// it could report), that is one failure more than the report knows of.
async function reported(runWith, count) {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-lab-'))
  try {
    const report = join(folder, 'report.json')
    const code = await runWith(report)
    if (!existsSync(report)) return failed(`ended with ${code} and no report`)
    const result = count(JSON.parse(readFileSync(report, 'utf8')))
    return code !== 0 && result.failed === 0 ? { ...result, failed: 1, note: `ended with ${code}` } : result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countVitest(report) {
  // A file that cannot even be loaded has no tests to fail.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countPlaywright({ stats, errors }) {
  // A flaky test failed once: that it passed the second time does not make it a test to rely on.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

const one = (isWell) => (isWell ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const failed = (note) => ({ passed: 0, failed: 1, note })
