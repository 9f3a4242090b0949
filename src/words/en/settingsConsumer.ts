import type { consumerTable } from '../../engine/index.ts'
import type { SettingWords } from './settings.ts'

export const consumerSettings: { readonly [Key in keyof typeof consumerTable]: SettingWords } = {
  'group.id': {
    label: 'group',
    help: 'Readers of one group share the partitions. Without it nothing can be committed.',
  },
  'group.instance.id': {
    label: 'static member',
    help: 'A name that lets a reader restart within its session without a rebalance.',
  },
  'session.timeout.ms': {
    label: 'session',
    help: 'A member without heartbeats for this long leaves the group. It only counts with the classic protocol.',
  },
  'heartbeat.interval.ms': {
    label: 'heartbeat',
    help: 'How often a member says that it lives. It must be below session.timeout.ms.',
  },
  'partition.assignment.strategy': {
    label: 'who gets what',
    help: 'How the classic protocol spreads partitions over members. With group.protocol=consumer the broker decides.',
  },
  'metadata.max.age.ms': { label: 'age of metadata', help: 'After this time the reader asks again who leads.' },
  'enable.auto.commit': {
    label: 'commit by itself',
    help: 'A later poll() commits what earlier polls returned, whether it was processed or not.',
  },
  'auto.commit.interval.ms': {
    label: 'time between commits',
    help: 'The shortest time between two automatic commits.',
  },
  'client.id': { label: 'name in the logs', help: 'A name for logs and quotas.' },
  'max.partition.fetch.bytes': { label: 'bytes per partition', help: 'Most bytes of one partition in one answer.' },
  'fetch.min.bytes': { label: 'least bytes', help: 'How much must be there before a fetch is answered early.' },
  'fetch.max.bytes': { label: 'bytes per fetch', help: 'Most bytes in one answer.' },
  'fetch.max.wait.ms': {
    label: 'wait for data',
    help: 'How long a fetch waits at the broker when there is nothing to read.',
  },
  'reconnect.backoff.ms': {
    label: 'first wait before connecting',
    help: 'The wait before a broker is dialled again; it doubles with each failure. Set alone, it stays constant.',
  },
  'reconnect.backoff.max.ms': {
    label: 'longest wait before connecting',
    help: 'Where the doubling of reconnect.backoff.ms ends.',
  },
  'retry.backoff.ms': { label: 'first wait between tries', help: 'The wait before a request is sent again.' },
  'retry.backoff.max.ms': { label: 'longest wait between tries', help: 'Where the doubling of retry.backoff.ms ends.' },
  'auto.offset.reset': {
    label: 'start without an offset',
    help: 'Where a reader starts when nothing is committed or its position is gone: the end, the beginning, a time, or an error.',
  },
  'request.timeout.ms': { label: 'time for one answer', help: 'How long a reader waits for an answer.' },
  'default.api.timeout.ms': { label: 'time for a call', help: 'How long calls such as commitSync may block.' },
  'max.poll.records': { label: 'records per poll', help: 'Most records that one poll() returns.' },
  'max.poll.interval.ms': {
    label: 'time between polls',
    help: 'A reader that polls less often leaves the group, and another one gets its partitions.',
  },
  'isolation.level': {
    label: 'open transactions',
    help: 'read_committed skips aborted records and waits before open transactions. read_uncommitted, the default, sees everything.',
  },
  'allow.auto.create.topics': { label: 'create topics', help: 'Whether asking for a topic may make it.' },
  'group.protocol': {
    label: 'group protocol',
    help: 'classic: the members agree among themselves. consumer: the broker assigns partitions.',
  },
  'group.remote.assignor': {
    label: 'assignor on the broker',
    help: 'Which assignor the broker uses, with group.protocol=consumer.',
  },
}
