// `npm run bench`: how fast the engine is (the command line measures itself), how heavy the page is, and how it moves.
import { benchPage } from './benchPage.mjs'
import { ensureInstalled } from './install.mjs'
import { build } from './parts.mjs'
import { run } from './run.mjs'
import { engineAlone, firstLoad, kilobytes } from './weight.mjs'

await ensureInstalled()
if ((await build(['--logLevel', 'warn'])) !== 0) process.exit(1)
const code = await run(process.execPath, ['dist/cli.js', 'bench'])

console.log('\nweight, gzip')
weigh('page, scripts of the first load', firstLoad(), 150)
weigh('engine alone', await engineAlone(), 40)
await benchPage()
process.exitCode = code

// An aim is an aim: being over it is said, and breaks nothing.
function weigh(what, bytes, aim) {
  const over = kilobytes(bytes) > aim ? '  over its aim' : ''
  console.log(`  ${what.padEnd(34)}${kilobytes(bytes).toFixed(1).padStart(7)} kB of ${aim}${over}`)
}
