import type { StoryWordsById } from './storyWords.ts'

/** Beyond Kafka: what readers do with records, and what Kafka cannot undo. */
export const beyondWords: StoryWordsById = {
  'charged-twice': {
    title: 'Charged twice',
    line: 'A second copy, and a reader that takes it for a new one.',
    question: 'C is in the log twice, after a lost ack. A reader charges a card per record. How often is C charged?',
    choices: ['Never', 'Once', 'Twice'],
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
    line: 'Where losing one is fine.',
    question:
      'Each record is a frame of a video, sent with acks=0, and C is lost. How many of the five frames are shown?',
    choices: ['Two', 'Four', 'Five'],
    because: 'Frame C is gone, and D and E came after it. Nobody waited, and nobody sent an old frame again.',
    captions: [
      { name: 'Success', text: 'The producer counts frame A as sent and waits for nothing.' },
      { name: 'The loss', text: 'The connection breaks with frame C in the air. It is never sent again.' },
      { name: 'The next one', text: 'Frame D is shown right after B. A frame that came late would be of no use.' },
      { name: 'On time', text: 'Frame E is shown. One of five is missing, and nothing had to be repeated.' },
    ],
    takeaway: 'At most once is fine where data renews itself: telemetry, video frames, “Ana is typing”.',
  },
}
