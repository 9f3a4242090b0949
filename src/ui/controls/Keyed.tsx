/** Kafka's own names inside a sentence: dotted keys, and `acks`. */
const NAMES = /\b(?:[a-z]+(?:\.[a-z]+)+|acks)\b/g

/** A sentence with Kafka's names in the font of code. */
export function Keyed({ text }: { text: string }) {
  const names = text.match(NAMES) ?? []
  return text.split(NAMES).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other name
    <span key={index}>
      {piece}
      {names[index] === undefined ? null : <code>{names[index]}</code>}
    </span>
  ))
}
