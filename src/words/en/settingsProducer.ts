import type { producerTable } from '../../engine/index.ts'
import type { SettingWords } from './settings.ts'

export const producerSettings: { readonly [Key in keyof typeof producerTable]: SettingWords } = {
  acks: {
    label: 'who must have it',
    help: 'Which replicas must have a record before the leader answers: nobody (0), the leader (1), all in-sync replicas (all).',
  },
  'enable.idempotence': {
    label: 'numbered records',
    help: 'Each batch carries a producer id and a sequence number, so a broker recognises a second try. It covers one session of one producer.',
  },
  retries: {
    label: 'tries after the first',
    help: 'How often one batch may be sent again. In practice delivery.timeout.ms ends the tries long before the default does.',
  },
  'max.in.flight.requests.per.connection': {
    label: 'unanswered at once',
    help: 'Requests without an answer per connection. With idempotence up to 5 keep their order; without it a retry may change the order.',
  },
  'delivery.timeout.ms': {
    label: 'time to succeed',
    help: 'From send() to the final result. At its end the outcome is unknown: the record may be in the log.',
  },
  'request.timeout.ms': {
    label: 'time for one answer',
    help: 'How long the client waits for an answer before it closes the connection. It looks only when it wakes, so it may notice late.',
  },
  'linger.ms': {
    label: 'wait for company',
    help: 'How long a batch waits for more records before it is sent. Since Kafka 4.0 the default is 5, before that 0.',
  },
  'batch.size': {
    label: 'size of a batch',
    help: 'Most bytes of a batch of several records. The Lab sets 1, so that each record is a request of its own.',
  },
  'buffer.memory': {
    label: 'memory for waiting records',
    help: 'Bytes that may wait to be sent. When they are used up, send() blocks.',
  },
  'max.block.ms': {
    label: 'time to block',
    help: 'How long send() and the calls of a transaction may block, for metadata, for memory or for an answer.',
  },
  'max.request.size': {
    label: 'size of a request',
    help: 'Most bytes of one request, before compression. A larger record fails at once.',
  },
  'retry.backoff.ms': {
    label: 'first wait between tries',
    help: 'The wait before a batch is sent again. It doubles with each try, give or take a fifth.',
  },
  'retry.backoff.max.ms': {
    label: 'longest wait between tries',
    help: 'Where the doubling of retry.backoff.ms ends. A first wait above it is cut to it.',
  },
  'reconnect.backoff.ms': {
    label: 'first wait before connecting',
    help: 'The wait before a broker is dialled again; it doubles with each failure. Set alone, it stays constant.',
  },
  'reconnect.backoff.max.ms': {
    label: 'longest wait before connecting',
    help: 'Where the doubling of reconnect.backoff.ms ends.',
  },
  'metadata.max.age.ms': {
    label: 'age of metadata',
    help: 'After this time the client asks again who leads, even if nothing has gone wrong.',
  },
  'transactional.id': {
    label: 'lasting name',
    help: 'A name that survives restarts and turns transactions on. A second producer with the same name fences the first.',
  },
  'transaction.timeout.ms': {
    label: 'longest transaction',
    help: 'After this time the coordinator aborts an open transaction. It only counts with a transactional.id.',
  },
  'transaction.two.phase.commit.enable': {
    label: 'two-phase commit',
    help: 'Declared in 4.3, but this client never sends it. Its only effect is that transaction.timeout.ms is refused beside it.',
  },
  'compression.type': {
    label: 'compression',
    help: 'How batches are compressed. It has no influence on delivery.',
  },
  'partitioner.class': {
    label: 'who picks the partition',
    help: 'None means the built-in one: by the hash of the key, or, without a key, one partition until a batch is full.',
  },
  'partitioner.ignore.keys': {
    label: 'ignore keys',
    help: 'Records with a key are spread like those without. The order per key is lost.',
  },
  'partitioner.adaptive.partitioning.enable': {
    label: 'prefer quick brokers',
    help: 'Records without a key go to brokers that answer quickly more often.',
  },
  'partitioner.availability.timeout.ms': {
    label: 'leave out slow brokers',
    help: 'A broker that takes no request for this long is left out for records without a key. 0 means never.',
  },
  'client.id': {
    label: 'name in the logs',
    help: 'A name for logs and quotas. It says nothing about identity to Kafka.',
  },
}
