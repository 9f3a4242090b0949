import type { Naming } from './system.ts'
import type { PendingName } from './world.ts'

type Book = Readonly<Record<string, number>>

/**
 * Names come from meaning, never from step numbers: the same name means the same thing after a switch has changed
 * everything around it. The ordinal counts how often that meaning has come up in this run.
 */
const withOrdinal = (base: string, ordinal: number, always: boolean): PendingName =>
  (always || ordinal > 1 ? `${base} #${ordinal}` : base) as PendingName

/** Names a message that is being sent: `Produce[C] producer-1>broker-1 #2`. */
export const nameMessage = (book: Book, naming: Naming, from: string, to: string): { name: PendingName; book: Book } => {
  const base = `${naming.base} ${from}>${to}`
  const ordinal = (book[base] ?? 0) + 1
  return { name: withOrdinal(base, ordinal, naming.ordinal === 'always'), book: { ...book, [base]: ordinal } }
}

/** An answer has the ordinal of its request. */
export const nameAnswer = (naming: Naming, request: PendingName, from: string, to: string): PendingName =>
  withOrdinal(`${naming.base} ${from}>${to}`, ordinalOf(request), naming.ordinal === 'always')

/** The n in `… #n`; 1 where there is none. */
export const ordinalOf = (name: PendingName): number => Number(/ #(\d+)$/.exec(name)?.[1] ?? 1)

/** A timer is named when it is set and counted when it fires, so that moving it does not change its name. */
export const nameTimer = (book: Book, base: string): PendingName => withOrdinal(base, (book[base] ?? 0) + 1, false)

/** Counts a timer or link change that has just been performed. */
export const countFired = (book: Book, name: PendingName): Book => {
  const base = name.replace(/ #\d+$/, '')
  return { ...book, [base]: (book[base] ?? 0) + 1 }
}

/** `producer-1>broker-1 #2`: a connection's number counts those that stood. */
export const nameConnection = (book: Book, client: string, server: string): { id: string; book: Book } => {
  const base = `${client}>${server}`
  const number = (book[base] ?? 0) + 1
  return { id: `${base} #${number}`, book: { ...book, [base]: number } }
}
