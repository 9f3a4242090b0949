import type { Input, Turn } from '../model/kinds.ts'
import type { Outside } from '../model/outside.ts'

/** The world outside Kafka: a card service, a mail server, a database. It does what it is called for, and says so. */
export const handleOutside = (self: Outside, input: Input): Turn<Outside> => {
  if (input.kind !== 'message' || input.message.body.api !== 'Call') return { self, commands: [] }
  const { record, effect } = input.message.body
  return {
    self: { ...self, durable: { effects: [...self.durable.effects, { record, effect }] } },
    commands: [
      { do: 'note', event: { kind: 'effect-happened', node: self.id, record, effect } },
      { do: 'answer', request: input.message, body: { api: 'CallReply', record, effect } },
    ],
  }
}
