import { posix } from 'node:path'
import { lineAt, type Source, withoutComments } from './source.ts'

/** One import, as a file of ours or as a package. */
export interface Edge {
  from: string
  line: number
  /** A path from the root for a file of ours, else the name as written (`react`, `d3-scale`, `node:fs`). */
  to: string
  kind: 'package' | 'file'
  /** `import type`: nothing of it is left when the program runs. */
  isType: boolean
  /** `import('…')`: loaded when it is first used. */
  isLazy: boolean
}

const statement = /(?:^|[;}\n])[ \t]*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s*)?(['"])([^'"\n]+)\2/g
const call = /\bimport\s*\(\s*(['"])([^'"\n]+)\1/g
const url = /\bnew\s+URL\(\s*(['"])(\.[^'"\n]*\w)\1\s*,\s*import\.meta\.url/g

/** Every import of a file, read from its text: statements, `import()`, and `new URL('…', import.meta.url)`. */
export function edges({ path, text }: Source): Edge[] {
  const code = withoutComments(text)
  const edge = (index: number, spec: string, isType: boolean, isLazy: boolean): Edge => ({
    from: path,
    line: lineAt(code, index),
    ...target(path, spec),
    isType,
    isLazy,
  })
  return [
    ...[...code.matchAll(statement)].map((match) => {
      const start = match.index + match[0].search(/import|export/)
      return edge(start, match[3] ?? '', match[1] !== undefined, false)
    }),
    ...[...code.matchAll(call)].map((match) => edge(match.index, match[2] ?? '', isTypeQuery(code, match.index), true)),
    ...[...code.matchAll(url)].map((match) => edge(match.index, match[2] ?? '', false, true)),
  ]
}

function target(from: string, spec: string): Pick<Edge, 'to' | 'kind'> {
  const bare = spec.replace(/\?.*$/, '') // `./worker.ts?worker`
  if (!bare.startsWith('.')) return { to: bare, kind: 'package' }
  return { to: posix.normalize(posix.join(posix.dirname(from), bare)), kind: 'file' }
}

// `import('./x.ts').Thing` in a type is gone at run time, as is `typeof import('./x.ts')`.
function isTypeQuery(code: string, index: number): boolean {
  return /(?:typeof\s+|[:<|&]\s*)$/.test(code.slice(0, index)) && !/await\s*$/.test(code.slice(0, index))
}
