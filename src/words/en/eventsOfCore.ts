import type { Api, CoreEvent, LossCause, NodeId } from '../../engine/index.ts'
import { sayStruck } from './faults.ts'
import { capital, cargoNamed, messageNamed, type Names, partsOfName } from './names.ts'
import type { EventNamed, Said, SayEach } from './said.ts'
import { atTime, lasting, listed } from './time.ts'

type Lost = EventNamed<'message-lost'>

/** What a lost message leaves its sender and receiver with. */
const afterLoss = (event: Lost, names: Names): string => {
  const parts = partsOfName(event.message)
  const [to, from] = [names.actor(event.to), capital(names.actor(event.from))]
  const records = parts?.records ?? []
  const theirs = `${listed(records)} ${records.length === 1 ? 'is' : 'are'} stored`
  if (parts?.api === 'Produce') return `${capital(to)} never hears of ${listed(records)}.`
  if (parts?.api === 'ProduceResponse') return `${capital(to)} cannot know whether ${theirs}.`
  if (parts?.api === 'CallReply') return `${capital(to)} cannot know whether it was done.`
  return `${from} is not told.`
}

const LOST: { readonly [Cause in LossCause]: (event: Lost, names: Names) => Said } = {
  silent: (event, names) =>
    event.aimedAt
      ? {
          head: `${capital(messageNamed(event.message, names))} is lost.`,
          body: `Nothing more gets through from ${names.actor(event.from)} on this connection. ${afterLoss(event, names)}`,
        }
      : {
          head: `${capital(messageNamed(event.message, names))} is lost as well.`,
          body: `Nothing gets through from ${names.actor(event.from)} on this connection.`,
        },
  broken: (event, names) =>
    event.aimedAt
      ? {
          head: `The connection breaks with ${cargoNamed(event.message, names)} in the air.`,
          body: afterLoss(event, names),
        }
      : { head: `${capital(messageNamed(event.message, names))} is gone with the connection.` },
  closed: (event, names) => ({
    head: `${capital(messageNamed(event.message, names))} goes nowhere.`,
    body: 'Its connection is closed by now.',
  }),
  crash: (event, names) => ({
    head: `${capital(messageNamed(event.message, names))} is gone.`,
    body: `It was on its way to ${names.actor(event.to)}, which is down.`,
  }),
  datagram: (event, names) => ({ head: `${capital(messageNamed(event.message, names))} is lost.` }),
}

const ENDED: { readonly [By in EventNamed<'connection-ended'>['by']]: (client: string, server: string) => Said } = {
  fault: (client, server) => ({
    head: `The connection between ${client} and ${server} breaks.`,
    body: 'Whatever was in the air on it is gone, in both directions.',
  }),
  client: (client, server) => ({ head: `${capital(client)} closes the connection to ${server}.` }),
  server: (client, server) => ({ head: `${capital(server)} closes the connection of ${client}.` }),
  crash: (client, server) => ({
    head: `The connection between ${client} and ${server} ends.`,
    body: 'One of them is down.',
  }),
}

const CRASHED: Readonly<Record<string, string>> = {
  broker: 'Its memory is gone.',
  producer: 'Its memory is gone: queued records, sequence numbers, unanswered requests.',
  consumer: 'Its memory is gone: its position and what it had fetched.',
}
const RESTARTED: Readonly<Record<string, string>> = {
  broker: 'It has what is on its disk.',
  producer: 'It remembers nothing of before. To the brokers it is a new producer.',
  consumer: 'It remembers nothing of before.',
}
const ofKind = (table: Readonly<Record<string, string>>, node: NodeId): string | null => {
  const kind = node.replace(/-\d+$/, '')
  return Object.hasOwn(table, kind) ? (table[kind] ?? null) : null
}

const SENT: { readonly [A in Api]: (to: string) => string } = {
  Produce: (to) => `sends it to ${to}`,
  ProduceResponse: (to) => `sends it to ${to}`,
  Fetch: (to) => `asks ${to} for records`,
  FetchResponse: (to) => `answers ${to}`,
  Metadata: (to) => `asks ${to} who leads`,
  MetadataResponse: (to) => `tells ${to} who leads`,
  InitProducerId: (to) => `asks ${to} for a producer id`,
  InitProducerIdResponse: (to) => `gives ${to} a producer id`,
  ControlledShutdown: (to) => `tells ${to} that it shuts down`,
  ControlledShutdownResponse: (to) => `lets ${to} go`,
  AlterPartition: (to) => `asks ${to} for another ISR`,
  AlterPartitionResponse: (to) => `answers ${to}`,
  MetadataUpdate: (to) => `tells ${to} what was decided`,
  FindCoordinator: (to) => `asks ${to} who keeps its group’s offsets`,
  FindCoordinatorResponse: (to) => `tells ${to} who coordinates the group`,
  OffsetCommit: (to) => `commits its offsets at ${to}`,
  OffsetCommitResponse: (to) => `answers ${to}`,
  OffsetFetch: (to) => `asks ${to} what is committed`,
  OffsetFetchResponse: (to) => `tells ${to} what is committed`,
  ListOffsets: (to) => `asks ${to} where the log begins or ends`,
  ListOffsetsResponse: (to) => `tells ${to} where the log begins or ends`,
  Call: (to) => `calls ${to}`,
  CallReply: (to) => `replies to ${to}`,
}

/** What the core sees, whatever the system. */
export const coreEvents: SayEach<CoreEvent['kind']> = {
  'message-sent': ({ message }, names) => ({
    head: `${capital(messageNamed(message.name, names))} leaves.`,
    body: `${capital(names.actor(message.from))} ${SENT[message.body.api](names.actor(message.to))}.`,
  }),
  'message-landed': (event, names) => ({
    head: `${capital(messageNamed(event.message, names))} arrives at ${names.actor(event.to)}.`,
  }),
  'message-lost': (event, names) => LOST[event.cause](event, names),
  'message-late': (event, names) => ({
    head: `${capital(messageNamed(event.message, names))} is late by ${lasting(event.by)}.`,
    body: `It arrives at ${atTime(event.lands)}. What is behind it arrives no earlier.`,
  }),
  'connection-opened': (event, names) => ({
    head: `A connection stands between ${names.actor(event.client)} and ${names.actor(event.server)}.`,
  }),
  'connection-refused': (event, names) => ({
    head: `${capital(names.actor(event.client))} cannot connect to ${names.actor(event.server)}.`,
    body: 'Nothing answers there.',
  }),
  'connection-silent': (event, names) => ({
    head: `Nothing gets through from ${names.actor(event.from)} to ${names.actor(event.to)} on this connection any more.`,
    body: 'Nobody has noticed yet.',
  }),
  'connection-ended': (event, names) => ENDED[event.by](names.actor(event.client), names.actor(event.server)),
  'fault-struck': (event, names) => sayStruck(event.fault, names),
  'node-crashed': (event, names) => {
    const memory = ofKind(CRASHED, event.node) ?? 'Its memory is gone.'
    const back = event.backAt === null ? 'It does not come back.' : `It is back at ${atTime(event.backAt)}.`
    return { head: `${capital(names.actor(event.node))} crashes.`, body: `${memory} ${back}` }
  },
  'node-restarted': (event, names) => {
    const body = ofKind(RESTARTED, event.node)
    return { head: `${capital(names.actor(event.node))} is back.`, ...(body === null ? {} : { body }) }
  },
  'node-paused': (event, names) => ({
    head: `${capital(names.actor(event.node))} stands still.`,
    body: `Its connections stay, and it handles nothing until ${atTime(event.until)}.`,
  }),
  'node-resumed': (event, names) => ({
    head: `${capital(names.actor(event.node))} goes on.`,
    body: 'First the timers that fell due, then what waited, in order of arrival.',
  }),
  'cut-began': (event, names) => ({
    head: `${capital(names.actor(event.node))} is cut off from ${event.from === null ? 'everyone' : names.actor(event.from)}.`,
    body: `${PASSES[event.way]} until ${atTime(event.until)}.`,
  }),
  'cut-ended': (event, names) => ({
    head: `${capital(names.actor(event.node))} can be reached again.`,
    body: 'What was held on the way arrives now.',
  }),
}

const PASSES: { readonly [Way in EventNamed<'cut-began'>['way']]: string } = {
  both: 'Nothing passes in either direction',
  in: 'Nothing reaches it',
  out: 'Nothing it sends gets through',
}
