import { atTime, lastingInWords, listed } from './time.ts'

/** The verdict strip and the cross-section. */
export const stateWords = {
  sentOf: (planned: number): string => ` of ${planned}`,
  counts: { sent: 'sent', inLog: 'in the log', readable: 'readable', delivered: 'delivered' },
  effects: {
    card: 'cards charged',
    'e-mail': 'e-mails sent',
    row: 'rows written',
    counter: 'counted',
    frame: 'frames shown',
    typing: 'shown as typing',
  } as Readonly<Record<string, string>>,
  effectColumn: {
    card: 'charged',
    'e-mail': 'mailed',
    row: 'written',
    counter: 'counted',
    frame: 'shown',
    typing: 'shown',
  } as Readonly<Record<string, string>>,
  acked: 'acked to the producer',
  countedAsSuccess: 'counted as success',
  tooMany: (count: number): string => ` · ${count} too many`,
  runEnds: 'This run ends',
  outcome: {
    once: 'exactly once',
    refused: (count: number): string => `${count} refused`,
    missing: (count: number): string => `${count} missing`,
    lost: (count: number): string => `${count} acked and lost`,
    twice: (count: number): string => `${count} twice`,
    outOfOrder: 'out of order',
    inDoubt: (records: readonly string[]): string => `${listed(records)} in doubt at the end`,
    undecided: 'undecided',
    nothing: 'nothing sent',
  },
  at: (when: string): string => `At ${when}`,
  recordByRecord: 'record by record',
  ledger: 'What is true, and what the producer believes, record by record',
  record: 'Record',
  believes: ['The producer', 'believes'],
  columns: { inLog: 'in the log', readable: 'readable', delivered: 'delivered' },
  belief: {
    notSent: 'not sent',
    waiting: 'not sent',
    inDoubt: (attempt: number): string => `in doubt, try ${attempt}`,
    refused: 'refused, waits',
    acked: 'acked',
    success: 'success, no ack',
    gaveUp: 'gave up',
  },
  copies: (count: number): string => `${count}×`,
  none: 'none, and nothing in this run brings it any more',
  logs: 'the logs, now',
  logOf: (partition: string): string => `The logs of ${partition}`,
  broker: (number: number): string => `Broker ${number}`,
  leader: 'leader',
  behind: 'behind',
  highWatermark: (offset: number): string => `HW ${offset}`,
  readable: 'readable',
  earlier: (count: number): string => `+${count}`,
  logAsText: (broker: string, records: readonly string[], highWatermark: number): string =>
    `${broker}: ${records.length === 0 ? 'empty' : records.join(' ')}, high watermark ${highWatermark}.`,
  remembers: (broker: string): string => `${broker} remembers`,
  identity: (producerId: number, epoch: number): string => `PID ${producerId} · epoch ${epoch}`,
  lastSeen: 'last seen',
  nextExpected: 'next expected',
  arriving: 'arriving',
  justCame: 'just came',
  seenBefore: ['seen before,', 'so only acked'],
  gap: (expected: number): readonly string[] => [`${expected} expected,`, 'so refused'],
  inOrder: ['in order,', 'so stored'],
  remembersNothing:
    'Nothing about the producer: without idempotence a record carries no producer id and no sequence number.',
  remembersNothingYet: 'Nothing yet: no record of this producer has arrived.',
  sum: {
    summary: (at: number, sent: number, planned: number, inLog: number, doubt: readonly string[]): string =>
      `At ${atTime(at)}: ${sent} of ${planned} sent, ${inLog} in the log.${doubt.length > 0 ? ` The producer is in doubt about ${listed(doubt)}.` : ''}`,
    quiet: 'Nothing has gone wrong yet.',
    quietEnd: (count: number): string => `${count} sent, ${count} in the log, and the producer knows it.`,
    since: 'Nothing is in doubt now.',
    gone: (records: readonly string[]): string =>
      `${listed(records)} ${are(records)} gone. The producer counts ${it(records)} as a success, and the log shows no hole.`,
    lost: (records: readonly string[]): string =>
      `${listed(records)} ${were(records)} acked, and ${are(records)} in no log any more.`,
    twice: (records: readonly string[], idempotent: boolean): string =>
      `${listed(records)} ${are(records)} in the log twice. ${
        idempotent ? 'The second copy came with a number of its own.' : 'Without sequence numbers no broker can tell.'
      }`,
    storedUnknown: (records: readonly string[], ms: number): string =>
      ms < 1000
        ? `${listed(records)} ${are(records)} stored. The producer has not heard of it yet.`
        : `${listed(records)} ${have(records)} been stored for ${lastingInWords(ms)}. Nothing the producer has seen says so.`,
    notStoredUnknown: (records: readonly string[]): string =>
      `${listed(records)} ${are(records)} not stored. Nothing the producer has seen says so.`,
    refused: (records: readonly string[]): string =>
      `${listed(records)} ${are(records)} not stored, and the producer has been told so. Nothing is in doubt.`,
    refusedUnknown: (records: readonly string[]): string =>
      `${listed(records)} ${are(records)} refused. The producer has not heard of it yet.`,
    failedButStored: (records: readonly string[]): string =>
      `The application was told that ${listed(records)} failed. ${records.length === 1 ? 'It is' : 'They are'} in the log.`,
    failed: (records: readonly string[]): string =>
      `The application was told that ${listed(records)} failed, and ${it(records)} ${are(records)} in no log.`,
    outOfOrder: (records: readonly string[]): string =>
      `${listed(records)} stood in line before, and came later: the log has another order.`,
  },
} as const

const are = (records: readonly string[]): string => (records.length === 1 ? 'is' : 'are')
const were = (records: readonly string[]): string => (records.length === 1 ? 'was' : 'were')
const have = (records: readonly string[]): string => (records.length === 1 ? 'has' : 'have')
const it = (records: readonly string[]): string => (records.length === 1 ? 'it' : 'them')
