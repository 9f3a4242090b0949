/** `node dist/cli.js run|verdict|trace`: the same functions as on the page, for a terminal. */
import process from 'node:process'
import { answer } from './answer.ts'

const { out, error, code } = answer(process.argv.slice(2))
process.stdout.write(out)
process.stderr.write(error)
process.exitCode = code
