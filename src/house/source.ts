/** A file of the project: its path from the root, with forward slashes, and what it says. */
export interface Source {
  path: string
  text: string
}

export const isTest = (path: string): boolean => /\.(test|testing)\.tsx?$/.test(path)

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/**
 * The text with everything blanked that is not code: comments, and the insides of strings and regular expressions.
 * Every character keeps its place, so that an index means the same in both. TypeScript 7 has no API to ask, so this is
 * a scanner of what we write ourselves: good enough for the bans, and a string never runs past its line, so that an
 * apostrophe in JSX text costs at most a line.
 */
export function codeOnly(text: string): string {
  const code = [...text.split('')]
  const blank = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (code[at] !== '\n') code[at] = ' '
  }
  for (const { kind, from, to } of pieces(text))
    if (kind === 'comment') blank(from, to)
    else blank(from + 1, to - 1)
  return code.join('')
}

/** The text with its comments blanked, strings kept. */
export function withoutComments(text: string): string {
  let result = text
  for (const { kind, from, to } of pieces(text))
    if (kind === 'comment')
      result = result.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + result.slice(to)
  return result
}

interface Piece {
  kind: 'comment' | 'string' | 'regex'
  from: number
  to: number
}

/**
 * Where comments, strings and regular expressions are, in order. A template is taken up to its first `${` as one piece,
 * what follows the `}` as the next, so that the code between counts as code.
 */
function pieces(text: string): Piece[] {
  const found: Piece[] = []
  const templates: number[] = [] // how many braces are open inside each `${`
  let at = 0
  const take = (kind: Piece['kind'], pattern: RegExp) => {
    pattern.lastIndex = at
    const length = Math.max(1, pattern.exec(text)?.[0].length ?? 1)
    found.push({ kind, from: at, to: at + length })
    at += length
    return text.slice(at - length, at)
  }
  const takeTemplate = () => {
    if (take('string', /[`}](?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{)?/y).endsWith('${')) templates.push(0)
  }
  while (at < text.length) {
    const here = text[at]
    const open = templates.at(-1)
    if (text.startsWith('//', at)) take('comment', /.*/y)
    else if (text.startsWith('/*', at)) take('comment', /\/\*[\s\S]*?(?:\*\/|$)/y)
    else if (here === "'" || here === '"') take('string', /(['"])(?:\\.|(?!\1)[^\\\n])*\1?/y)
    else if (here === '`') takeTemplate()
    else if (here === '/' && startsRegex(text, at)) take('regex', /\/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+\/[a-z]*/y)
    else if (here === '}' && open === 0) {
      templates.pop()
      takeTemplate()
    } else {
      if (open !== undefined && here === '{') templates[templates.length - 1] = open + 1
      if (open !== undefined && here === '}') templates[templates.length - 1] = open - 1
      at++
    }
  }
  return found
}

// A slash divides after a value and opens a regular expression elsewhere. JSX's `</` and `/>` are neither.
function startsRegex(text: string, at: number): boolean {
  if (text[at + 1] === '>' || text[at - 1] === '<') return false
  const before = text.slice(0, at).trimEnd()
  return /(?:[(,=:[!&|?{};+\-*%~^]|=>|\breturn|\btypeof|\bcase)$/.test(before) || before === ''
}
