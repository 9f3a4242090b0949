// The ids of the rules: where the rule book lies beside the project they are read from it (and our copy is brought up
// to date), else from the copy. Only ids by section are kept: facts to count with, not the book's words.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { root } from './run.mjs'

const copy = `${root}src/conformance/data/rule-ids.json`

// Both books number their sections from 1, so those of the second carry a letter.
const books = [
  { file: `${root}../shared/kafka/rules-producer-broker.md`, prefix: '' },
  { file: `${root}../shared/kafka/rules-transactions-consumer.md`, prefix: 't' },
]

/** `[{ section: '1.1', ids: ['CFG-R01', …] }, …, { section: 't1.1', … }]`, in the order of the books. */
export function ruleIds() {
  if (!books.every(({ file }) => existsSync(file))) return JSON.parse(readFileSync(copy, 'utf8'))
  const sections = books.flatMap(({ file, prefix }) => readBook(readFileSync(file, 'utf8'), prefix))
  const text = `[\n${sections.map((section) => `  ${JSON.stringify(section)}`).join(',\n')}\n]\n`
  mkdirSync(dirname(copy), { recursive: true })
  if (!existsSync(copy) || readFileSync(copy, 'utf8') !== text) writeFileSync(copy, text)
  return sections
}

/** A rule opens a list item, a paragraph or a table row with its id in bold; the numbered heading above is its section. */
function readBook(text, prefix) {
  const sections = []
  for (const line of text.split('\n')) {
    const heading = /^#{2,3} (\d+(?:\.\d+)?)\.? /.exec(line)?.[1]
    if (heading !== undefined) sections.push({ section: prefix + heading, ids: [] })
    const id = /^(?:[-*] |\| )?\*\*([A-Z]+-R?\d+)\b/.exec(line)?.[1]
    if (id !== undefined) sections.at(-1)?.ids.push(id)
  }
  return sections.filter(({ ids }) => ids.length > 0)
}

// A family and a number, then any more numbers of that family: `SEQ-01…03`, `BLOG-01…BLOG-09`, `HW-R01, R02 and R05`.
const number = String.raw`\d{2}(?!\d| ?(?:ms|s|%|kB)\b|\.\d)`
const joint = String.raw`\s*(?:…|\.\.\.?|–|-|to|,|\/|and)\s*`
const mention = new RegExp(String.raw`\b([A-Z]{2,5})-(R?)(${number})((?:${joint}(?:\1-)?\2?${number})*)`, 'g')
const continued = new RegExp(String.raw`(${joint})(?:[A-Z]+-)?R?(\d{2})`, 'g')

/** The rule ids that a text names, ranges and lists included. */
export function idsIn(text) {
  const found = new Set()
  for (const [, family, r, first, rest] of text.matchAll(mention)) {
    const add = (each) => found.add(`${family}-${r}${String(each).padStart(2, '0')}`)
    let last = Number(first)
    add(last)
    for (const [, how, next] of rest.matchAll(continued)) {
      const isRange = /…|\.\.|–|-|to/.test(how)
      for (let each = isRange ? last + 1 : Number(next); each <= Number(next); each++) add(each)
      last = Number(next)
    }
  }
  return found
}
