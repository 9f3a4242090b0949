/** The case says something that the engine or its runner has no word for. */
export class NotModelled extends Error {}
/** The case is not what its README describes. */
export class Malformed extends Error {}

/** Reads a value, or says what is wrong with it. */
export type Read<T> = (value: unknown, where: string) => T

const kindOf = (value: unknown): string => (value === null ? 'null' : value === undefined ? 'missing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`)

const plain =
  <T>(type: 'number' | 'string' | 'boolean') =>
  (value: unknown, where: string): T => {
    if (typeof value !== type) throw new Malformed(`${where} is ${kindOf(value)}, expected a ${type}`)
    return value as T
  }

export const number: Read<number> = plain('number')
export const text: Read<string> = plain('string')
export const boolean: Read<boolean> = plain('boolean')

export const nullOr =
  <T>(read: Read<T>): Read<T | null> =>
  (value, where) =>
    value === null ? null : read(value, where)

export const listOf =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, where) => {
    if (!Array.isArray(value)) throw new Malformed(`${where} is ${kindOf(value)}, expected a list`)
    return value.map((item, i) => read(item, `${where}[${i}]`))
  }

/** One of these texts; another one is a word that nobody here knows. */
export const oneOf =
  <const T extends string>(...known: readonly T[]): Read<T> =>
  (value, where) => {
    const found = known.find((k) => k === value)
    if (found === undefined) throw typeof value === 'string' ? new NotModelled(`${where} "${value}"`) : new Malformed(`${where} is ${kindOf(value)}, expected a string`)
    return found
  }

/** The fields of an object, each to be asked for: what nobody asked for is not modelled. */
export interface Fields {
  readonly has: (key: string) => boolean
  readonly need: <T>(key: string, read: Read<T>) => T
  readonly maybe: <T>(key: string, read: Read<T>, otherwise: T) => T
  /** To be called at the end. */
  readonly nothingElse: () => void
}

export const objectAt: Read<Readonly<Record<string, unknown>>> = (value, where) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(`${where} is ${kindOf(value)}, expected an object`)
  return value as Readonly<Record<string, unknown>>
}

export const fieldsOf = (value: unknown, where: string): Fields => {
  const object = objectAt(value, where)
  const unasked = new Set(Object.keys(object))
  const ask = <T>(key: string, read: Read<T>): T => {
    unasked.delete(key)
    return read(object[key], `${where}.${key}`)
  }
  return {
    has: (key) => Object.hasOwn(object, key),
    need: ask,
    maybe: (key, read, otherwise) => (Object.hasOwn(object, key) ? ask(key, read) : otherwise),
    nothingElse: () => {
      const [first] = unasked
      if (first !== undefined) throw new NotModelled(`${where}.${first}`)
    },
  }
}

/** Reads an object's fields and makes sure that none is left over. */
export const wholly =
  <T>(read: (fields: Fields, where: string) => T): Read<T> =>
  (value, where) => {
    const fields = fieldsOf(value, where)
    const result = read(fields, where)
    fields.nothingElse()
    return result
  }

/** An object whose keys are names. */
export const recordOf =
  <T>(read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, where) =>
    Object.fromEntries(Object.entries(objectAt(value, where)).map(([key, item]) => [key, read(item, `${where}.${key}`)]))
