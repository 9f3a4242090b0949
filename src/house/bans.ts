import { codeOnly, isTest, lineAt, type Source } from './source.ts'

export interface Ban {
  what: string
  pattern: RegExp
  applies: (path: string) => boolean
}

const isOurs = (path: string): boolean => path.startsWith('src/') && /\.tsx?$/.test(path) && !isTest(path)
const isPure = (path: string): boolean => isOurs(path) && /^src\/(engine|words)\//.test(path)
const isConfig = (path: string): boolean => /\.config\.ts$/.test(path)

/** What no code may contain. The type checker and the linter see most of it too; here it cannot be switched off by a comment. */
export const bans: readonly Ban[] = [
  { what: 'Math.random: chance is a choice of the explorer', pattern: /\bMath\s*\.\s*random\b/g, applies: isPure },
  { what: 'Date: the engine knows only simulated time', pattern: /(?<![.\w'])Date\b(?!\s*[:'])/g, applies: isPure },
  {
    what: 'a timer: what happens later is a pending on the agenda',
    pattern: /(?<![.\w])(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/g,
    applies: isPure,
  },
  { what: 'performance: the engine has no clock', pattern: /(?<![.\w])performance\b(?!\s*:)/g, applies: isPure },
  {
    what: 'any: say what it is, or parse it',
    pattern: /(?:[:<|&,=]|\bas|\bextends)\s*any\b(?!\s*[:(])/g,
    applies: isOurs,
  },
  { what: 'a non-null !: let the type say it', pattern: /[\w)\]]!(?=[.;,)\]}[(\s]|$)(?!\s*=[^=>])/gm, applies: isOurs },
  {
    what: 'a default export: one name for one thing',
    pattern: /\bexport\s+default\b|\bas\s+default\b/g,
    applies: (path) => /\.tsx?$/.test(path) && !isConfig(path),
  },
  {
    what: 'a selector that ends in :is(): a browser asks every element of the page for it; write one selector for each',
    pattern: /:is\((?:[^()]|\([^()]*\))*\)\s*[{,]/g,
    applies: (path) => path.endsWith('.css'),
  },
]

export function banned(sources: readonly Source[], list: readonly Ban[] = bans): string[] {
  return sources.flatMap(({ path, text }) => {
    const applying = list.filter((ban) => ban.applies(path))
    if (applying.length === 0) return []
    const code = codeOnly(text)
    return applying.flatMap(({ what, pattern }) =>
      [...code.matchAll(pattern)].map(({ index }) => `${path}:${lineAt(code, index)} has ${what}`),
    )
  })
}

/** Folders that say nothing about what is in them: a function lives with the noun it serves. */
export function namelessFolders(paths: readonly string[]): string[] {
  return paths.filter(
    (path) => /(^|\/)(utils?|helpers?|common|misc|shared|lib)\//.test(path) && path.startsWith('src/'),
  )
}
