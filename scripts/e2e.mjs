// `npm run e2e`: builds, then runs the browser tests; what stands after `--` goes to Playwright
// (`npm run e2e -- lostAck --headed`).
import { ensureInstalled } from './install.mjs'
import { build, playwright } from './parts.mjs'

await ensureInstalled()
if ((await build(['--logLevel', 'warn'])) !== 0) process.exit(1)
const { passed, failed, note } = await playwright(process.argv.slice(2))
console.log(`${note ? `${note}\n` : ''}${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
