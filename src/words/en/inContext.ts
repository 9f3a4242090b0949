/** Sentences that need more than their event: what the rest of the run says about the same records. */
import { capital, type Names } from './names.ts'
import type { EventNamed, Said } from './said.ts'
import { listed } from './time.ts'

export interface NewLeader {
  /** What lies in its log, once each. */
  readonly has: readonly string[]
  /** Acked, and not in its log. */
  readonly ackedWithoutIt: readonly string[]
}

const wasOrWere = (records: readonly string[]): string => (records.length === 1 ? 'was' : 'were')
const isOrAre = (records: readonly string[]): string => (records.length === 1 ? 'is' : 'are')

/** The payoff of a fail-over: with what the new leader goes on, and what was promised without it. */
export const sayNewLeader = (
  event: EventNamed<'leadership-taken'>,
  names: Names,
  about: NewLeader,
  plain: Said,
): Said => {
  const who = capital(names.actor(event.node))
  const head =
    about.has.length === 0 ? `${who} leads now, with an empty log.` : `${who} leads now, with ${listed(about.has)}.`
  const { ackedWithoutIt: lost } = about
  if (lost.length > 0)
    return { head, body: `${listed(lost)} ${wasOrWere(lost)} acked, and ${isOrAre(lost)} not in its log.` }
  return { ...plain, head }
}

export interface CutCopies {
  /** Copies for which an ack was sent. */
  readonly acked: readonly string[]
  /** Records of which the leader has another copy. */
  readonly elsewhere: readonly string[]
}

/** What was cut had been acked, had not, or is safe in another copy. */
export const sayCut = (plain: Said, { acked, elsewhere }: CutCopies): Said => {
  const gone = acked.filter((record) => !elsewhere.includes(record))
  if (gone.length > 0)
    return {
      ...plain,
      body: `${listed(gone)} ${wasOrWere(gone)} acked, and the new leader does not have ${gone.length === 1 ? 'it' : 'them'}.`,
    }
  if (elsewhere.length > 0)
    return {
      ...plain,
      body: `${elsewhere.length === 1 ? 'This copy was' : 'These copies were'} never acked. The leader has ${listed(elsewhere)} in another copy.`,
    }
  return { ...plain, body: 'The new leader does not have it, and it was never acked.' }
}

/** Only the next event of its step says whether the disk is lost too. */
export const sayDiskKept = (plain: Said): Said => ({
  ...plain,
  body: (plain.body ?? '').replace('Its memory is gone.', 'Its memory is gone; what is on its disk stays.'),
})
