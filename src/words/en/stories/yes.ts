import type { StoryWordsById } from './storyWords.ts'

/** Who said yes: what an ack means, and who stands behind it. */
export const yesWords: StoryWordsById = {
  'no-fault': {
    title: 'Nothing goes wrong',
    line: 'What an ack waits for.',
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
    line: 'acks=1: the leader says yes alone.',
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
    line: 'The same crash, with acks=all.',
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
    line: 'acks=all, and one replica in sync.',
    question:
      'Only broker 1 is in sync, and min.insync.replicas is 1. It acks A, B and C, then loses its disk. How many are left?',
    choices: ['None', 'One', 'Three'],
    because: 'With min.insync.replicas=1 the word of one broker is enough, and that broker lost everything.',
    captions: [
      { name: 'All is one', text: 'Of three replicas one is in sync. Broker 1 stores A, and “all” have it.' },
      { name: 'Acked', text: 'A is acked with acks=all, and only one broker has it.' },
      { name: 'The disk', text: 'Broker 1 dies, and its disk is lost. Nobody else has A, B or C.' },
      { name: 'Offline', text: 'Nobody may lead: brokers 2 and 3 were not in sync. The partition stands still.' },
      { name: 'Empty', text: 'Broker 1 is back with an empty disk and leads. Three acked records are gone.' },
    ],
    takeaway: '“All” means all that are in sync, and that may be one. min.insync.replicas=2 asks for a second copy.',
  },
  'too-few-replicas': {
    title: 'Two must say yes',
    line: 'The same with min.insync.replicas=2.',
    question:
      'Again only broker 1 is in sync, and now min.insync.replicas is 2. How many copies of A end up in the log?',
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
    line: 'A leader that does not know it was replaced.',
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
