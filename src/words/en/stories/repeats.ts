import type { StoryWordsById } from './storyWords.ts'

/** Beyond Kafka: calls that come again, and what makes that harmless. */
export const repeatWords: StoryWordsById = {
  'effect-reply-lost': {
    title: 'No reply from the card service',
    question:
      'The card service charges $20 for B, and its reply is lost. The reader must charge B. How often is B charged?',
    choices: ['Never', 'Once', 'Twice'],
    because:
      'The reader cannot tell a call that failed from a reply that was lost. It called again, and B was charged again.',
    captions: [
      { name: 'The call', text: 'The reader asks for $20 for B. It commits B only when this is done.' },
      { name: 'Charged', text: 'The card is charged. Kafka has no part in this and cannot undo it.' },
      { name: 'The loss', text: 'The reply is lost. From here the reader sees what it would see had the call failed.' },
      {
        name: 'In doubt',
        text: 'A second without an answer. The reader gives the connection up and dials another one.',
      },
      { name: 'Try 2', text: 'It calls again: giving up would risk that B is never paid.' },
      { name: 'Charged again', text: 'To the card service this is a new call. Nothing in it says otherwise.' },
    ],
    takeaway: 'The doubt of the producer comes back at every call a reader makes; only the called side can end it.',
  },
  'idempotent-consumer': {
    title: 'The idempotent consumer',
    question:
      'B is in the log twice. The billing service keeps the name of each order with its charge. How often is B charged?',
    choices: ['Never', 'Once', 'Twice'],
    because: 'The name and the charge were written in one step. The second B was known, so nothing was charged.',
    captions: [
      { name: 'The loss', text: 'The ack of B is lost. Without idempotence the producer will store it a second time.' },
      { name: 'Charged', text: 'The card is charged for B, and the name B is kept with the charge, in the same step.' },
      { name: 'Stored again', text: 'Broker 1 stores B at offset 2 as well. The log has two copies now.' },
      { name: 'Read again', text: 'The reader gets B once more, and calls for it once more. It need not know better.' },
      { name: 'Known', text: 'B is known. Nothing is charged, and the reader is told that it is done.' },
    ],
    takeaway: 'At least once and a consumer that knows repeats come to one effect, for every cause of a repeat.',
  },
  'dedup-window': {
    title: 'The window',
    question:
      'The names of paid orders are kept for one hour. The reader dies after charging B, and is back after two. How often is B charged?',
    choices: ['Never', 'Once', 'Twice'],
    because: 'The offset of B was not committed, so B came again. By then its name had been forgotten for an hour.',
    captions: [
      { name: 'Charged', text: 'The card is charged for B, and the name B is kept with it for one hour.' },
      { name: 'The crash', text: 'The reader dies before it commits. It is night, and nobody starts it again.' },
      { name: 'Two hours', text: 'Somebody starts it. An hour ago the name B was thrown away.' },
      { name: 'Begins at B', text: 'B is not committed, so the reader begins with it.' },
      { name: 'Charged again', text: 'Nobody remembers B. The card is charged a second time.' },
    ],
    takeaway: 'Deduplication is once within the window; the window has to outlast the longest way a repeat can take.',
  },
  upsert: {
    title: 'Set, do not add',
    question:
      'The row for B is set under the key B. The reader dies before its commit and is back after two hours. How many rows has B?',
    choices: ['None', 'One', 'Two'],
    because: 'Setting B to the same value again leaves it as it is. No memory of the first time is needed.',
    captions: [
      { name: 'Set', text: 'The row under the key B is set. Nothing else is kept.' },
      { name: 'The crash', text: 'The reader dies before it commits, and stays down for two hours.' },
      { name: 'Begins at B', text: 'B is not committed, so the reader begins with it.' },
      { name: 'Set again', text: 'The row under the key B is set to what it was. There is one row.' },
    ],
    takeaway: '“Set x to v” may be repeated for ever; “add one” may not.',
  },
  'conditional-write': {
    title: 'Only if it is not there',
    question:
      'The database takes a row for B only if there is none. Its reply is lost, and the reader writes again. How many rows has B?',
    choices: ['None', 'One', 'Two'],
    because: 'The second write was refused. The reader read back, and found that its own first one had been there.',
    captions: [
      { name: 'Written', text: 'There is no row under the key B, so the write is taken.' },
      { name: 'The loss', text: 'The reply is lost. The reader does not know whether its write was taken.' },
      { name: 'In doubt', text: 'A second without an answer. The reader will write again.' },
      { name: 'Refused', text: 'Now there is a row under the key B. The second write is refused.' },
      { name: 'Read back', text: 'A refusal alone says little. The reader reads back: what stands there is its own.' },
    ],
    takeaway: 'A conditional write makes a repeat harmless, if its caller reads back who was first.',
  },
}
