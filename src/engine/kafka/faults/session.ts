import { insert } from '../../core/agenda.ts'
import { nameTimer } from '../../core/naming.ts'
import { RANK, type Millis, type NodeId } from '../../core/world.ts'
import { CONTROLLER } from '../model/controller.ts'
import type { Pending, World } from '../model/kinds.ts'
import type { Setup } from '../model/setup.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import { resolvedOf } from '../model/resolved.ts'

/**
 * KR-01: heartbeats are not sent in a quiet cluster; a session is a timer that starts when they end: 9 s after the last
 * multiple of 2 s. A heartbeat due in this very millisecond was sent. Left out: the controller's own period of 1.125 s.
 * A broker that is not registered sends none (KR-04).
 */
export const endSessionLater = (setup: Setup, world: World, broker: NodeId, isRegistered: boolean): World => {
  if (!isRegistered) return world
  const config = resolvedOf(setup).broker
  const [interval, timeout] = [config?.['broker.heartbeat.interval.ms'] ?? 2_000, config?.['broker.session.timeout.ms'] ?? 9_000]
  const at: Millis = Math.floor(world.now / interval) * interval + timeout
  const timer: Timer = { timer: 'session', broker }
  const pending: Pending = { kind: 'timer', name: nameTimer(world.book, `session ${broker}`), at, to: CONTROLLER, rank: RANK.timer, background: false, key: timerKey(timer), timer }
  // Nor is it unfenced without a heartbeat.
  const ended = [timerKey(timer), timerKey({ timer: 'unfence', broker })]
  return { ...world, agenda: insert(world.agenda.filter((p) => !(p.kind === 'timer' && ended.includes(p.key))), pending) }
}

export const isRegistered = (world: World, broker: NodeId): boolean => {
  const node = world.nodes[broker]
  return node?.kind === 'broker' && node.listens
}
