import type { StoryWordsById } from './storyWords.ts'

/** Beyond Kafka: what readers do with records, and what Kafka cannot undo. */
export const beyondWords: StoryWordsById = {
  'charged-twice': {
    title: 'Charged twice',
    question:
      'The ack of C is lost, and a reader charges a card per record. When does it charge the card for C for the first time?',
    choices: ['Before the producer sends C again', 'After that'],
    said: ['before the second try', 'after the second try'],
    because: 'The reader got C from offset 2 and from offset 3. To Kafka and to the reader these are two records.',
    captions: [
      { name: 'The loss', text: 'The ack of C is lost. The producer does not know whether C arrived.' },
      { name: 'Charged', text: 'The reader has C already, and the card is charged $20. The producer still waits.' },
      { name: 'Stored again', text: 'The producer sends C again, and broker 1 stores it at offset 3 as well.' },
      { name: 'Read again', text: 'The reader gets C from offset 3. Nothing says that it has seen it.' },
      {
        name: 'Charged again',
        text: 'The card is charged $20 once more. Kafka knows nothing of it and cannot undo it.',
      },
    ],
    takeaway: 'A reader that is not idempotent turns every copy into another charge, count or e-mail.',
  },
  'frame-lost': {
    title: 'A lost frame',
    question:
      'Each record is a frame of a video, sent with acks=0, and C is lost. How many requests are sent for the five frames?',
    choices: ['Five', 'Six', 'Eight'],
    because: 'Frame C is gone, and D and E came after it. Nobody waited, and nobody sent an old frame again.',
    captions: [
      { name: 'Success', text: 'The producer counts frame A as sent and waits for nothing.' },
      { name: 'The loss', text: 'The connection breaks with frame C in the air. It is never sent again.' },
      { name: 'The next one', text: 'Frame D is shown right after B. A frame that came late would be of no use.' },
      { name: 'On time', text: 'Frame E is shown. One of five is missing, and nothing had to be repeated.' },
    ],
    takeaway: 'At most once is fine where data renews itself: telemetry, video frames, “Ana is typing”.',
  },
  'commit-before': {
    title: 'Commit first',
    question: 'The reader commits B, and crashes before it charges the card. How often is the card charged for B?',
    choices: ['Never', 'Once', 'Twice'],
    because: 'A restart begins at the committed offset, and that lies behind B. Nobody brings B again.',
    captions: [
      { name: 'B comes', text: 'The reader gets B from offset 1. Before anything else it commits offset 2.' },
      { name: 'Committed', text: 'The group coordinator has the commit. For Kafka the reader is done with B.' },
      { name: 'The crash', text: 'The reader is gone before it charges the card. What it knew is gone too.' },
      { name: 'Back', text: 'It asks what is committed, and begins at offset 2. B lies before that.' },
      { name: 'C is charged', text: 'C is charged as if nothing had happened. B is in the log, and skipped.' },
    ],
    takeaway: 'Commit before the work, and a crash skips a record: at most once.',
  },
  'commit-after': {
    title: 'Commit last',
    question:
      'The card is charged for B, and the reader crashes before it commits. How often is it charged in the end?',
    choices: ['Never', 'Once', 'Twice'],
    because: 'The commit of A was the last one. A restart begins behind A, so B comes again.',
    captions: [
      { name: 'A is done', text: 'The card was charged for A, and offset 1 is committed. A does not come again.' },
      { name: 'B is charged', text: 'The card is charged for B. The reader will commit once it hears of it.' },
      { name: 'The crash', text: 'The reader is gone before the reply arrives. Offset 2 was never committed.' },
      { name: 'Back', text: 'It asks what is committed, and begins at offset 1. That is B.' },
      { name: 'Charged again', text: 'The card is charged for B once more. To the reader it is a new record.' },
    ],
    takeaway: 'Commit after the work, and a crash repeats it: at least once. Readers must bear a repeat.',
  },
  'auto-commit': {
    title: 'Kafka commits',
    question: 'Auto-commit is on, as by default. The reader crashes a tenth of a second in. How often is A charged?',
    choices: ['Never', 'Once', 'Twice'],
    because:
      'The first automatic commit comes after five seconds. The crash came before it, so all records came again.',
    captions: [
      { name: 'A is done', text: 'The card was charged for A. Nothing is committed: five seconds are not over.' },
      { name: 'The crash', text: 'The reader is gone. A and B were done with, and C was charged as well.' },
      { name: 'Back', text: 'It begins at offset 0, because nothing else was committed.' },
      { name: 'All again', text: 'A is charged a second time. B and C follow.' },
      { name: 'At last', text: 'Five seconds after the restart a poll commits what earlier polls handed over.' },
    ],
    takeaway: 'Auto-commit repeats up to one interval of work. It skips nothing while a poll’s records are done first.',
  },
  'commit-fails': {
    title: 'Written, not committed',
    question: 'The row for B is written, then the commit fails and the reader crashes. How many rows has B?',
    choices: ['None', 'One', 'Two'],
    because: 'Nothing ties the row to the offset. The row stood, the offset did not, so B came again.',
    captions: [
      { name: 'The row', text: 'The database has the row for B. Now the reader commits offset 2.' },
      {
        name: 'The commit',
        text: 'The connection breaks with the commit in the air. The reader does not know, and waits to try again.',
      },
      { name: 'The crash', text: 'Before it tries again the reader is gone. The row is there, the offset is not.' },
      { name: 'Back', text: 'The committed offset is 1. The reader begins there, and that is B.' },
      { name: 'The row again', text: 'The row for B is written a second time.' },
    ],
    takeaway: 'Two writes without a bond: whichever comes last can be missing after a crash.',
  },
}
