import { invariant } from '../invariant.ts'
import { type Codec, readCount, writeCount } from './bytes.ts'
import { codec, type Fields } from './fields.ts'

type Variants<T, D extends keyof T> = { readonly [K in T[D] & string]: Fields<VariantOf<T, D, K>> }
type VariantOf<T, D extends PropertyKey, K> = T extends { readonly [P in D]: infer V }
  ? K extends V
    ? Omit<T, D>
    : never
  : never
type Whole<T, D extends keyof T> = { readonly [K in T[D] & string]: Codec<Extract<T, Readonly<Record<D, K>>>> }

/** One of several shapes, told apart by the field `by`, which none of their field lists names. */
export const union = <T extends object, D extends keyof T & string>(by: D, variants: Variants<T, D>): Codec<T> => {
  const table = Object.entries(variants as unknown as Readonly<Record<string, Fields<object>>>)
  const tagged = table.map(([kind, fields]) => [kind, tag(by, kind, codec<object>(fields))] as const)
  return choose(by, tagged as unknown as readonly (readonly [string, Codec<T>])[])
}

const tag = (by: string, kind: string, of: Codec<object>): Codec<object> => ({
  write: of.write,
  read: (from) => ({ [by]: kind, ...of.read(from) }),
})

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
