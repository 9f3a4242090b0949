/** Which copies an ack was given for: the producer was told of the answer that a broker gave about this very copy. */
import { ofKind, type Timed } from './timed.ts'
import { requestOf } from './tries.ts'

export interface Answer {
  /** The request that was answered. */
  readonly message: string
  readonly copy: string
}

export const acked = (events: readonly Timed[], answers: readonly Answer[]): ReadonlySet<string> => {
  const told = new Set(ofKind(events, 'batch-acked').map(({ step }) => step))
  const heard = new Set(
    ofKind(events, 'message-landed')
      .filter(({ step }) => told.has(step))
      .map(({ event }) => requestOf(event.message)),
  )
  return new Set(answers.filter(({ message }) => heard.has(message)).map(({ copy }) => copy))
}
