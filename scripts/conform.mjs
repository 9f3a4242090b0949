// `npm run conform -- DIR…`: recordings of a real cluster against the engine; without a folder the project's copies, and those beside it.
import { ensureInstalled } from './install.mjs'
import { run, runTool } from './run.mjs'

await ensureInstalled()
// Only the command line is needed, not the page.
const built = await runTool('vite', ['build', '--mode', 'cli', '--logLevel', 'warn'])
process.exitCode = built === 0 ? await run(process.execPath, ['dist/cli.js', 'conform', ...process.argv.slice(2)]) : 1
