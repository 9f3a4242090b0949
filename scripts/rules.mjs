// `npm run rules`: which rules of the rule books the engine cites, which engine/README.md lists as left out, and which
// nobody speaks for. `npm run rules -- 1 2` fails when one of sections 1 and 2 has a missing rule (t1, t2 … are the
// sections of the book on transactions).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { idsIn, ruleIds } from './ruleIds.mjs'
import { root } from './run.mjs'

const required = process.argv.slice(2)
const engine = join(root, 'src/engine')
const cited = idsIn(
  sources()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n'),
)
const leftOut = idsIn(leftOutPart(join(engine, 'README.md')))

const sections = ruleIds().map(({ section, ids }) => ({
  section,
  cited: ids.filter((id) => cited.has(id)),
  leftOut: ids.filter((id) => leftOut.has(id) && !cited.has(id)),
  missing: ids.filter((id) => !cited.has(id) && !leftOut.has(id)),
}))
for (const section of sections)
  console.log(`${section.section.padEnd(6)}${say([section])}  ${section.missing.join(' ')}`)
console.log(say(sections))

const unknown = required.filter((one) => !sections.some(({ section }) => isPartOf(section, one)))
if (unknown.length > 0) console.error(`no such section: ${unknown.join(' ')}`)
const isShort = sections.some(
  ({ section, missing }) => missing.length > 0 && required.some((one) => isPartOf(section, one)),
)
process.exitCode = isShort || unknown.length > 0 ? 1 : 0

/** Section 1.4 is part of sections 1.4 and 1. */
function isPartOf(section, whole) {
  return section === whole || section.startsWith(`${whole}.`)
}

function say(some) {
  const count = (what) => some.reduce((total, section) => total + section[what].length, 0)
  return `${count('cited')} cited, ${count('leftOut')} left out, ${count('missing')} missing`
}

function sources() {
  if (!existsSync(engine)) return []
  return readdirSync(engine, { recursive: true })
    .filter((name) => /\.ts$/.test(name) && !/\.(test|testing)\.ts$/.test(name))
    .map((name) => join(engine, name))
}

/** What stands under the heading "Left out", up to the next heading of the same or a higher rank. */
function leftOutPart(file) {
  if (!existsSync(file)) return ''
  const [, rank, rest] = /^(#+) Left out.*\n([\s\S]*)/im.exec(readFileSync(file, 'utf8')) ?? [undefined, '#', '']
  return rest.split(new RegExp(`^#{1,${rank.length}} `, 'm'))[0]
}
