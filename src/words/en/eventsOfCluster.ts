import { brokersNumbered, capital, type Names, plainly } from './names.ts'
import type { EventNamed, Said, SayEach } from './said.ts'
import { atTime } from './time.ts'

type ClusterKind =
  | 'isr-change-asked'
  | 'leadership-taken'
  | 'follows'
  | 'log-truncated'
  | 'replica-reloaded'
  | 'disk-lost'
  | 'broker-stopped'
  | 'fell-behind'
  | 'fetches-again'
  | 'broker-fenced'
  | 'broker-unfenced'
  | 'broker-shutting-down'
  | 'registration-refused'
  | 'leader-elected'
  | 'isr-changed'
  | 'isr-change-refused'

const elected = (event: EventNamed<'leader-elected'>, names: Names): Said => {
  const { partition, leader, leaderEpoch } = event
  if (leader === null)
    return {
      head: `Nobody may lead ${partition} now.`,
      body: 'No live broker is known to have every acked record. The partition is offline until one is back.',
    }
  const who = names.actor(leader)
  if (event.unclean)
    return {
      head: `The controller makes ${who} the leader of ${partition}, unclean.`,
      body: `It was not in sync. What it does not have is lost, acked or not. Leader epoch ${leaderEpoch}.`,
    }
  return {
    head: `The controller makes ${who} the leader of ${partition}.`,
    body: `Leader epoch ${leaderEpoch}. In sync: ${brokersNumbered(event.isr)}.`,
  }
}

const leads = (event: EventNamed<'leadership-taken'>, names: Names): Said => {
  const { logEndOffset, highWatermark } = event
  const has = logEndOffset === 0 ? 'with an empty log' : `with all it has below offset ${logEndOffset}`
  const head = `${capital(names.actor(event.node))} leads now, ${has}.`
  return highWatermark < logEndOffset
    ? {
        head,
        body: `It knows that everything below offset ${highWatermark} can be read. Its followers’ fetches will tell it more.`,
      }
    : { head, body: `Leader epoch ${event.leaderEpoch}.` }
}

const truncated = (event: EventNamed<'log-truncated'>, names: Names): Said => {
  const who = capital(names.actor(event.node))
  const records = event.removed.flatMap((batch) => batch.records)
  if (records.length === 0) return { head: `${who} has nothing that its leader does not have.` }
  return {
    head: `${who} cuts ${plainly(records)} from its log.`,
    body: 'A follower has what its leader has. The rest is cut, acked or not.',
  }
}

const reloaded = (event: EventNamed<'replica-reloaded'>, names: Names): Said => {
  const who = capital(names.actor(event.node))
  if (event.logEndOffset === 0) return { head: `${who} has nothing of ${event.partition} on its disk.` }
  return {
    head: `${who} has ${event.partition} below offset ${event.logEndOffset} on its disk.`,
    body:
      event.highWatermark === 0
        ? 'How much of it can be read was never written down.'
        : `It knows that everything below offset ${event.highWatermark} can be read.`,
  }
}

/** Who leads, who is in sync, who is out: brokers and their controller. */
export const clusterEvents: SayEach<ClusterKind> = {
  'isr-change-asked': (event, names) => ({
    head: `${capital(names.actor(event.node))} asks the controller for another ISR: ${brokersNumbered(event.isr)}.`,
  }),
  'leadership-taken': leads,
  follows: (event, names) => {
    const who = capital(names.actor(event.node))
    return event.leader === null
      ? { head: `${who} follows nobody now.`, body: 'The partition has no leader.' }
      : { head: `${who} follows ${names.actor(event.leader)} now.`, body: `Leader epoch ${event.leaderEpoch}.` }
  },
  'log-truncated': truncated,
  'replica-reloaded': reloaded,
  'disk-lost': (event, names) => ({
    head: `${capital(names.actor(event.node))} loses its disk as well.`,
    body: 'Every copy it had is gone.',
  }),
  'fell-behind': (event, names) => ({
    head: `${capital(names.actor(event.node))} falls behind: it stops fetching.`,
    body: event.until === null ? 'It does not fetch again.' : `It fetches again at ${atTime(event.until)}.`,
  }),
  'broker-stopped': (event, names) => ({
    head: `${capital(names.actor(event.node))} stops in order, with everything on its disk.`,
    body: event.backAt === null ? 'It does not come back.' : `It is back at ${atTime(event.backAt)}.`,
  }),
  'fetches-again': (event, names) => ({ head: `${capital(names.actor(event.node))} fetches again.` }),
  'broker-fenced': (event, names) => ({
    head: `${capital(names.actor(event.broker))} has been silent for too long.`,
    body: 'The controller ends its session and takes it out of every ISR.',
  }),
  'broker-unfenced': (event, names) => ({
    head: `The controller lets ${names.actor(event.broker)} back in.`,
    body: 'It may join an ISR once it has caught up.',
  }),
  'broker-shutting-down': (event, names) => ({
    head: `${capital(names.actor(event.broker))} asks to shut down.`,
    body: 'First the controller takes it out of every ISR, and gives what it led to others.',
  }),
  'registration-refused': (event, names) => ({
    head: `The controller refuses ${names.actor(event.broker)} for now.`,
    body: 'Its old session still lives.',
  }),
  'leader-elected': elected,
  'isr-changed': ({ partition, isr, elr }) => ({
    head:
      isr.length === 0
        ? `Nobody is in sync for ${partition} now.`
        : `In sync for ${partition} now: ${brokersNumbered(isr)}.`,
    ...(elr.length === 0 ? {} : { body: `Eligible to lead all the same: ${brokersNumbered(elr)}.` }),
  }),
  'isr-change-refused': ({ partition, error }) => ({
    head: `The controller refuses another ISR for ${partition}: ${error}.`,
    body: 'The old one stays.',
  }),
}
