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
 */
export const endSessionLater = (setup: Setup, world: World, broker: NodeId): World => {
  const config = resolvedOf(setup).broker
  const [interval, timeout] = [config?.['broker.heartbeat.interval.ms'] ?? 2_000, config?.['broker.session.timeout.ms'] ?? 9_000]
  const at: Millis = Math.floor(world.now / interval) * interval + timeout
  const timer: Timer = { timer: 'session', broker }
  const pending: Pending = { kind: 'timer', name: nameTimer(world.book, `session ${broker}`), at, to: CONTROLLER, rank: RANK.timer, background: false, key: timerKey(timer), timer }
  return { ...world, agenda: insert(world.agenda.filter((p) => !(p.kind === 'timer' && p.key === timerKey(timer))), pending) }
}

/** Its heartbeats go on: the session does not end after all. */
export const keepSession = (world: World, broker: NodeId): World => {
  const key = timerKey({ timer: 'session', broker })
  return { ...world, agenda: world.agenda.filter((p) => !(p.kind === 'timer' && p.key === key)) }
}
