import type { CommitReason, PartitionOffset } from '../../engine/index.ts'
import { capital } from './names.ts'
import type { SayEach } from './said.ts'
import { listed } from './time.ts'

type OffsetKind =
  | 'position-found'
  | 'commit-sent'
  | 'offset-stored'
  | 'offsets-committed'
  | 'commit-failed'
  | 'coordinator-took-over'

/** What a commit means for what is still to be done: the whole difference between once at most and once at least. */
const MEANT: { readonly [Because in CommitReason]: string } = {
  before: 'It has not processed what lies before it yet: once this is stored, a crash skips that.',
  after: 'It has processed what lies before it: once this is stored, a restart does not bring that again.',
  auto: 'A later poll commits what earlier polls handed over, without being asked.',
}

const offsetsIn = (offsets: readonly PartitionOffset[]): string =>
  offsets.length === 1
    ? `offset ${offsets[0]?.offset}`
    : `offsets ${listed(offsets.map(({ partition, offset }) => `${offset} of ${partition}`))}`

/** What a reader's group has to do with offsets: where it begins, what it commits, who keeps it. */
export const offsetEvents: SayEach<OffsetKind> = {
  'position-found': (event, names) => {
    const head = `${capital(names.actor(event.node))} begins at offset ${event.offset} of ${event.partition}.`
    return event.because === 'committed'
      ? { head, body: 'That is its committed offset. What it had read beyond it comes again.' }
      : { head, body: 'Nothing is committed, so auto.offset.reset says where.' }
  },
  'commit-sent': (event, names) => ({
    head: `${capital(names.actor(event.node))} commits ${offsetsIn(event.offsets)}${event.attempt > 1 ? `, try ${event.attempt}` : ''}.`,
    body: MEANT[event.because],
  }),
  'offset-stored': (event, names) => ({
    head: `${capital(names.actor(event.node))} writes down offset ${event.offset} for ${event.group}.`,
    body: 'As group coordinator it stores what it is told, even when that is lower than before.',
  }),
  'offsets-committed': (event, names) => ({
    head: `Offset ${event.offset} is committed, and ${names.actor(event.node)} knows it.`,
    body: 'A restart begins there.',
  }),
  'commit-failed': (event, names) => ({
    head: `${capital(names.actor(event.node))} does not know whether its commit counts.`,
    body: event.retried
      ? 'It commits again: a commit that is stored twice does no harm.'
      : 'Nobody waits for it; a later poll commits again.',
    quote: event.error,
  }),
  'coordinator-took-over': (event, names) => ({
    head: `${capital(names.actor(event.node))} is the group coordinator now.`,
    body: 'It has the committed offsets, because their log was replicated.',
  }),
}
