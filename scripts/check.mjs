// `npm run check`: what a change must pass, in seconds rather than minutes.
import { building, lint, types, unit } from './parts.mjs'
import { runParts } from './runParts.mjs'

process.exitCode = await runParts([types, lint, unit, building])
