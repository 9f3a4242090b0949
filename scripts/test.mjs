// `npm test`: everything, the browser included, on a machine that has only Node.
import { browser, building, goldens, lint, types, unit } from './parts.mjs'
import { runParts } from './runParts.mjs'

process.exitCode = await runParts([types, lint, unit, goldens, building, browser])
