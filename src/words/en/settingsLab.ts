import type { Workload } from '../../engine/index.ts'
import type { SettingWords } from './settings.ts'

export type LabSetting =
  | keyof Workload
  | 'partitions'
  | 'brokers'
  | 'replicationFactor'
  | 'isrAtStart'
  | 'onFailure'
  | 'reader'
  | 'jitter'
  | 'seed'
  | 'horizon'
  | 'clientBroker'
  | 'brokerBroker'
  | 'outside'
  | 'processing'
  | 'commit'
  | 'effect'
  | 'guard'
  | 'window'

/** Settings of the Lab that are none of Kafka's. */
export const labWords: { readonly [Key in LabSetting]: SettingWords } = {
  records: { label: 'records', help: 'How many records the application hands over.' },
  startMs: { label: 'first record at', help: 'When the application hands over its first record.' },
  everyMs: { label: 'one every', help: 'The time between two records.' },
  awaitEach: {
    label: 'waits for each answer',
    help: 'The application hands over the next record only when it knows what became of the one before.',
  },
  topic: { label: 'topic', help: 'Where the records go.' },
  partitioner: { label: 'which partition', help: 'In turn, or by the key of the record.' },
  keys: { label: 'keys', help: 'How many different keys the records have.' },
  valueBytes: { label: 'size of a record', help: 'Bytes of each record, without its key.' },
  script: { label: 'script', help: 'What the application does, act by act.' },
  partitions: { label: 'partitions', help: 'The topic has this many logs. Order is kept within each of them only.' },
  brokers: { label: 'brokers', help: 'How many brokers the cluster has.' },
  replicationFactor: { label: 'replicas', help: 'How many brokers keep a copy of each partition.' },
  isrAtStart: {
    label: 'in sync at the start',
    help: 'Which brokers are in sync when the run begins. The others have fallen behind and do not fetch.',
  },
  onFailure: {
    label: 'on failure',
    help: 'What the application does when the producer reports a failure: give up, or send the record again as a new one.',
  },
  reader: {
    label: 'somebody reads',
    help: 'A consumer reads up to the high watermark and does something outside Kafka for each record.',
  },
  commit: {
    label: 'offset commit',
    help: 'When the reader says that records are done: before it works on them, after, by Kafka’s auto-commit in a later poll(), or never.',
  },
  effect: { label: 'for each record', help: 'What happens outside Kafka. Kafka can neither undo nor count it.' },
  guard: {
    label: 'guarded by',
    help: 'What makes a repeat harmless: a list of records that were done, setting a value under a key, or writing only what is not there.',
  },
  window: {
    label: 'remembers for',
    help: 'How long a record is known as done. A repeat after that counts as new.',
  },
  jitter: { label: 'jitter', help: 'Back-off times vary by a fifth, as in real clients. Off keeps the times plain.' },
  seed: { label: 'seed', help: 'Chance is drawn from it: the same seed, the same run.' },
  horizon: {
    label: 'horizon',
    help: 'So long after the last record, and the faults, the simulation stops when the run is not over.',
  },
  clientBroker: { label: 'client to broker', help: 'How long a message takes between a client and a broker, one way.' },
  brokerBroker: { label: 'broker to broker', help: 'How long a message takes between two brokers, one way.' },
  outside: { label: 'to the outside', help: 'How long a call to a service outside Kafka takes, one way.' },
  processing: { label: 'works on it for', help: 'How long the reader works on a record before it acts.' },
}
