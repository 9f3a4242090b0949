import { invariant } from '../invariant.ts'
import type { ConnectionId, Kinds, Message, Millis, PendingName } from '../world.ts'
import type { Dictionary } from './dictionary.ts'

/** A connection number that is not known before the last one was met: one byte, filled in at the end. */
export interface Mention {
  readonly at: number
  readonly base: string
  readonly number: number
}

/** Bytes being written, and what has been met on the way. */
export interface Writer {
  bytes: Uint8Array
  length: number
  readonly now: Millis
  readonly dictionary: Dictionary
  /** A message that stands in two places is written once. */
  readonly messages: Map<PendingName, number>
  readonly mentions: Mention[]
}

/** Bytes being read, and what has been met on the way. */
export interface Reader {
  readonly bytes: Uint8Array
  at: number
  now: Millis
  readonly dictionary: Dictionary
  readonly messages: Message<Kinds>[]
  /** How many connections of each pair were met: the next one to stand comes behind them. */
  readonly stood: Record<string, number>
  /** How many names were made up so far. */
  named: number
}

/** How one type becomes bytes and comes back. */
export interface Codec<T> {
  readonly write: (out: Writer, value: T) => void
  readonly read: (from: Reader) => T
}

export const openWriter = (dictionary: Dictionary, now: Millis): Writer => ({
  bytes: new Uint8Array(512),
  length: 0,
  now,
  dictionary,
  messages: new Map(),
  mentions: [],
})

export const openReader = (dictionary: Dictionary, bytes: Uint8Array): Reader => ({
  bytes,
  at: 0,
  now: 0,
  dictionary,
  messages: [],
  stood: {},
  named: 0,
})

export const writeByte = (out: Writer, byte: number): void => {
  if (out.length === out.bytes.length) {
    const larger = new Uint8Array(out.bytes.length * 2)
    larger.set(out.bytes)
    out.bytes = larger
  }
  out.bytes[out.length] = byte
  out.length += 1
}

export const readByte = (from: Reader): number => {
  const byte = from.bytes[from.at]
  invariant(byte !== undefined, 'bytes of a world end where it ends')
  from.at += 1
  return byte
}

/** A varint: seven bits a byte, low ones first. By division, because a time can have more than 32 bits. */
export const writeCount = (out: Writer, count: number): void => {
  invariant(Number.isSafeInteger(count) && count >= 0, 'only whole numbers are encoded')
  let rest = count
  for (; rest > 127; rest = Math.floor(rest / 128)) writeByte(out, (rest % 128) + 128)
  writeByte(out, rest)
}

export const readCount = (from: Reader): number => {
  let count = 0
  for (let weight = 1; ; weight *= 128) {
    const byte = readByte(from)
    count += (byte % 128) * weight
    if (byte < 128) return count
  }
}

/** Zigzag: 0, -1, 1, -2, 2, …, so that small numbers of either sign are short. */
export const writeInt = (out: Writer, value: number): void => {
  invariant(Number.isInteger(value), 'only whole numbers are encoded')
  writeCount(out, value >= 0 ? value * 2 : -value * 2 - 1)
}

export const readInt = (from: Reader): number => {
  const count = readCount(from)
  return count % 2 === 0 ? count / 2 : -(count + 1) / 2
}

/** A text of the dictionary is its place there, plus one; any other is spelled out. */
export const writeText = (out: Writer, value: string): void => {
  const place = out.dictionary.places.get(value)
  if (place !== undefined) return writeCount(out, place + 1)
  writeCount(out, 0)
  writeCount(out, value.length)
  for (let i = 0; i < value.length; i += 1) writeCount(out, value.charCodeAt(i))
}

export const readText = (from: Reader): string => {
  const place = readCount(from)
  if (place > 0) return wordAt(from, place - 1)
  const length = readCount(from)
  return Array.from({ length }, () => String.fromCharCode(readCount(from))).join('')
}

const wordAt = (from: Reader, place: number): string => {
  const word = from.dictionary.words[place]
  invariant(word !== undefined, 'a world is read with the dictionary it was written with')
  return word
}

/** `producer-1>broker-1 #3`: the pair now, its number among those anybody still knows at the end. */
export const mentionConnection = (out: Writer, id: ConnectionId): void => {
  const cut = id.lastIndexOf(' #')
  const base = id.slice(0, cut)
  writeText(out, base)
  out.mentions.push({ at: out.length, base, number: Number(id.slice(cut + 2)) })
  writeByte(out, 0)
}

/** Numbers every pair's connections from 1, oldest first, whatever numbers they had. */
export const fillMentions = (out: Writer): void => {
  const numbers = new Map<string, number[]>()
  for (const { base, number } of out.mentions) {
    const known = numbers.get(base)
    if (!known) numbers.set(base, [number])
    else if (!known.includes(number)) known.push(number)
  }
  for (const known of numbers.values()) known.sort((a, b) => a - b)
  for (const { at, base, number } of out.mentions) {
    const rank = (numbers.get(base)?.indexOf(number) ?? -1) + 1
    invariant(rank > 0 && rank < 256, 'a pair has few connections that anybody still knows')
    out.bytes[at] = rank
  }
}

export const readConnection = (from: Reader): ConnectionId => {
  const base = readText(from)
  const rank = readByte(from)
  from.stood[base] = Math.max(from.stood[base] ?? 0, rank)
  return `${base} #${rank}`
}
