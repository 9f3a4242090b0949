import type { ExceptionClass } from '../../engine/index.ts'
import { capital } from './names.ts'
import type { SayEach } from './said.ts'

type ReaderKind = 'record-delivered' | 'position-moved' | 'reader-failed'

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
}
