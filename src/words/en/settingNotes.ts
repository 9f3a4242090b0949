import type { LeftOutReason, SettingNote } from '../../engine/index.ts'
import { lastingInWords } from './time.ts'

type Note = SettingNote['note']
type NoteNamed<N extends Note> = Extract<SettingNote, { readonly note: N }>

/** Why this simulation has no use for a key that Kafka heeds. */
const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'no-say-in-delivery': 'It has no say in what is delivered.',
  'never-runs-out': 'Memory and metadata never run out here, so send() never blocks.',
  'lab-picks-partitions': 'Here “which partition” under Topic decides instead.',
  'asked-after-errors-only': 'Here clients ask who leads only after an error.',
  'no-transactions': 'There are no transactions in this run.',
  'nothing-is-deleted': 'Nothing is deleted within a run.',
  'page-cache-survives': 'Here a crash of a broker keeps what was written, flushed or not.',
  'topic-is-there': 'The topic is there when a run begins.',
  'no-group-is-balanced': 'The reader picks its partitions itself, so no group is balanced.',
  'fetches-are-plain': 'Here a fetch is answered with all there is, as soon as there is something.',
  'always-handed-over': 'Here a broker that is shut down in order always hands over first.',
  'offsets-always-stored': 'Here offsets are always stored, and kept.',
  'not-in-this-model': 'This simulation does not heed it.',
}

const NOTES: { readonly [N in Note]: (note: NoteNamed<N>) => string } = {
  'min-isr-refuses-nothing': ({ acks }) =>
    `With acks=${acks} it refuses no write. Below it nothing becomes readable all the same.`,
  'min-isr-is-all-replicas': () => 'One slow replica stops all writes.',
  'min-isr-above-replicas': ({ replicas }) => `It counts as ${replicas}: there are no more replicas.`,
  'all-may-be-one': () => 'When the others fall behind, acks=all means the leader alone.',
  'no-answer-to-wait-for': ({ key }) =>
    key === 'request.timeout.ms'
      ? 'With acks=0 no record waits for an answer; only questions for metadata do.'
      : 'It cannot matter: with acks=0 no request waits for an answer.',
  'only-what-never-left': () => 'With acks=0 only a request that never left whole is sent again.',
  'nothing-is-sent-again': () => 'No batch is sent a second time here. Questions for metadata still wait for it.',
  'retries-may-reorder': ({ value }) => `With ${value} in flight and no idempotence, a retry may change the order.`,
  'order-is-kept-anyway': () => 'It only costs speed: idempotence keeps the order with up to 5.',
  'waits-for-each-answer': () =>
    'The application waits for each answer: one is in flight, unless a record ran out of time.',
  'full-at-once': ({ size }) =>
    `With batch.size=${size} one record fills a batch, so nothing waits. It still counts towards delivery.timeout.ms.`,
  'needs-a-transactional-id': () => 'It does nothing without a transactional.id.',
  'two-phase-commit-does-nothing': () => 'This client declares it and never sends it.',
  'nobody-else-to-elect': () => 'It cannot matter: there is one replica only.',
  'election-may-lose': () => 'A leader elected this way may miss acked records. They are lost then.',
  'topic-sets-its-own': ({ value }) => `It cannot matter: the topic sets its own, ${value}.`,
  'no-followers': () => 'It cannot matter: there is one replica only, so nobody follows.',
  'longer-than-the-run': ({ horizon }) =>
    `A run ends ${lastingInWords(horizon)} after its last fault, before anything is forgotten.`,
  'no-offsets-kept': () => 'No reader has a group.id, so no offsets are kept.',
  'no-reader': () => 'There is no reader.',
  'nothing-to-hide': () => 'It reads the same as read_uncommitted: there are no transactions.',
  'does-not-commit-by-itself': () => 'It cannot matter: the reader does not commit by itself.',
  'offsets-are-committed': () =>
    'The group has committed offsets from the start. It counts only where a log is cut below the position.',
  'commit-needs-a-group': () =>
    'Without a group there is nowhere to commit to: the first commit throws InvalidGroupIdException.',
  'code-commits-too': () => 'The reader’s own code commits as well.',
  'skips-what-is-there': () => 'Without a group a reader that starts again skips what was written meanwhile.',
  'left-out': ({ why }) => LEFT_OUT[why],
}

/** Why a setting is pointless or risky here, or what is good to know about it. */
export const sayNote = (note: SettingNote): string => {
  // Looked up by kind: TypeScript cannot pair a note with the entry of its own kind.
  const say = NOTES[note.note] as (note: SettingNote) => string
  return say(note)
}
