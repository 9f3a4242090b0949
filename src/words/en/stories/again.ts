import type { StoryWordsById } from './storyWords.ts'

/** Again, but once: what a second try does, and how far a number protects. */
export const againWords: StoryWordsById = {
  'lost-ack-without-idempotence': {
    title: 'Two copies',
    question:
      'Idempotence is off, the ack of C will be lost, and C ends up in the log twice. How often is the producer told that C is stored?',
    choices: ['Never', 'Once', 'Twice'],
    because:
      'The first ack was lost. Without sequence numbers broker 1 took the second try for a new record, and acked that one.',
    captions: [
      { name: 'Stored', text: 'Broker 1 stores C at offset 2. The ack leaves when its followers have it too.' },
      { name: 'The loss', text: 'The ack of C is lost. The producer does not know whether C arrived.' },
      {
        name: 'The doubt',
        text: '30 seconds without an answer. The producer closes the connection. It will send C again.',
      },
      { name: 'Try 2', text: 'The producer sends C again. Nothing on it says that it may be there already.' },
      { name: 'Stored again', text: 'Broker 1 stores C at offset 3 as well. It cannot tell.' },
      { name: 'Acked', text: 'C is acked. The producer believes that it is in the log once.' },
    ],
    takeaway: 'A failed ack, a retry, a duplicate. At least once is fine only where a second copy does no harm.',
  },
  'lost-ack': {
    title: 'The same with idempotence',
    question: 'The ack of C will be lost. How many copies of C end up in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'The producer did send C twice. Broker 1 knew the sequence number and kept the first copy.',
    captions: [
      { name: 'A number', text: 'The producer sends C with its producer id and sequence 2.' },
      { name: 'Stored', text: 'Broker 1 stores C and remembers both numbers.' },
      { name: 'The loss', text: 'The ack of C is lost. The producer does not know whether C arrived.' },
      {
        name: 'The doubt',
        text: '30 seconds without an answer. The producer closes the connection. It will send C again.',
      },
      { name: 'Try 2', text: 'The producer sends C again, with the same producer id and the same sequence 2.' },
      { name: 'Seen before', text: 'Broker 1 has sequence 2 already. It keeps one copy and sends the ack again.' },
      { name: 'Acked', text: 'C is acked, and it is in the log once.' },
    ],
    takeaway: 'A producer id and a sequence number per record: the broker drops what it has, and acks it again.',
  },
  'refused-once': {
    title: 'Refused for a gap',
    question: 'B is refused once while C is on its way, and C is refused for the gap. What does the log come to?',
    choices: ['A', 'A, B, C', 'A, C, B'],
    because: 'A broker holds nothing back. It refuses what does not fit, and the producer sends both again in order.',
    captions: [
      { name: 'B is refused', text: 'Broker 1 refuses B for a moment. Nothing of it is stored.' },
      {
        name: 'A gap',
        text: 'Sequence 2 came, 1 is missing. Broker 1 refuses C as well, so nothing is stored out of order.',
      },
      {
        name: 'B again',
        text: 'A tenth of a second later the producer sends B again, with its old number. C waits for it.',
      },
      { name: 'No gap', text: 'Sequence 1 is what broker 1 expects. It stores B.' },
      { name: 'In order', text: 'C comes again, and now it fits. The log is A, B, C.' },
    ],
    takeaway: 'While a number is missing, later ones are refused. Both are sent again, and the order is kept.',
  },
  'refused-once-without-idempotence': {
    title: 'Out of order',
    question:
      'B is refused once with C on its way. Idempotence is off, and the log ends up out of order. How many records does the producer report as failed?',
    choices: ['None', 'One', 'Two'],
    because: 'All three were acked. Without sequence numbers broker 1 could not see that B was missing when C came.',
    captions: [
      { name: 'B is refused', text: 'Broker 1 refuses B for a moment. Nothing of it is stored.' },
      { name: 'C goes in', text: 'C comes next. It carries no number, so broker 1 sees no gap and stores it.' },
      { name: 'B again', text: 'A tenth of a second later the producer sends B again.' },
      { name: 'Too late', text: 'Broker 1 stores B behind C. Every record is acked, and the order is gone.' },
    ],
    takeaway: 'With several requests in flight a retry can swap records. Sequence numbers keep the order.',
  },
  'producer-restart': {
    title: 'Restart',
    question:
      'The producer dies before it reads the ack of C, and the application sends C again. How many copies of C are in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'After the restart the producer has a new id. Nothing ties its C to the one that broker 1 has.',
    captions: [
      { name: 'Stored', text: 'Broker 1 stores C. The ack leaves when its followers have it too.' },
      {
        name: 'The crash',
        text: 'The producer dies before it reads the ack. Its numbers are gone, and what it waited for.',
      },
      { name: 'Send again', text: 'The application does not know whether C arrived. It sends C again.' },
      {
        name: 'A stranger',
        text: 'The producer gets a new producer id, and numbers from 0 again. To the brokers it is another one.',
      },
      { name: 'Stored again', text: 'Nothing tells broker 1 that it has this C. It stores a second copy.' },
    ],
    takeaway: 'Idempotence covers the retries of one running producer. It ends when that producer does.',
  },
  'delivery-timeout': {
    title: 'Out of time',
    question: 'The ack of C is lost, and the producer reports C as failed. How many copies of C are in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'Broker 1 had stored C long before. “Failed” says that time was over, not that nothing was written.',
    captions: [
      { name: 'Stored', text: 'Broker 1 stores C. The ack leaves when its followers have it too.' },
      { name: 'The loss', text: 'The ack of C is lost. The producer does not know whether C arrived.' },
      { name: 'The doubt', text: '30 seconds without an answer. The producer means to send C again.' },
      { name: 'Reported', text: 'Before it can, delivery.timeout.ms is over. The producer reports C as failed.' },
      {
        name: 'In the log',
        text: 'D goes in behind C, under a new epoch that counts from 0 again. The application believes that C failed.',
      },
    ],
    takeaway: 'A record that runs out of time is in doubt. The promise of idempotence ends with delivery.timeout.ms.',
  },
  'twice-after-epoch-bump': {
    title: 'Written twice after all',
    question:
      'Idempotence is on. A is refused once, the ack of B is lost, and broker 1 stores B a second time. What is new on the second B?',
    choices: ['Nothing', 'Its epoch', 'Its producer id'],
    because: 'B kept its number, under a new epoch. A broker recognises copies within one epoch only.',
    captions: [
      { name: 'A is refused', text: 'The very first record is refused once. Nothing of it is stored.' },
      {
        name: 'B goes first',
        text: 'Broker 1 remembers nothing of this producer, so it takes B with sequence 1 as the first.',
      },
      { name: 'The loss', text: 'The connection breaks with the ack of B in the air. B is in the log, and in doubt.' },
      { name: 'Out of order', text: 'A comes again with sequence 0. Broker 1 expects 2 by now, and refuses A.' },
      { name: 'A new epoch', text: 'To let A in, the producer starts a new epoch and numbers A and B from 0 again.' },
      {
        name: 'Twice',
        text: 'B comes again under the new epoch. Broker 1 does not recognise it, and stores it a second time.',
      },
      { name: 'Acked', text: 'B is acked. Nobody ever reported an error.' },
    ],
    takeaway: 'An idempotent producer can still write twice: when its epoch rises with a record in doubt.',
  },
}
