// Makes package-lock.json fit to be committed: `node scripts/cleanLock.mjs` after every `npm install`.
//
// npm writes the address every package came from into the lock. Behind a mirror that address is useless to everybody
// else, so it goes; the integrity hash stays and is what makes an install trustworthy.
// A mirror may also lack the builds for other platforms. npm then leaves them out without a word, and `npm ci` fails
// for people on those platforms. So every optional package that is named must be present.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

for (const entry of Object.values(lock.packages)) delete entry.resolved
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

const places = Object.keys(lock.packages)
const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !places.some((other) => other.endsWith(`node_modules/${name}`)))
    .map((name) => `${place} names ${name}, which the lock does not hold`),
)

if (missing.length > 0) {
  console.error(missing.join('\n'))
  console.error('Pin an older version of that package: see "npm install <name> --before=<date>".')
  process.exit(1)
}
console.log(`package-lock.json: ${places.length} packages, no addresses, every optional package present`)
