/** What brokers and their controller do: how much a card about it is worth, and at which mark its line ends. */
import type { Event } from './fromEngine.ts'
import type { Moment } from './moment.ts'

export const WORTH_OF_CLUSTER = {
  'node-paused': 10,
  'node-resumed': 7,
  'cut-began': 10,
  'cut-ended': 7,
  'isr-change-asked': 0,
  'leadership-taken': 9,
  follows: 6,
  'log-truncated': 10,
  'replica-reloaded': 0,
  'disk-lost': 11,
  'broker-stopped': 9,
  'fell-behind': 10,
  'fetches-again': 7,
  'broker-fenced': 7,
  'broker-unfenced': 0,
  'broker-shutting-down': 7,
  'registration-refused': 7,
  'leader-elected': 9,
  'isr-changed': 6,
  'isr-change-refused': 5,
  'position-moved': 8,
  'reader-failed': 9,
  'position-found': 6,
  'commit-sent': 3,
  'offset-stored': 0,
  'offsets-committed': 5,
  'commit-failed': 7,
  'coordinator-took-over': 5,
} as const

type Marked = Extract<
  Event,
  {
    kind:
      | 'node-paused'
      | 'node-resumed'
      | 'cut-began'
      | 'cut-ended'
      | 'leadership-taken'
      | 'log-truncated'
      | 'disk-lost'
      | 'broker-stopped'
      | 'fell-behind'
      | 'broker-fenced'
      | 'broker-shutting-down'
      | 'registration-refused'
      | 'leader-elected'
      | 'isr-changed'
      | 'isr-change-refused'
  }
>
const KINDS: { readonly [Kind in Marked['kind']]: true } = {
  'node-paused': true,
  'node-resumed': true,
  'cut-began': true,
  'cut-ended': true,
  'leadership-taken': true,
  'log-truncated': true,
  'disk-lost': true,
  'broker-stopped': true,
  'fell-behind': true,
  'broker-fenced': true,
  'broker-shutting-down': true,
  'registration-refused': true,
  'leader-elected': true,
  'isr-changed': true,
  'isr-change-refused': true,
}
export const isMarkedOfCluster = (event: Event): event is Marked => Object.hasOwn(KINDS, event.kind)

export const marksOfCluster = (event: Marked, { at }: Moment): readonly string[] => {
  switch (event.kind) {
    case 'node-paused':
      return [`paused ${event.node} ${at}`]
    case 'node-resumed':
      return [`resumed ${event.node} ${at}`]
    case 'cut-began':
      return [`cut off ${event.node} ${at}`]
    case 'cut-ended':
      return [`healed ${event.node} ${at}`]
    case 'leadership-taken':
      return [`lead ${event.node} ${event.partition} ${event.leaderEpoch}`]
    case 'log-truncated':
      return [`cut ${event.node} ${event.partition} ${at}`]
    case 'disk-lost':
    case 'broker-stopped':
      return [`crash ${event.node} ${at}`]
    case 'fell-behind':
      return [`behind ${event.node} ${at}`]
    case 'broker-fenced':
    case 'broker-shutting-down':
    case 'registration-refused':
    case 'leader-elected':
    case 'isr-changed':
    case 'isr-change-refused':
      return [`decided ${at}`]
  }
}
