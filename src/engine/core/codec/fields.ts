import { invariant } from '../invariant.ts'
import type { ConnectionId } from '../world.ts'
import {
  type Codec,
  mentionConnection,
  type Reader,
  readByte,
  readConnection,
  readCount,
  readInt,
  readText,
  type Writer,
  writeByte,
  writeCount,
  writeInt,
  writeText,
} from './bytes.ts'
import { inOrder } from './dictionary.ts'

/** A field that may be left out. */
export interface OptionalField<T> {
  readonly optional: Codec<T>
}

/** One codec for every field of a type: a forgotten one and one too many do not compile. */
export type Fields<T> = {
  readonly [F in keyof T]-?: Record<never, never> extends Pick<T, F>
    ? OptionalField<Exclude<T[F], undefined>>
    : Codec<T[F]>
}

/** A codec written as the list of a type's fields; they are written in the order of the list. */
export const codec = <T extends object>(fields: Fields<T>): Codec<T> => {
  const list = Object.entries(fields as Readonly<Record<string, Codec<unknown> | OptionalField<unknown>>>)
  return {
    write: (out, value) => {
      const from = value as Readonly<Record<string, unknown>>
      for (const [name, field] of list) writeField(out, field, from[name])
    },
    read: (from) => {
      const value: Record<string, unknown> = {}
      for (const [name, field] of list) readField(from, field, name, value)
      return value as T
    },
  }
}

const writeField = (out: Writer, field: Codec<unknown> | OptionalField<unknown>, value: unknown): void => {
  if (!('optional' in field)) return field.write(out, value)
  writeByte(out, value === undefined ? 0 : 1)
  if (value !== undefined) field.optional.write(out, value)
}

const readField = (
  from: Reader,
  field: Codec<unknown> | OptionalField<unknown>,
  name: string,
  into: Record<string, unknown>,
): void => {
  if (!('optional' in field)) into[name] = field.read(from)
  else if (readByte(from) === 1) into[name] = field.optional.read(from)
}

export const optional = <T>(of: Codec<T>): OptionalField<T> => ({ optional: of })

export const int: Codec<number> = { write: writeInt, read: readInt }
export const text: Codec<string> = { write: writeText, read: readText }
export const bool: Codec<boolean> = {
  write: (out, value) => writeByte(out, value ? 1 : 0),
  read: (from) => readByte(from) === 1,
}

/** A field that no rule reads is not part of what the future depends on; a decoded world has `value` there. */
export const unread = <T>(value: T): Codec<T> => ({ write: () => {}, read: () => value })

/** One of these values. */
export const oneOf = <const T extends string | number | boolean | null>(...values: readonly T[]): Codec<T> => ({
  write: (out, value) => {
    const place = values.indexOf(value)
    invariant(place >= 0, `${String(value)} is one of the values its codec knows`)
    writeCount(out, place)
  },
  read: (from) => {
    const value = values[readCount(from)]
    invariant(value !== undefined, 'a value is one of those its codec knows')
    return value
  },
})

export const nullable = <T>(of: Codec<T>): Codec<T | null> => ({
  write: (out, value) => {
    writeByte(out, value === null ? 0 : 1)
    if (value !== null) of.write(out, value)
  },
  read: (from) => (readByte(from) === 0 ? null : of.read(from)),
})

export const list = <T>(of: Codec<T>): Codec<readonly T[]> => ({
  write: (out, values) => {
    writeCount(out, values.length)
    for (const value of values) of.write(out, value)
  },
  read: (from) => {
    const values: T[] = []
    for (let left = readCount(from); left > 0; left -= 1) values.push(of.read(from))
    return values
  },
})

type Entries<T> = Readonly<Record<string, T>>

const entries = <T>(
  key: Codec<string>,
  of: Codec<T>,
  keysOf: (out: Writer, value: Entries<T>) => readonly string[],
): Codec<Entries<T>> => ({
  write: (out, value) => {
    const keys = keysOf(out, value)
    writeCount(out, keys.length)
    for (const name of keys) {
      key.write(out, name)
      of.write(out, value[name] as T)
    }
  },
  read: (from) => {
    const value: Record<string, T> = {}
    for (let left = readCount(from); left > 0; left -= 1) {
      const name = key.read(from)
      value[name] = of.read(from)
    }
    return value
  },
})

/** Keys are sorted: for records whose order no rule reads. */
export const record = <T>(of: Codec<T>, key: Codec<string> = text): Codec<Entries<T>> =>
  entries(key, of, (out, value) => inOrder(out.dictionary, Object.keys(value)))

/** Keys as they stand: for records that some rule walks through in their order. */
export const recordInOrder = <T>(of: Codec<T>, key: Codec<string> = text): Codec<Entries<T>> =>
  entries(key, of, (_out, value) => Object.keys(value))

/** A connection by its place among those of its pair that anybody still knows. */
export const connectionId: Codec<ConnectionId> = { write: mentionConnection, read: readConnection }
