/** What a person could read in a JSX file: text between tags, attributes, and strings in the code around them. */
export interface Words {
  kind: 'text' | 'attribute' | 'string'
  /** An attribute's name; for a string, what stands right before it. */
  name: string
  value: string
  index: number
}

const string = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y
const comment = /\/\/.*|\/\*[\s\S]*?\*\//y
const lonelyString = /^\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`$]*)`)\s*$/

/** Reads JSX by descending through it: code holds elements, elements hold text and, in braces, code. */
export function wordsIn(text: string): Words[] {
  const reader = new Reader(text)
  for (let here = 0; here < text.length; ) here = reader.code(here)
  return reader.found
}

/** Every method takes the place where its piece begins and answers with the place behind it. */
class Reader {
  readonly found: Words[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Code, up to the `}` that ends it. */
  code(index: number): number {
    let here = index
    while (here < this.text.length && this.text[here] !== '}') here = this.stepInCode(here)
    return here + 1
  }

  private stepInCode(here: number): number {
    const skipped = this.at(comment, here)
    if (skipped !== undefined) return here + skipped.length
    const quoted = this.at(string, here)
    if (quoted !== undefined) return this.note('string', this.before(here), quoted, here)
    if (this.text[here] === '`') return this.template(here)
    if (this.text[here] === '{') return this.code(here + 1)
    if (this.text[here] === '<' && opensElement(this.text, here)) return this.element(here)
    return here + 1
  }

  private template(index: number): number {
    let here = index + 1
    let value = ''
    while (here < this.text.length && this.text[here] !== '`') {
      const isValue = this.text.startsWith('${', here)
      value += isValue ? '…' : this.text[here]
      here = isValue ? this.code(here + 2) : here + 1
    }
    this.found.push({ kind: 'string', name: this.before(index), value, index })
    return here + 1
  }

  private element(index: number): number {
    let here = index + (this.at(/<[\w.:-]*(?:<[\w\s,|'"[\]]+>)?/y, index)?.length ?? 1)
    while (here < this.text.length) {
      if (this.text.startsWith('/>', here)) return here + 2
      if (this.text[here] === '>') return this.children(here + 1)
      here = this.attribute(here)
    }
    return here
  }

  private attribute(index: number): number {
    const name = this.at(/[\w:-]+(?=\s*=)/y, index)
    if (name === undefined)
      return this.text[index] === '{' ? this.code(index + 1) : index + (this.at(comment, index)?.length ?? 1)
    const value = index + name.length + (this.at(/\s*=\s*/y, index + name.length)?.length ?? 0)
    const quoted = this.at(string, value)
    if (quoted !== undefined) return this.note('attribute', name, quoted, value)
    return this.text[value] === '{' ? this.braces('attribute', name, value) : value + 1
  }

  private children(index: number): number {
    let here = index
    while (here < this.text.length) {
      const plain = this.at(/[^<{]+/y, here) ?? ''
      if (plain.trim() !== '') {
        this.found.push({ kind: 'text', name: '', value: plain.trim(), index: here + plain.search(/\S/) })
      }
      here += plain.length
      if (this.text.startsWith('</', here)) return this.text.indexOf('>', here) + 1
      here = this.text[here] === '{' ? this.braces('text', '', here) : this.element(here)
    }
    return here
  }

  /** Braces in an element: code, or just a string, which then is what it would be without them. */
  private braces(kind: Words['kind'], name: string, index: number): number {
    const known = this.found.length
    const end = this.code(index + 1)
    const lonely = lonelyString.exec(this.text.slice(index + 1, end - 1))
    const value = lonely?.[1] ?? lonely?.[2] ?? lonely?.[3]
    if (value !== undefined) this.found.splice(known, 1, { kind, name, value, index })
    return end
  }

  private note(kind: Words['kind'], name: string, quoted: string, index: number): number {
    this.found.push({ kind, name, value: quoted.slice(1, -1), index })
    return index + quoted.length
  }

  private before(index: number): string {
    return this.text.slice(Math.max(0, index - 40), index)
  }

  private at(pattern: RegExp, index: number): string | undefined {
    pattern.lastIndex = index
    return pattern.exec(this.text)?.[0]
  }
}

// A `<` compares after a value, and holds types after a name; an element stands where a value may begin.
function opensElement(text: string, index: number): boolean {
  const isTypeParameter = /^<[A-Z]\w?(?:,|\s+extends\b|>\s*\()/.test(text.slice(index, index + 40))
  if (isTypeParameter || !/[A-Za-z>]/.test(text[index + 1] ?? '')) return false
  const before = text.slice(0, index).trimEnd()
  return before === '' || /(?:[([{},;=?:&|>]|\breturn|\bcase)$/.test(before)
}
