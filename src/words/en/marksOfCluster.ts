/** Words in the picture about brokers among themselves: who leads, who is out, what is cut off. */
import type { EventOf, KafkaKinds } from '../../engine/index.ts'
import { listed } from './time.ts'

const numberOf = (node: string): string => node.slice(node.lastIndexOf('-') + 1)
const named = (node: string): string => {
  const kind = node.slice(0, node.lastIndexOf('-'))
  return kind === 'broker' ? `broker ${numberOf(node)}` : kind === 'consumer' ? 'the reader' : `the ${kind}`
}
const WAYS = { both: '', in: 'nothing reaches it', out: 'nothing it sends arrives' } as const

export const clusterMarks = {
  leader: 'leader',
  uncleanLeader: 'unclean leader',
  noLeader: 'no leader',
  crashWithDisk: 'crash, disk lost',
  stopped: 'shut down',
  paused: 'paused',
  fallsBehind: 'falls behind',
  fetchesAgain: 'fetches again',
  cutOff: (from: string | null, way: keyof typeof WAYS): readonly string[] => [
    from === null ? 'cut off' : `cut off from ${named(from)}`,
    ...(WAYS[way] === '' ? [] : [WAYS[way]]),
  ],
  /** Over what a follower cuts off its log, and whether anybody was promised it. */
  cut: (records: readonly string[]): string => `${listed(records)} cut off`,
  wasAcked: (records: readonly string[], acked: readonly string[]): string =>
    acked.length === 0
      ? 'never acked'
      : acked.length < records.length
        ? `${listed(acked)} ${acked.length === 1 ? 'was' : 'were'} acked`
        : `${acked.length === 1 ? 'was' : 'were'} acked`,
  /** Under the controller's dot. */
  decided: {
    isOut: (node: string): string => `${named(node)} is out`,
    leaves: (node: string): string => `${named(node)} leaves`,
    mustWait: (node: string): string => `${named(node)} must wait`,
    leads: (node: string): string => `${named(node)} leads`,
    unclean: (node: string): string => `${named(node)} leads, unclean`,
    noLeader: 'nobody may lead',
    isr: (brokers: readonly number[]): string => (brokers.length === 0 ? 'ISR empty' : `ISR ${brokers.join(', ')}`),
    isrRefused: 'ISR refused',
  },
} as const

/** Beside a dot at Wire: what changed inside a broker; null for what has a mark of its own, or is no change. */
export const stateWords = (event: EventOf<KafkaKinds>): string | null => {
  switch (event.kind) {
    case 'produce-waits-for-replicas':
      return `waits for HW ${event.until}`
    case 'high-watermark-advanced':
      return event.role === 'follower' ? `HW ${event.highWatermark}` : null
    case 'fetch-parked':
      return 'fetch parked'
    case 'offset-stored':
      return `stores ${event.offset}`
    case 'coordinator-took-over':
      return 'coordinates the group'
    case 'isr-change-asked':
      return `asks for ISR ${event.isr.join(', ')}`
    case 'leadership-taken':
      return `leads, epoch ${event.leaderEpoch}`
    case 'follows':
      return event.leader === null
        ? `no leader, epoch ${event.leaderEpoch}`
        : `follows ${named(event.leader)}, epoch ${event.leaderEpoch}`
    case 'replica-reloaded':
      return `log read again, HW ${event.highWatermark}`
    default:
      return null
  }
}
