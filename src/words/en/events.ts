import { brokerEvents } from './eventsOfBroker.ts'
import { clusterEvents } from './eventsOfCluster.ts'
import { coreEvents } from './eventsOfCore.ts'
import { effectEvents } from './eventsOfEffects.ts'
import { offsetEvents } from './eventsOfOffsets.ts'
import { producerEvents } from './eventsOfProducer.ts'
import { readerEvents } from './eventsOfReader.ts'
import type { Names } from './names.ts'
import type { AnyEvent, EventKind, Said, Say, SayEach } from './said.ts'

/** One entry per kind of event: a new kind does not compile before it has words. */
export const eventWords: SayEach<EventKind> = {
  ...coreEvents,
  ...producerEvents,
  ...brokerEvents,
  ...clusterEvents,
  ...readerEvents,
  ...offsetEvents,
  ...effectEvents,
}

/** The only sentences about events: narrator, inspector, transcript, live region and table print these. */
export const sayEvent = (event: AnyEvent, names: Names): Said => {
  // Looked up by kind: TypeScript cannot pair an event with the entry of its own kind.
  const say = eventWords[event.kind] as Say<EventKind>
  return say(event, names)
}

/** In one line: head and body, without Kafka's own words. */
export const inOneLine = ({ head, body }: Said): string => (body === undefined ? head : `${head} ${body}`)
