// `npm run soak`: the laws with many more runs than `npm test` has time for. LAW_RUNS says how many (5000 if it does not).
import { ensureInstalled } from './install.mjs'
import { runTool } from './run.mjs'

await ensureInstalled()
process.exitCode = await runTool('vitest', ['run', 'laws.test.ts', '--passWithNoTests', '--testTimeout=3600000'], {
  env: { LAW_RUNS: process.env.LAW_RUNS ?? '5000' },
})
