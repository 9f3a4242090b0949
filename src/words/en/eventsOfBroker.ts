import type { ErrorCode } from '../../engine/index.ts'
import { capital, isOrAre, itOrThem, messageNamed, type Names, offsetsFrom, recordsIn } from './names.ts'
import type { EventNamed, Said, SayEach } from './said.ts'

type BrokerKind =
  | 'request-waits'
  | 'batch-appended'
  | 'batch-replicated'
  | 'high-watermark-advanced'
  | 'duplicate-recognised'
  | 'batch-refused'
  | 'produce-waits-for-replicas'
  | 'produce-answered'
  | 'fetch-parked'
  | 'fetch-answered'
  | 'connection-closed-instead'

/** `B waits`, `A and B wait`; what carries no records is called by its own name. */
const waiting = ({ records, message }: EventNamed<'request-waits'>, names: Names): string => {
  if (records.length === 0) return `${capital(messageNamed(message, names))} waits`
  return `${recordsIn(records)} ${records.length === 1 ? 'waits' : 'wait'}`
}

const REASONS: Partial<Record<ErrorCode, string>> = {
  NOT_ENOUGH_REPLICAS: 'Fewer replicas are in sync than min.insync.replicas asks for.',
  NOT_LEADER_OR_FOLLOWER: 'It does not lead this partition.',
  CORRUPT_MESSAGE: 'Its checksum does not fit.',
  MESSAGE_TOO_LARGE: 'It is larger than max.message.bytes.',
  INVALID_REQUIRED_ACKS: 'Only 0, 1 and all are known as acks.',
}

const refusedBy = (event: EventNamed<'batch-refused'>, names: Names): Said => {
  const broker = names.actor(event.node)
  const records = recordsIn(event.records)
  const nothing = 'Nothing is stored.'
  if (event.byFault) return { head: `${capital(broker)} refuses ${records} once, with ${event.error}.`, body: nothing }
  const { came, expected } = event
  if (event.error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' && came !== undefined && expected !== undefined)
    return {
      head: `Sequence ${came.baseSequence} came, ${expected.sequence ?? 0} was expected.`,
      body: `${capital(broker)} refuses ${records} for now, so nothing can be stored out of order.`,
    }
  if (event.error === 'INVALID_PRODUCER_EPOCH' && came !== undefined && expected !== undefined)
    return {
      head: `Epoch ${came.producerEpoch} is old.`,
      body: `${capital(broker)} knows epoch ${expected.producerEpoch} of this producer, and refuses ${records}.`,
    }
  return {
    head: `${capital(broker)} refuses ${records}: ${event.error}.`,
    body: [REASONS[event.error], nothing].filter((part) => part !== undefined).join(' '),
  }
}

const answered = (event: EventNamed<'produce-answered'>, names: Names): Said => {
  const broker = capital(names.actor(event.node))
  const records = recordsIn(event.records)
  const at = offsetsFrom(event.baseOffset, event.records)
  if (event.error === 'NONE') return { head: `${broker} answers: ${records} ${isOrAre(event.records)} at ${at}.` }
  // The only error that tells, by its offset, that the append happened (ACK-08).
  const stored = event.baseOffset >= 0
  return {
    head: `${broker} answers ${event.error} about ${records}.`,
    ...(stored ? { body: `It has stored ${itOrThem(event.records)} at ${at} all the same.` } : {}),
  }
}

/** What brokers do with records, and with each other. */
export const brokerEvents: SayEach<BrokerKind> = {
  'request-waits': (event, names) => ({
    head: `${waiting(event, names)} at ${names.actor(event.node)} behind ${recordsIn(event.behind) || 'an earlier request'}.`,
    body: 'A broker serves one request of a connection at a time.',
  }),
  'batch-appended': (event, names) => ({
    head: `${capital(names.actor(event.node))} stores ${recordsIn(event.records)} at ${offsetsFrom(event.baseOffset, event.records)}.`,
    body: 'Not readable yet.',
  }),
  'batch-replicated': (event, names) => ({
    head: `${capital(names.actor(event.node))} copies ${recordsIn(event.records)} from the leader.`,
    body: `Its log ends at offset ${event.logEndOffset} now.`,
  }),
  'high-watermark-advanced': (event, names) =>
    event.role === 'leader'
      ? {
          head: `All in-sync replicas have everything below offset ${event.highWatermark}.`,
          body: 'It can be read.',
        }
      : {
          head: `${capital(names.actor(event.node))} learns that everything below offset ${event.highWatermark} can be read.`,
        },
  'duplicate-recognised': (event, names) => ({
    head: `${recordsIn(event.records)} ${isOrAre(event.records)} already at ${offsetsFrom(event.baseOffset, event.records)}.`,
    body: `Same producer id, same sequence number. ${capital(names.actor(event.node))} keeps one copy and ${
      event.waits ? 'answers when it can be read' : 'answers again'
    }.`,
  }),
  'batch-refused': refusedBy,
  'produce-waits-for-replicas': (event, names) => ({
    head: `The answer to ${recordsIn(event.records)} waits at ${names.actor(event.node)}.`,
    body: `It leaves when all in-sync replicas have everything below offset ${event.until}.`,
  }),
  'produce-answered': answered,
  'fetch-parked': (event, names) => ({
    head: `${capital(names.actor(event.from))} asks ${names.actor(event.node)} for offset ${event.offset}, and waits.`,
    body: 'There is nothing for it there yet.',
  }),
  'fetch-answered': (event, names) => ({
    head:
      event.records.length === 0
        ? `${capital(names.actor(event.node))} has nothing new for ${names.actor(event.from)}.`
        : `${capital(names.actor(event.node))} gives ${recordsIn(event.records)} to ${names.actor(event.from)}.`,
    body: `The answer also says: high watermark ${event.highWatermark}.`,
  }),
  'connection-closed-instead': (event, names) => ({
    head: `${capital(names.actor(event.node))} cannot store ${recordsIn(event.records)}, and closes the connection.`,
    body: `acks=0 asks for no answer, so ${event.error} is told to nobody.`,
  }),
}
