import { invariant } from '../invariant.ts'
import type { ConnectionId, Millis } from '../world.ts'
import { mentionConnection, readByte, readConnection, readCount, readInt, readText, writeByte, writeCount, writeInt, writeText, type Codec, type Reader, type Writer } from './bytes.ts'
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

const readField = (from: Reader, field: Codec<unknown> | OptionalField<unknown>, name: string, into: Record<string, unknown>): void => {
  if (!('optional' in field)) into[name] = field.read(from)
  else if (readByte(from) === 1) into[name] = field.optional.read(from)
}

export const optional = <T>(of: Codec<T>): OptionalField<T> => ({ optional: of })

export const int: Codec<number> = { write: writeInt, read: readInt }
export const text: Codec<string> = { write: writeText, read: readText }
export const bool: Codec<boolean> = { write: (out, value) => writeByte(out, value ? 1 : 0), read: (from) => readByte(from) === 1 }

/** A field that no rule reads is not part of what the future depends on; a decoded world has `value` there. */
export const unread = <T>(value: T): Codec<T> => ({ write: () => {}, read: () => value })

/** A time, relative to now. */
export const time: Codec<Millis> = { write: (out, value) => writeInt(out, value - out.now), read: (from) => readInt(from) + from.now }

/** A time that only matters while it lies ahead: *not before* it. */
export const timeAhead: Codec<Millis> = { write: (out, value) => writeCount(out, Math.max(0, value - out.now)), read: (from) => readCount(from) + from.now }

/** A time that only matters while it is less than `bound` ago. */
export const timeSince = (bound: Millis): Codec<Millis> => ({
  write: (out, value) => writeInt(out, Math.max(-bound, value - out.now)),
  read: (from) => readInt(from) + from.now,
})

/** The beginning of a wait of `round` ms that starts again when it is over: of its age only the part inside the round counts. */
export const timeInRounds = (round: Millis): Codec<Millis> => ({
  write: (out, value) => writeInt(out, ageInRound(out.now - value, round)),
  read: (from) => from.now - readInt(from),
})

const ageInRound = (age: Millis, round: Millis): Millis => (age <= round || round <= 0 ? age : ((age - 1) % round) + 1)

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

/** Every key of a table that the compiler keeps complete. */
export const keyOf = <T extends string>(table: Readonly<Record<T, unknown>>): Codec<T> => oneOf(...(Object.keys(table) as T[]))

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

const entries = <T>(key: Codec<string>, of: Codec<T>, keysOf: (out: Writer, value: Entries<T>) => readonly string[]): Codec<Entries<T>> => ({
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
export const record = <T>(of: Codec<T>, key: Codec<string> = text): Codec<Entries<T>> => entries(key, of, (out, value) => inOrder(out.dictionary, Object.keys(value)))

/** Keys as they stand: for records that some rule walks through in their order. */
export const recordInOrder = <T>(of: Codec<T>, key: Codec<string> = text): Codec<Entries<T>> => entries(key, of, (_out, value) => Object.keys(value))

/** A connection by its place among those of its pair that anybody still knows. */
export const connectionId: Codec<ConnectionId> = { write: mentionConnection, read: readConnection }

type Variants<T, D extends keyof T> = { readonly [K in T[D] & string]: Fields<VariantOf<T, D, K>> }
type VariantOf<T, D extends PropertyKey, K> = T extends { readonly [P in D]: infer V } ? (K extends V ? Omit<T, D> : never) : never
type Whole<T, D extends keyof T> = { readonly [K in T[D] & string]: Codec<Extract<T, Readonly<Record<D, K>>>> }

/** One of several shapes, told apart by the field `by`, which none of their field lists names. */
export const union = <T extends object, D extends keyof T & string>(by: D, variants: Variants<T, D>): Codec<T> => {
  const table = Object.entries(variants as unknown as Readonly<Record<string, Fields<object>>>)
  const tagged = table.map(([kind, fields]) => [kind, tag(by, kind, codec<object>(fields))] as const)
  return choose(by, tagged as unknown as readonly (readonly [string, Codec<T>])[])
}

const tag = (by: string, kind: string, of: Codec<object>): Codec<object> => ({ write: of.write, read: (from) => ({ [by]: kind, ...of.read(from) }) })

/** The same for shapes that have codecs of their own. */
export const either = <T extends object, D extends keyof T & string>(by: D, codecs: Whole<T, D>): Codec<T> =>
  choose<T>(by, Object.entries(codecs as unknown as Readonly<Record<string, Codec<T>>>))

const choose = <T extends object>(by: string, codecs: readonly (readonly [string, Codec<T>])[]): Codec<T> => ({
  write: (out, value) => {
    const kind = String((value as Readonly<Record<string, unknown>>)[by])
    const place = codecs.findIndex(([name]) => name === kind)
    invariant(place >= 0, `${kind} is a variant its codec knows`)
    writeCount(out, place)
    codecs[place]?.[1].write(out, value)
  },
  read: (from) => {
    const of = codecs[readCount(from)]
    invariant(of, 'a variant is one of those its codec knows')
    return of[1].read(from)
  },
})
