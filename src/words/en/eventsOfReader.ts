import type { EffectKind, ExceptionClass, RecordName } from '../../engine/index.ts'
import { capital } from './names.ts'
import type { SayEach } from './said.ts'

type ReaderKind =
  | 'record-delivered'
  | 'position-moved'
  | 'reader-failed'
  | 'effect-called'
  | 'effect-happened'
  | 'effect-confirmed'

interface EffectWords {
  /** After `The reader asks …`. */
  readonly asked: (record: RecordName) => string
  readonly happened: (record: RecordName) => string
}

/** What readers do outside Kafka. */
export const effects: { readonly [Kind in EffectKind]: EffectWords } = {
  card: { asked: (r) => `for $20 for ${r}`, happened: (r) => `The card is charged $20 for ${r}.` },
  'e-mail': { asked: (r) => `for an e-mail about ${r}`, happened: (r) => `The e-mail about ${r} is sent.` },
  row: { asked: (r) => `for a row for ${r}`, happened: (r) => `The row for ${r} is written.` },
  counter: { asked: (r) => `to count ${r}`, happened: (r) => `${r} is counted.` },
  frame: { asked: (r) => `to show frame ${r}`, happened: (r) => `Frame ${r} is shown.` },
  typing: {
    asked: (r) => `to show that Ana is typing, for ${r}`,
    happened: (r) => `“Ana is typing” is shown for ${r}.`,
  },
}

const FAILED: Partial<Readonly<Record<ExceptionClass, string>>> = {
  NoOffsetForPartitionException: 'Nothing is committed, and auto.offset.reset=none does not say where to begin.',
  InvalidGroupIdException: 'Its code commits, and there is no group.id to commit for.',
  TimeoutException: 'Its commit was not answered for default.api.timeout.ms, and its loop ends with the exception.',
}

export const readerEvents: SayEach<ReaderKind> = {
  'record-delivered': (event, names) => ({
    head: `${capital(names.actor(event.node))} gets ${event.record} from offset ${event.offset}.`,
  }),
  'position-moved': (event, names) => {
    const who = capital(names.actor(event.node))
    return event.because === 'truncated'
      ? {
          head: `${who} goes back from offset ${event.from} to ${event.to}.`,
          body: 'The log was cut below its position.',
        }
      : {
          head: `Offset ${event.from} is out of range: ${names.actor(event.node)} goes on at offset ${event.to}.`,
          body: 'auto.offset.reset says where.',
        }
  },
  'reader-failed': (event, names) => ({
    head: `${capital(names.actor(event.node))} cannot go on with ${event.partition}.`,
    body: FAILED[event.exception] ?? 'Its application is given an exception.',
    quote: event.exception,
  }),
  'effect-called': (event, names) => ({
    head: `${capital(names.actor(event.node))} asks ${effects[event.effect].asked(event.record)}.`,
  }),
  'effect-happened': (event) => ({
    head: effects[event.effect].happened(event.record),
    body: 'Kafka knows nothing of it and cannot undo it.',
  }),
  'effect-confirmed': (event, names) => ({
    head: `${capital(names.actor(event.node))} hears that it was done for ${event.record}.`,
  }),
}
