import { invariant } from '../invariant.ts'
import type { Kinds, Message, PendingName } from '../world.ts'
import { type Codec, type Reader, readCount, writeCount } from './bytes.ts'
import { codec, connectionId, nullable, text, unread } from './fields.ts'

/** Names of a decoded world begin where no run ever comes, so they cannot meet one that is made later. */
const FIRST_ORDINAL = 1_000_000_000

export const makeUpName = (from: Reader, base: string): PendingName => {
  from.named += 1
  return `${base} #${FIRST_ORDINAL + from.named}` as PendingName
}

type Content<K extends Kinds> = Pick<Message<K>, 'from' | 'to' | 'connection' | 'body' | 'about' | 'sentAt'>

/** A message, once; where it stands a second time, its place among those before. No rule reads `about` and `sentAt`. */
export const messageCodec = <K extends Kinds>(body: Codec<K['body']>): Codec<Message<K>> => {
  const content = codec<Content<K>>({
    from: text,
    to: text,
    connection: nullable(connectionId),
    body,
    about: unread<readonly string[]>([]),
    sentAt: unread(0),
  })
  return {
    write: (out, message) => {
      const known = out.messages.get(message.name)
      writeCount(out, known === undefined ? 0 : known + 1)
      if (known !== undefined) return
      out.messages.set(message.name, out.messages.size)
      content.write(out, message)
    },
    read: (from) => {
      const known = readCount(from)
      if (known > 0) return messageAt<K>(from, known - 1)
      const place = from.messages.length
      const { body: of, ...rest } = content.read(from)
      const message: Message<K> = { name: makeUpName(from, `${of.api} ${rest.from}>${rest.to}`), ...rest, body: of }
      from.messages[place] = message
      return message
    },
  }
}

const messageAt = <K extends Kinds>(from: Reader, place: number): Message<K> => {
  const message = from.messages[place]
  invariant(message, 'a message is referred to behind itself')
  return message as Message<K>
}

/** A record by names of messages that were written before; what is about a message that is gone is dropped. */
export const byMessage = <T>(of: Codec<T>): Codec<Readonly<Record<string, T>>> => ({
  write: (out, value) => {
    const known = Object.entries(value).flatMap(([name, v]) => {
      const place = out.messages.get(name as PendingName)
      return place === undefined ? [] : [{ place, v }]
    })
    writeCount(out, known.length)
    for (const { place, v } of known.sort((a, b) => a.place - b.place)) {
      writeCount(out, place)
      of.write(out, v)
    }
  },
  read: (from) => {
    const value: Record<string, T> = {}
    for (let left = readCount(from); left > 0; left -= 1) value[messageAt(from, readCount(from)).name] = of.read(from)
    return value
  },
})
