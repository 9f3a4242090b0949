import type { StoryWordsById } from './storyWords.ts'

/** The doubt: what silence means, and who never asks. */
export const doubtWords: StoryWordsById = {
  'no-answer-ack-lost': {
    title: 'A lost ack',
    question: 'The ack of A will be lost, and A is reported as failed. How many copies of A are in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'Broker 1 had stored A before the ack was lost. “Failed” says that no answer came, and nothing more.',
    captions: [
      { name: 'The send', text: 'The producer sends A and waits for an answer.' },
      { name: 'Stored', text: 'Broker 1 stores A. The producer does not know it yet.' },
      { name: 'The loss', text: 'The ack is lost. All the producer sees is silence, as if A had never arrived.' },
      {
        name: 'The doubt',
        text: '30 seconds without an answer. A arrived, or A is lost: the producer cannot tell which. It reports A as failed, and A is in the log.',
      },
    ],
    takeaway: 'A missing ack means that the message or the ack was lost. The sender cannot tell which.',
  },
  'no-answer-request-lost': {
    title: 'A lost request',
    question:
      'Now the request is lost. The producer sees the same silence as before. How many copies of A are in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'The request never reached broker 1. What the producer saw was the same as with the lost ack.',
    captions: [
      { name: 'The send', text: 'The producer sends A and waits for an answer.' },
      { name: 'The loss', text: 'The request is lost on the way. Broker 1 never hears of A.' },
      {
        name: 'The doubt',
        text: '30 seconds without an answer, and the same row as with the lost ack. The producer reports A as failed. This time A is nowhere.',
      },
    ],
    takeaway: 'To send again risks a second copy. To give up risks a loss. No choice is both safe and free.',
  },
  'acks-0-loss': {
    title: 'Fire and forget',
    question: 'With acks=0 the connection breaks with C in the air. How many errors does the producer report?',
    choices: ['None', 'One', 'Three'],
    because: 'With acks=0 no broker answers, so nothing can tell the producer that C is gone.',
    captions: [
      {
        name: 'Success',
        text: 'The producer counts A as a success the moment it is sent. With acks=0 no answer will ever come.',
      },
      { name: 'The loss', text: 'The connection breaks with C in the air. Broker 1 never hears of C.' },
      {
        name: 'On it goes',
        text: 'The producer connects anew and sends D. It does not send C again: C counts as done.',
      },
      {
        name: 'No hole',
        text: 'D and E stand right behind B. The log shows no hole, and the producer counts five successes.',
      },
    ],
    takeaway: 'acks=0 is at most once: one copy or none, and no error. It fits where losing a value is cheap.',
  },
}
