import type { Codec } from '../../core/codec/bytes.ts'
import { bool, codec, connectionId, int, list, nullable, oneOf, record, text, unread } from '../../core/codec/fields.ts'
import { byMessage } from '../../core/codec/messages.ts'
import { time, timeAhead } from '../../core/codec/times.ts'
import type { Application, Handover } from '../model/application.ts'
import type { ClientLink } from '../model/clientLink.ts'
import type { Commit, Consumer, FetchedRecord, Keeping, OpenCall } from '../model/consumer.ts'
import type { Failing, Outside } from '../model/outside.ts'
import { effectKind, partitionMetadata } from './body.ts'
import { sentRecord } from './record.ts'

export const nothing: Codec<null> = unread(null)

export const clientLink: Codec<ClientLink> = codec({
  state: oneOf('connected', 'connecting', 'disconnected'),
  connection: nullable(connectionId),
  notBefore: timeAhead,
  failures: int,
})

const handover: Codec<Handover> = codec({
  record: text,
  send: int,
  fate: oneOf('waiting', 'acked', 'success-no-ack', 'failed'),
})

export const application: Codec<Application> = codec({
  kind: unread('application'),
  id: text,
  up: bool,
  durable: codec<Application['durable']>({
    handovers: list(handover),
    next: int,
    held: list(sentRecord),
    producerUp: bool,
    lastHandoverAt: time,
  }),
  volatile: nothing,
})

export const fetchedRecord: Codec<FetchedRecord> = codec({ partition: text, record: text, offset: int })

const keeping: Codec<Keeping> = codec({
  group: text,
  coordinator: codec<Keeping['coordinator']>({ node: nullable(text), known: bool, asked: nullable(text), link: clientLink }),
  uncommitted: list(fetchedRecord),
  commit: nullable(codec<Commit>({ because: oneOf('before', 'after', 'auto'), records: list(fetchedRecord), attempt: int, sent: bool, notBefore: timeAhead })),
  fetched: oneOf('wanted', 'asked', 'done'),
  autoCommitAt: time,
})

export const consumer: Codec<Consumer> = codec({
  kind: unread('consumer'),
  id: text,
  up: bool,
  durable: nothing,
  volatile: codec<Consumer['volatile']>({
    links: record(clientLink),
    metadata: record(partitionMetadata),
    positions: record(int),
    epochs: record(int),
    failed: list(text),
    buffered: list(fetchedRecord),
    handed: list(fetchedRecord),
    call: nullable(codec<OpenCall>({ attempt: int, waits: oneOf('answer', 'connection', 'pause') })),
    // Only whether a fetch is unanswered is read, not since when.
    fetching: record(unread(0)),
    seeking: record(oneOf('wanted', 'asked')),
    keeping: nullable(keeping),
  }),
})

export const outside: Codec<Outside> = codec({
  kind: unread('outside'),
  id: text,
  up: bool,
  durable: codec<Outside['durable']>({
    effects: list(codec<Outside['durable']['effects'][number]>({ record: text, effect: effectKind })),
    remembered: record(timeAhead),
  }),
  // Behind the agenda, where the calls it names stand.
  volatile: codec<Outside['volatile']>({ failing: byMessage<Failing>(oneOf('error', 'nothing')) }),
})
