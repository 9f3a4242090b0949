import type { StoryWordsById } from './storyWords.ts'

/** Who said yes: what an ack means, and who stands behind it. */
export const yesWords: StoryWordsById = {
  'no-fault': {
    title: 'Nothing goes wrong',
    question: 'The producer asks with acks=all. When does it hear that A is acked?',
    choices: ['Before broker 3 has a copy', 'After broker 3 has a copy'],
    because: 'All three brokers are in sync, so broker 1 answers when both followers have A.',
    captions: [
      {
        name: 'The send',
        text: 'The producer sends A with sequence 0. Numbers start at 0 and go up by one per record.',
      },
      { name: 'Stored', text: 'Broker 1 leads and stores A. It does not answer yet.' },
      { name: 'Copied', text: 'Broker 3 has its copy. It says so with its next fetch.' },
      { name: 'Readable', text: 'All in-sync replicas have A. Now it can be read, and the answer leaves.' },
      { name: 'Acked', text: 'The producer hears that A is stored at offset 0.' },
    ],
    takeaway: 'With acks=all the leader waits for all in-sync replicas before it acks.',
  },
  'acked-then-lost-with-the-leader': {
    title: 'The leader’s word',
    question:
      'Broker 1 stores and acks C, and dies before a follower has it. How many copies of C are left in the end?',
    choices: ['None', 'One', 'Two'],
    because: 'Only broker 1 had C. The new leader never saw it, and the old one had to follow.',
    captions: [
      {
        name: 'One has it',
        text: 'Broker 1 stores C and answers at once. With acks=1 it does not wait for its followers.',
      },
      { name: 'The crash', text: 'Broker 1 dies before a follower has fetched C. The only copy is on its disk.' },
      { name: 'Acked', text: 'The answer was on its way already. For the producer C is acked.' },
      { name: 'A new leader', text: 'Broker 2 leads now. It was in sync, and it has never seen C.' },
      {
        name: 'Cut',
        text: 'Broker 1 is back and follows. A follower has what its leader has: C is cut, acked or not.',
      },
    ],
    takeaway: 'An ack means what acks says, and no more. With acks=1 it says that one broker has the record.',
  },
  'leader-dies-acks-all': {
    title: 'Everyone’s word',
    question: 'Broker 1 dies at the same moment, now with acks=all. How many copies of C end up in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'C was not acked when broker 1 died, so the producer sent it again. The new leader stored it once.',
    captions: [
      { name: 'Not acked', text: 'Broker 1 stores C. It does not answer before all in-sync replicas have it.' },
      { name: 'The crash', text: 'Broker 1 dies, and no answer has left. The producer does not count on C.' },
      {
        name: 'A new leader',
        text: 'The controller makes broker 2 the leader. It has A and B: everything that was acked.',
      },
      {
        name: 'Try 2',
        text: 'The producer has found the new leader and sends C again, with the same sequence number.',
      },
      { name: 'Acked', text: 'Brokers 2 and 3 have C. Now it is acked.' },
      {
        name: 'The old copy',
        text: 'Broker 1 is back. Its old copy of C was never acked and is cut. Then it copies C anew.',
      },
    ],
    takeaway: 'With acks=all an ack says that every in-sync replica has the record. It lives while one of them does.',
  },
  'last-disk-lost-min-isr-1': {
    title: 'Two replicas behind',
    question:
      'Brokers 2 and 3 fall behind: they copied A, and not B. With min.insync.replicas=1 broker 1 acks B, and loses its disk. What is left?',
    choices: ['Nothing', 'Only A', 'A and B'],
    said: ['nothing', 'only A', 'A and B'],
    because:
      'One broker in sync was enough for an ack. Only broker 1 could lead again, and it came back with an empty disk.',
    captions: [
      { name: 'All in sync', text: 'A is acked. Three brokers are in sync, and all three have it.' },
      { name: 'Behind', text: 'Brokers 2 and 3 stop fetching. B is on broker 1 alone, and acks=all waits for them.' },
      {
        name: 'All is one',
        text: 'They were behind for more than 30 seconds. The controller takes both out of the ISR: broker 1 is “all”.',
      },
      { name: 'Yes', text: 'Everyone in sync has B now. Broker 1 answers, and B is on one disk.' },
      { name: 'The disk', text: 'Broker 1 dies, and its disk is lost. The answer was on its way already: B is acked.' },
      { name: 'Empty', text: 'Brokers 2 and 3 were out, so nobody led. Broker 1 is back, has nothing, and leads.' },
      {
        name: 'A as well',
        text: 'A follower has what its leader has: broker 2 cuts A from its log. Both acked records are gone.',
      },
    ],
    takeaway: '“All” means all that are in sync, and that may be one. min.insync.replicas=2 asks for a second copy.',
  },
  'two-must-say-yes': {
    title: 'Two must say yes',
    question:
      'The same faults, with min.insync.replicas=2. Brokers 2 and 3 fall behind, and broker 1 loses its disk. What is in the log in the end?',
    choices: ['Nothing', 'Only A', 'A and B'],
    said: ['nothing', 'only A', 'A and B'],
    because:
      'Nothing was acked while one broker was in sync. So broker 2 had all that was acked, and the producer had kept B.',
    captions: [
      { name: 'Behind', text: 'Brokers 2 and 3 stop fetching. They have A, and B is on broker 1 alone.' },
      {
        name: 'One in sync',
        text: 'Broker 1 alone is in sync, and two must have B. No ack; brokers 2 and 3 stay eligible to lead.',
      },
      { name: 'The disk', text: 'Broker 1 dies, and its disk is lost. B goes with it, and B was never acked.' },
      { name: 'A new leader', text: 'The controller makes broker 2 the leader: it has everything that was acked.' },
      {
        name: 'Refused',
        text: 'Broker 2 is alone in sync. It refuses B, stores nothing, and the producer tries again.',
      },
      { name: 'Stored', text: 'Broker 3 fetches again. Two are in sync, so broker 2 stores B.' },
      { name: 'Acked', text: 'Brokers 2 and 3 have B. Now it is acked, and nothing acked was ever lost.' },
    ],
    takeaway:
      'With min.insync.replicas=2 an ack means a second copy. The price: no acks until a second replica is in sync.',
  },
  'too-few-replicas': {
    title: 'Alone in sync',
    question:
      'Only broker 1 is in sync, min.insync.replicas is 2, and no follower comes back. How many copies of A end up in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'Every try was refused before anything was stored. The application knows it, and nothing acked was lost.',
    captions: [
      {
        name: 'Refused',
        text: 'Broker 1 refuses A and stores nothing. Two replicas are asked for, and one is in sync.',
      },
      { name: 'Try 2', text: 'The producer knows that A is not stored. It tries again: a follower may catch up.' },
      { name: 'Out of time', text: 'After 2 minutes, delivery.timeout.ms, the producer reports A as failed.' },
    ],
    takeaway:
      'min.insync.replicas=2 prevents an ack by one survivor. The price: writes are refused until a second is back.',
  },
  'leader-cut-off-and-back': {
    title: 'Split by the network',
    question:
      'With acks=1 the network cuts broker 1 off for 20 seconds. It acks C and D. How many of the two are in the log?',
    choices: ['None', 'One', 'Two'],
    because: 'Broker 2 led in the meantime and never saw C or D. The old leader had to take over its log.',
    captions: [
      { name: 'Stored', text: 'Broker 1 leads and stores C. With acks=1 it asks nobody and answers.' },
      {
        name: 'Cut off',
        text: 'Now nothing passes between broker 1 and the others. It is not told, and goes on as the leader.',
      },
      {
        name: 'Two leaders',
        text: 'The controller makes broker 2 the leader. For a while two brokers believe that they lead.',
      },
      { name: 'Acked', text: 'The network heals, and the held answer arrives. The producer counts C as acked.' },
      { name: 'Still yes', text: 'Broker 1 has not heard of its successor yet. It stores D as well, and acks it.' },
      { name: 'Cut', text: 'Broker 1 follows broker 2 and cuts C and D from its log. Both were acked.' },
    ],
    takeaway:
      'A leader cut off by the network still acks with acks=1. With acks=all it waits for followers it cannot reach.',
  },
}
