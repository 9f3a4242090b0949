import { codeOnly, isTest, type Source } from './source.ts'

export const aims = { file: 200, function: 50 }

/** What is larger than its aim today, with its size. It may only shrink. */
export type Known = Readonly<Record<string, number>>

/** Lines of every file that has an aim. Tests have none: a table of cases is long and easy to read. */
export function fileSizes(sources: readonly Source[]): Map<string, number> {
  return new Map(measured(sources).map(({ path, text }) => [path, text.trimEnd().split('\n').length]))
}

/** Lines of the longest function of each name, as `path name`. */
export function functionSizes(sources: readonly Source[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { path, text } of measured(sources)) {
    for (const { name, lines } of functions(text)) {
      const key = `${path} ${name}`
      sizes.set(key, Math.max(lines, sizes.get(key) ?? 0))
    }
  }
  return sizes
}

/** Nothing grows past the aim; what is past it already only shrinks, and its number with it. */
export function ratchet(sizes: ReadonlyMap<string, number>, aim: number, known: Known): string[] {
  const grown = [...sizes].flatMap(([what, lines]) => {
    const allowed = known[what]
    if (lines <= aim && allowed === undefined) return []
    if (allowed === undefined) return [`${what} has ${lines} lines, the aim is ${aim}`]
    if (lines > allowed) return [`${what} grew from ${allowed} lines to ${lines}`]
    if (lines <= aim) return [`${what} is within the aim now: strike it off the list`]
    return lines < allowed ? [`${what} shrank from ${allowed} lines to ${lines}: say so in the list`] : []
  })
  const gone = Object.keys(known).filter((what) => !sizes.has(what))
  return [...grown, ...gone.map((what) => `${what} is gone: strike it off the list`)]
}

// Tables are made, not written.
const made = new Set(['src/timeline/advanceTables.ts'])
const measured = (sources: readonly Source[]) =>
  sources.filter(
    ({ path }) => /\.(tsx?|mjs)$/.test(path) && !isTest(path) && !/\.spec\.ts$/.test(path) && !made.has(path),
  )

/**
 * Functions by their braces: a `{` behind `=>`, or behind a parameter list that no `if`, `for` or the like owns; and a
 * `(` behind `=>`. A function begins on the line that is indented like its last one, which is how the formatter leaves
 * it. Not counted: an arrow whose body stands without any bracket.
 */
export function functions(text: string): { name: string; lines: number }[] {
  const code = codeOnly(text)
  const lines = code.split('\n')
  const starts = lineStarts(code)
  const lineOf = (index: number) => starts.findLastIndex((start) => start <= index)
  return brackets(code)
    .filter(({ open }) => opensFunction(code, open))
    .map(({ open, close }) => {
      const first = headerLine(lines, lineOf(open), lineOf(close))
      return { name: nameIn(lines[first] ?? ''), lines: lineOf(close) - first + 1 }
    })
}

function lineStarts(code: string): number[] {
  return [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)]
}

function brackets(code: string): { open: number; close: number }[] {
  const waiting: number[] = []
  const pairs: { open: number; close: number }[] = []
  for (let at = 0; at < code.length; at++) {
    if ('{('.includes(code[at] ?? '')) waiting.push(at)
    const open = '})'.includes(code[at] ?? ' ') ? waiting.pop() : undefined
    if (open !== undefined) pairs.push({ open, close: at })
  }
  return pairs
}

function opensFunction(code: string, open: number): boolean {
  const before = code.slice(Math.max(0, open - 2000), open).trimEnd()
  if (before.endsWith('=>')) return true
  if (code[open] !== '{') return false
  const parameters = /\)(?:\s*:\s*[\w$][^;=()]*)?$/.exec(before)
  if (!parameters) return false
  const head = before.slice(0, openingOf(before, parameters.index)).trimEnd()
  return /[\w$>\])]$/.test(head) && !/\b(if|for|while|switch|catch|with|await)$/.test(head)
}

function openingOf(code: string, close: number): number {
  let depth = 0
  for (let at = close; at >= 0; at--) {
    if (code[at] === ')') depth++
    if (code[at] === '(' && --depth === 0) return at
  }
  return 0
}

function headerLine(lines: readonly string[], open: number, close: number): number {
  const indent = (line: number) => /^ */.exec(lines[line] ?? '')?.[0].length ?? 0
  let line = open
  while (line > 0 && (indent(line) > indent(close) || /^\s*(?:[)\]}]|$)/.test(lines[line] ?? ''))) line--
  return line
}

function nameIn(header: string): string {
  const name =
    /\bfunction\b\s*\*?\s*([\w$]+)/.exec(header) ??
    /\b(?:const|let)\s+([\w$]+)/.exec(header) ??
    /^\s*(?:async\s+|static\s+|readonly\s+)*([\w$]+)\s*[(:=<]/.exec(header)
  return name?.[1] ?? '(nameless)'
}
