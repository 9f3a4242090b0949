import type { Broker, Consumer, Node, NodeId, Producer } from '../../../engine/index.ts'
import { isInternal } from '../../../engine/index.ts'
import { isDone, laneOf, loudestOf, type Timed } from '../../../timeline/index.ts'
import { inspectorWords as words } from '../../../words/en/inspector.ts'
import { roleText } from '../../../words/en/lanes.ts'
import { brokersNumbered, capital } from '../../../words/index.ts'
import { followsOf, whyOf } from './causality.ts'
import {
  asJson,
  codeFact,
  didOf,
  type Fact,
  fact,
  type Inspected,
  type Looking,
  namesIn,
  originOf,
  told,
} from './inspected.ts'

const { labels } = words

const isOf = (node: NodeId, { event }: Timed): boolean =>
  ('node' in event && event.node === node) || (event.kind === 'message-lost' && event.from === node)

/** The last of what the actor did that tells something. */
const lastOf = ({ of, cursor }: Looking, node: NodeId): Timed | null => {
  const done = of.timeline.telling.filter((timed) => isDone(timed.moment, cursor) && isOf(node, timed))
  const last = done.findLast((timed) => loudestOf([timed]) !== null)
  return last === undefined ? null : loudestOf(done.filter(({ step }) => step === last.step))
}

const producerFacts = ({ volatile }: Producer): readonly Fact[] => {
  const { identity, sequences, batches, inFlight } = volatile
  const sent = new Set(
    Object.values(inFlight)
      .flat()
      .flatMap((request) => ('batches' in request ? request.batches.map(({ key }) => key) : [])),
  )
  const waiting = Object.values(batches).filter(({ key, result }) => result === null && !sent.has(key))
  return [
    ...(identity.state === 'ready'
      ? [fact(labels.stamp, words.identity(identity.producerId, identity.producerEpoch))]
      : []),
    ...Object.entries(sequences).map(([partition, entry]) =>
      codeFact(labels.next, `${partition}: ${entry.nextSequence}`),
    ),
    fact(labels.unanswered, words.requests(Object.values(inFlight).flat().length)),
    fact(labels.waiting, words.records(waiting.reduce((sum, batch) => sum + batch.records.length, 0))),
  ]
}

const partitionsOn = ({ partitions }: Broker['durable']) =>
  Object.entries(partitions).filter(([partition]) => !isInternal(partition))

/** What is on its disk outlives the process; its roles and high watermarks do not. */
const brokerFacts = ({ up, durable, volatile }: Broker): readonly Fact[] =>
  // What the group coordinator keeps stands in the block about the reader.
  partitionsOn(durable).flatMap(([partition, { log }]) => {
    const role = up ? volatile.roles[partition] : undefined
    const count = log.logEndOffset - log.logStartOffset
    return [
      fact(labels.onDisk, words.disk(partition, count)),
      ...(role === undefined
        ? [fact(labels.inMemory, words.noKeep)]
        : [
            codeFact(labels.epoch, role.leaderEpoch),
            codeFact(labels.highWatermark, role.highWatermark),
            ...(role.role === 'leader' ? [fact(labels.isr, brokersNumbered(role.isr))] : []),
          ]),
    ]
  })

const consumerFacts = ({ volatile }: Consumer): readonly Fact[] =>
  Object.entries(volatile.positions).map(([partition, offset]) => codeFact(labels.position, `${partition}: ${offset}`))

const factsOf = (node: Node): readonly Fact[] => {
  switch (node.kind) {
    case 'producer':
      return node.up ? producerFacts(node) : []
    case 'broker':
      return brokerFacts(node)
    case 'consumer':
      return node.up ? consumerFacts(node) : []
    default:
      return []
  }
}

/** An actor: what it is at the playhead, what it has, and the last thing it did. */
export const inspectNode = (looking: Looking, id: NodeId): Inspected | null => {
  const { of, world, cursor } = looking
  const node = world.nodes[id]
  if (node === undefined) return null
  const last = lastOf(looking, id)
  const role = laneOf(of.timeline.lanes[looking.isBlind ? 'whoever' : 'lanes'], id, null)?.roles.findLast((one) =>
    isDone(one.from, cursor),
  )
  const state = world.paused[id] !== undefined ? words.paused : node.up ? words.up : words.down
  return {
    id: `node ${id}`,
    kind: 'node',
    title: capital(namesIn(looking).actor(id)),
    facts: [fact(labels.now, state), ...(role ? [fact(labels.role, roleText(role))] : []), ...factsOf(node)],
    did: last === null ? null : didOf(of.timeline.trace, last),
    causes: last === null ? [] : told(looking, whyOf(of, last.step)),
    noCause: last === null ? words.noCause : originOf(of, last.step),
    consequences: last === null ? [] : told(looking, followsOf(of, last.step, last)),
    json: asJson(node),
  }
}
