/**
 * How text stands in a link, so that people can read it and no chat program, mark-up or URL parser breaks it.
 *
 *   ProduceResponse[C] broker-1>producer-1 #1   ◀─▶   ProduceResponse[C]_broker-1>producer-1_#1
 *
 * A browser may turn `>` into `%3E` and others more; reading does not care.
 */
import type { DropReason } from '../words/index.ts'

/** A part of a link that was dropped, as it stood there. */
export interface DroppedPart {
  readonly part: string
  readonly reason: DropReason
}

const percent = (character: string): string => {
  // encodeURIComponent throws at half of a surrogate pair and leaves out what mark-up takes for its own.
  if (/^[\uD800-\uDFFF]$/.test(character)) return '%EF%BF%BD'
  const encoded = encodeURIComponent(character)
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : encoded
}

const encodeBut = (plain: RegExp, text: string): string =>
  Array.from(text, (character) => (plain.test(character) ? character : percent(character))).join('')

/** A value of a setting: underscores are common there and stay. */
export const encodeValue = (text: string): string => encodeBut(/^[A-Za-z0-9._:/-]$/, text)

/** A name of the engine's: spaces become underscores. */
export const encodeName = (text: string): string =>
  Array.from(text, (character) => (character === ' ' ? '_' : encodeBut(/^[A-Za-z0-9.[\]>#@:/-]$/, character))).join('')

/** null: not decodable. */
export const decodeValue = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

export const decodeName = (text: string): string | null => decodeValue(text.replace(/_/g, ' '))

export interface Part {
  readonly key: string
  /** Still encoded. */
  readonly value: string
  readonly text: string
}

/** `a=1&b=2` taken apart; the key decoded, the value not. A part without `=` has an empty value. */
export const partsOf = (query: string): readonly Part[] =>
  query
    .split('&')
    .filter((text) => text !== '')
    .map((text) => {
      const at = text.indexOf('=')
      const key = at < 0 ? text : text.slice(0, at)
      return { key: decodeValue(key) ?? key, value: at < 0 ? '' : text.slice(at + 1), text }
    })

/** A whole number without sign, or null. */
export const wholeNumber = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null)
