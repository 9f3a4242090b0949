import type { ExceptionClass, NodeId, ProducerStamp } from '../../engine/index.ts'
import { capital, isOrAre, itOrThem, type Names, offsetsFrom, plainly, recordsIn } from './names.ts'
import type { EventNamed, Said, SayEach } from './said.ts'
import { atTime, lastingInWords } from './time.ts'

type ProducerKind =
  | 'record-handed-over'
  | 'batch-sent'
  | 'batch-acked'
  | 'batch-counted-as-sent'
  | 'batch-will-be-retried'
  | 'batch-failed'
  | 'late-answer-ignored'
  | 'request-timed-out'
  | 'producer-id-received'
  | 'epoch-bumped'
  | 'sequence-unresolved'
  | 'application-sends-again'
  | 'application-gave-up'

const stampInWords = ({ producerId, producerEpoch, baseSequence }: ProducerStamp): string =>
  `Producer id ${producerId}, epoch ${producerEpoch}, sequence ${baseSequence}.`

const the = (node: NodeId, names: Names): string => capital(names.actor(node))

const sent = (event: EventNamed<'batch-sent'>, names: Names): Said => {
  const records = recordsIn(event.records)
  const numbered = event.stamp === null ? '' : stampInWords(event.stamp)
  const plain = event.stamp === null && event.attempt > 1 ? 'No number tells a broker that it may have it already.' : ''
  const unanswered = event.acks === 0 ? 'No answer will come, because acks is 0.' : ''
  const body = [numbered, plain, unanswered].filter((part) => part !== '').join(' ')
  return event.attempt > 1
    ? {
        head: `${the(event.node, names)} sends ${records} again.`,
        body: `Try ${event.attempt}, to ${names.actor(event.broker)}. ${body}`.trim(),
      }
    : {
        head: `${the(event.node, names)} sends ${records} to ${names.actor(event.broker)}.`,
        ...(body === '' ? {} : { body }),
      }
}

/** Two errors come after the append: the record is in the log, and too few copies of it are (ACK-07, ACK-08). */
const openAfter = ({ error, records }: EventNamed<'batch-will-be-retried'>): string =>
  error === 'REQUEST_TIMED_OUT' || error === 'NOT_ENOUGH_REPLICAS_AFTER_APPEND'
    ? `That does not say that ${recordsIn(records)} ${isOrAre(records)} not stored.`
    : `This try of ${recordsIn(records)} is not stored.`

const retried = (event: EventNamed<'batch-will-be-retried'>, names: Names): Said => {
  const records = recordsIn(event.records)
  const are = isOrAre(event.records)
  const producer = names.actor(event.node)
  const notBefore = `not before ${atTime(event.notBefore)}`
  const unknown = `${capital(producer)} does not know whether ${records} arrived. It sends ${itOrThem(event.records)} again, ${notBefore}.`
  switch (event.because) {
    case 'refused':
      return {
        head:
          event.error === 'OUT_OF_ORDER_SEQUENCE_NUMBER'
            ? `${capital(producer)} is told that ${records} came out of order.`
            : `${capital(producer)} is told: ${event.error}.`,
        body: `${openAfter(event)} ${capital(producer)} sends ${itOrThem(event.records)} again, ${notBefore}.`,
      }
    case 'timed-out':
      return { head: `${records} ${are} not acked in time.`, body: unknown }
    case 'disconnected':
      return { head: `The connection ends with ${records} unanswered.`, body: unknown }
  }
}

/** Failures that say for certain that nothing of the batch was ever taken. */
const NEVER_WRITTEN: readonly ExceptionClass[] = [
  'RecordTooLargeException',
  'RecordBatchTooLargeException',
  'InvalidRequiredAcksException',
  'InvalidTopicException',
  'TopicAuthorizationException',
  'ClusterAuthorizationException',
  'UnsupportedVersionException',
]

const failed = (event: EventNamed<'batch-failed'>, names: Names): Said => {
  const records = recordsIn(event.records)
  const it = event.records.length === 1 ? 'it is' : 'they are'
  const body = !event.everSent
    ? `${capital(it.split(' ')[0] ?? '')} ${event.records.length === 1 ? 'was' : 'were'} never sent.`
    : NEVER_WRITTEN.includes(event.exception)
      ? `Sending ${itOrThem(event.records)} again as ${it} would fail again.`
      : `That does not say whether ${it} in the log.`
  return {
    head: `${the(event.node, names)} reports ${records} as failed.`,
    body,
    quote: `${event.exception}: ${event.text}`,
  }
}

/** What an application and its producer see happen: all that belief may be made of. */
export const producerEvents: SayEach<ProducerKind> = {
  'record-handed-over': (event, names) => ({
    head: `${the(event.application, names)} hands over ${recordsIn(event.records)}.`,
  }),
  'batch-sent': sent,
  'batch-acked': (event) => ({
    head: `${recordsIn(event.records)} ${isOrAre(event.records)} acked.`,
    ...(event.baseOffset < 0
      ? {}
      : { body: `Stored at ${offsetsFrom(event.baseOffset, event.records)}, says the answer.` }),
  }),
  'batch-counted-as-sent': (event, names) => ({
    head: `${the(event.node, names)} counts ${recordsIn(event.records)} as a success.`,
    body: 'acks=0 asks for no answer, so nobody will tell it otherwise.',
  }),
  'batch-will-be-retried': retried,
  'batch-failed': failed,
  'late-answer-ignored': (event, names) => ({
    head: `An answer about ${recordsIn(event.records)} comes too late.`,
    body:
      event.error === 'NONE' && event.baseOffset >= 0
        ? `It says: stored at ${offsetsFrom(event.baseOffset, event.records)}. The application was told otherwise, and hears nothing of this.`
        : `${the(event.node, names)} ignores it: the application has been told already.`,
  }),
  'request-timed-out': (event, names) => ({
    head: `${capital(lastingInWords(event.waited))} without an answer.`,
    body:
      event.records.length === 0
        ? `${the(event.node, names)} closes the connection.`
        : `${the(event.node, names)} closes the connection. It cannot know whether ${recordsIn(event.records)} ${isOrAre(event.records)} stored.`,
  }),
  'producer-id-received': (event, names) => ({
    head: `${the(event.node, names)} gets producer id ${event.producerId}.`,
    body: `Epoch ${event.producerEpoch}. It numbers its records from 0, per partition.`,
  }),
  'epoch-bumped': (event, names) => ({
    head: `${the(event.node, names)} starts epoch ${event.producerEpoch}.`,
    body:
      event.rewritten.length === 0
        ? 'Its numbers start at 0 again. No broker recognises a copy from another epoch.'
        : `${recordsIn(event.rewritten)} ${isOrAre(event.rewritten)} numbered from 0 again. No broker recognises a copy from another epoch.`,
  }),
  'sequence-unresolved': (event, names) => ({
    head: `What became of the records before sequence ${event.nextSequence} is open.`,
    body: `${the(event.node, names)} sends nothing new to ${event.partition} until that is settled.`,
  }),
  'application-sends-again': (event, names) => ({
    head: `${the(event.node, names)} sends ${plainly(event.records)} again.`,
    body:
      event.records.length === 1
        ? 'To Kafka this is a new record: nothing ties it to the send before.'
        : 'To Kafka these are new records: nothing ties them to the sends before.',
  }),
  'application-gave-up': (event, names) => ({
    head: `${the(event.node, names)} gives up on ${plainly(event.records)}.`,
  }),
}
