import { atTime } from './time.ts'

/** The fault popover and the list of faults. Per kind of fault: what the row says, and what key does the same. */
export const faultWords = {
  arrives: 'Arrives',
  staysUp: 'Keeps running',
  rows: {
    silent: 'Lost, and nothing after it gets through',
    break: 'The connection breaks here',
    late: 'Late, with all behind it',
    refuse: 'Refused once',
    crash: 'Crashes here',
    pause: 'Stands still for a while',
    'cut-off': 'Cut off from the others',
    'falls-behind': 'Falls behind: stops fetching',
    shutdown: 'Shut down in order',
  } as Readonly<Record<string, string>>,
  short: {
    silent: 'lost in silence',
    break: 'connection broken',
    late: 'late',
    refuse: 'refused once',
    crash: 'crash',
    pause: 'paused',
    'cut-off': 'cut off',
    'falls-behind': 'falls behind',
    shutdown: 'shut down in order',
  } as Readonly<Record<string, string>>,
  keys: { silent: 'X', break: 'Shift X', late: 'D', refuse: 'R', crash: 'C', pause: 'G', 'cut-off': 'N' } as Readonly<
    Record<string, string>
  >,
  removeKey: 'Del',
  tcp: [
    'TCP never loses one message alone. The sender learns of it when ',
    'request.timeout.ms',
    ' closes the connection.',
  ],
  runsAgain: (from: number): string => `Everything from ${atTime(from)} on runs again.`,
  remove: 'Remove fault',
  nothingHere: 'Nothing of what this Lab knows can go wrong here.',
  params: {
    by: 'by',
    down: 'back after',
    code: 'with',
    error: 'with',
    disk: 'disk',
    for: 'for',
    from: 'from',
    way: 'way',
    noticed: 'noticed',
  } as Readonly<Record<string, string>>,
  never: 'never',
  milliseconds: 'ms',
  list: 'Faults of this run',
  none: 'No fault yet. Point at a message on the timeline and press Enter, or click it.',
  between: (from: string, to: string, sent: number, lands: number): string =>
    `${from} to ${to}, ${inOneUnit(sent, lands)}`,
  at: (node: string, at: number): string => `${node}, at ${atTime(at)}`,
  /** A grey pin: the fault stays in the link and does nothing. */
  unused: {
    'name-never-came': 'Changes nothing here: this message is never sent in this run.',
    'does-not-fit': 'Changes nothing here: it cannot strike at this message.',
    'after-the-end': 'Changes nothing here: the run is over before.',
    malformed: 'Changes nothing here: it is not written as this fault should be.',
    'unknown-kind': 'This version does not know this fault.',
  } as Readonly<Record<string, string>>,
  noAnswer: 'Changes nothing here: this answer is never sent in this run. With acks=0 there is no ack to lose.',
  alreadyGone: 'This fault changes nothing here: the message was already gone.',
  selectFirst: 'Select a message or an actor on the timeline first.',
  cannot: {
    silent: 'This cannot be lost: it does not travel over a connection.',
    break: 'No connection can break here.',
    late: 'This cannot be late: it does not travel over a connection of a client.',
    refuse: 'Only a request that arrives at a broker can be refused.',
    crash: 'It is down already, or it does not crash in this Lab. Producer, reader and brokers do.',
    pause: 'It is down or stands still already. Producer, reader and brokers can be paused.',
    'cut-off': 'It is down or cut off already. Producer, reader and brokers can be cut off.',
    'falls-behind': 'Only a follower that fetches can fall behind.',
    shutdown: 'Only a broker that is up can be shut down.',
  } as Readonly<Record<string, string>>,
  noFaultHere: 'There is no fault to remove here.',
  added: (what: string, where: string, at: number): string =>
    `${where}: ${what}. Everything from ${atTime(at)} on ran again.`,
  removed: 'Fault removed.',
} as const

function inOneUnit(from: number, to: number): string {
  return from < 1000 && to < 1000 ? `${from} to ${to} ms` : `${atTime(from)} to ${atTime(to)}`
}
