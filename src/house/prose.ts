import { type Words, wordsIn } from './jsx.ts'
import { isTest, lineAt, type Source } from './source.ts'

const read =
  /^(?:aria-label|aria-description|aria-roledescription|aria-valuetext|aria-placeholder|title|placeholder|alt|label)$/

/** Words a person reads that stand in a component. They belong to `words`, so that another language is one folder. */
export function proseOutsideWords(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^src\/(ui|main|dev)\b.*\.tsx$/.test(path) && !isTest(path))
    .flatMap(({ path, text }) =>
      wordsIn(text)
        .filter(isProse)
        .map(({ value, index }) => `${path}:${lineAt(text, index)} says “${value}”`),
    )
}

function isProse({ kind, name, value }: Words): boolean {
  const hasLetters = /\p{L}/u.test(value.replace(/&#?\w+;/g, ''))
  if (kind === 'text') return hasLetters
  if (kind === 'attribute') return read.test(name) && hasLetters
  // In code, class names and keys look like words as well; a sentence begins with a capital and has a space (and is not
  // the path of a drawing: `M … …`). What an error says is for us, not for the person.
  return (
    /^(?:\p{Lu}\p{Ll}+ [\p{L}…]|\p{Lu} \p{Ll}{2})/u.test(value) &&
    !/(?:Error|invariant|console\.\w+)\([^)]*$/.test(name)
  )
}
