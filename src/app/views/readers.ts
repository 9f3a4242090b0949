/** How far each reader is, what it is doing, and what the world outside remembers of its effects. */
import {
  type CommitReason,
  type Consumer,
  type EffectKind,
  type Millis,
  type NodeId,
  OFFSETS_PARTITION,
  type Offset,
  type Protection,
  type RecordName,
  type Setup,
  type TopicPartition,
  type World,
} from '../../engine/index.ts'
import { partitionsOf } from '../doors.ts'
import { leaderOf } from './replicas.ts'

export interface ReaderPartition {
  readonly partition: TopicPartition
  /** The next offset it reads; null: its process is gone, or it has none yet (CGR-01). */
  readonly position: Offset | null
  /** Where a restart would begin, as the coordinator stores it; null: nothing is committed. */
  readonly committed: Offset | null
  /** Readable and not read yet; null: nobody leads, or there is no position. */
  readonly lag: number | null
}

export interface Working {
  readonly record: RecordName
  readonly doing: 'processing' | 'answer' | 'connection' | 'pause'
  readonly attempt: number
}

export interface OutsideView {
  readonly node: NodeId
  readonly effect: EffectKind
  readonly protection: Protection['kind'] | null
  /** Kept names, and until when; with a dedup window only. */
  readonly remembered: readonly { readonly record: RecordName; readonly until: Millis }[]
}

export interface ReaderView {
  readonly node: NodeId
  readonly isUp: boolean
  /** null: no `group.id`, so nothing is committed. */
  readonly group: string | null
  readonly partitions: readonly ReaderPartition[]
  readonly working: Working | null
  /** Fetched and not begun yet. */
  readonly waiting: readonly RecordName[]
  readonly commit: { readonly because: CommitReason; readonly sent: boolean } | null
  readonly outside: OutsideView | null
}

/** The last offset of a group that every in-sync replica of the coordinator's log has. */
const committedIn = (world: World, group: string, partition: TopicPartition): Offset | null => {
  const coordinator = leaderOf(world, OFFSETS_PARTITION)
  const batches = coordinator?.durable.partitions[OFFSETS_PARTITION]?.log.chunks.flat() ?? []
  const highWatermark = coordinator?.volatile.roles[OFFSETS_PARTITION]?.highWatermark ?? 0
  const stored = batches
    .filter((batch) => batch.lastOffset < highWatermark)
    .flatMap((batch) => batch.commits ?? [])
    .findLast((one) => one.group === group && one.partition === partition)
  return stored?.offset ?? null
}

const partitionAt = (
  world: World,
  reader: Consumer,
  group: string | null,
  partition: TopicPartition,
): ReaderPartition => {
  const position = reader.up ? (reader.volatile.positions[partition] ?? null) : null
  const highWatermark = leaderOf(world, partition)?.volatile.roles[partition]?.highWatermark ?? null
  return {
    partition,
    position,
    committed: group === null ? null : committedIn(world, group, partition),
    lag: position === null || highWatermark === null ? null : Math.max(0, highWatermark - position),
  }
}

const workingOn = ({ up, volatile }: Consumer): Working | null => {
  const [first] = volatile.handed
  if (!up || first === undefined) return null
  const { call } = volatile
  return { record: first.record, doing: call?.waits ?? 'processing', attempt: call?.attempt ?? 1 }
}

/** Where the effects of a reader happen: named in its links beside the brokers. Time goes on between two steps. */
const outsideOf = (world: World, setup: Setup, reader: Consumer, at: Millis): OutsideView | null => {
  const client = setup.clients[reader.id]
  if (client?.kind !== 'consumer' || client.effect === null) return null
  const node = Object.keys(reader.volatile.links)
    .map((id) => world.nodes[id])
    .find((one) => one?.kind === 'outside')
  if (node?.kind !== 'outside') return null
  return {
    node: node.id,
    effect: client.effect,
    protection: client.protection?.kind ?? null,
    remembered:
      client.protection?.kind === 'dedup'
        ? Object.entries(node.durable.remembered)
            .filter(([, until]) => until > at)
            .map(([record, until]) => ({ record, until }))
        : [],
  }
}

/** Every reader at a time of a run, with what its world outside remembers. */
export const readers = (world: World, setup: Setup, at: Millis): readonly ReaderView[] =>
  Object.values(world.nodes).flatMap((node): readonly ReaderView[] => {
    if (node.kind !== 'consumer') return []
    const { handed, buffered, keeping } = node.volatile
    const group = keeping?.group ?? null
    return [
      {
        node: node.id,
        isUp: node.up,
        group,
        partitions: partitionsOf(setup).map((partition) => partitionAt(world, node, group, partition)),
        working: workingOn(node),
        waiting: node.up ? [...handed.slice(1), ...buffered].map(({ record }) => record) : [],
        commit: node.up && keeping?.commit ? { because: keeping.commit.because, sent: keeping.commit.sent } : null,
        outside: outsideOf(world, setup, node, at),
      },
    ]
  })
