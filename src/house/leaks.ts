import { lineAt, type Source } from './source.ts'

/**
 * What a committed file must not tell: where somebody's copy of the project lies, and which registry it was made with.
 * The folders are spelled so that this file does not find itself.
 */
const leaks: readonly { what: string; pattern: RegExp }[] = [
  { what: 'the path of one machine', pattern: /(?<![\w.~-])\/(?:home|[U]sers|[r]oot|[w]ork|[m]nt)\/[\w.-]+/g },
  { what: 'the path of one machine', pattern: /\b[A-Z]:\\{1,2}[U]sers\\/g },
  { what: 'a registry', pattern: /\bhttps?:\/\/[^\s"'`)]*(?:registry|artifactory|nexus|verdaccio|mirror)/gi },
  {
    what: 'an address without encryption',
    pattern: /\bhttp:\/\/(?!127\.0\.0\.1|localhost|\$|www\.w3\.org\/|scripts\.sil\.org)[\w.]+/g,
  },
]

export function leaked(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    leaks.flatMap(({ what, pattern }) =>
      [...text.matchAll(pattern)].map((match) => `${path}:${lineAt(text, match.index)} holds ${what}: ${match[0]}`),
    ),
  )
}
