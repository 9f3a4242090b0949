import { insert } from './agenda.ts'
import { nameTimer } from './naming.ts'
import { RANK, type Kinds, type LinkPending, type Millis, type NodeId, type Pending, type World } from './world.ts'

/** A node handles nothing until `until`; its connections stay, and what falls due for it waits. */
export const pause = <K extends Kinds>(world: World<K>, node: NodeId, until: Millis): World<K> => {
  const resume: LinkPending = { kind: 'link', change: 'resumed', name: nameTimer(world.book, `resume ${node}`), at: until, to: node, peer: node, rank: RANK.followUp, background: false, connection: null }
  return { ...world, paused: { ...world.paused, [node]: [] }, agenda: insert<K>(world.agenda, resume) }
}

export const isPaused = <K extends Kinds>(world: World<K>, node: NodeId): boolean => world.paused[node] !== undefined

/** What fell due for a paused node waits in order of arrival. */
export const defer = <K extends Kinds>(world: World<K>, pending: Pending<K>): World<K> => ({
  ...world,
  paused: { ...world.paused, [pending.to]: [...(world.paused[pending.to] ?? []), pending] },
})

/** First the timers that fell due, then what waited, each in order of arrival: all of it now (model.md section 2). */
export const resume = <K extends Kinds>(world: World<K>, node: NodeId): World<K> => {
  const { [node]: waited = [], ...paused } = world.paused
  const inOrder = [...waited.filter((p) => p.kind === 'timer'), ...waited.filter((p) => p.kind !== 'timer')]
  const due = inOrder.map((p): Pending<K> => ({ ...p, at: world.now, rank: RANK.followUp }))
  return { ...world, paused, agenda: due.reduce<readonly Pending<K>[]>(insert, world.agenda) }
}
