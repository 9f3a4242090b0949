import type { Codec } from './codec/bytes.ts'
import { dictionary } from './codec/dictionary.ts'
import { bool, codec, connectionId, int, nullable, oneOf, text, union } from './codec/fields.ts'
import { lose, openConnection } from './connections.ts'
import type { Fault } from './plan.ts'
import type { Command, FaultRule, Input, Play, System, Turn } from './system.ts'
import { RANK, type ConnectionId, type Millis, type Pending, type PendingName, type World } from './world.ts'

/** Two generals attack together or not at all. The first says so up to `tries` times, the second agrees each time; a messenger can be caught. */
export interface Generals {
  readonly setup: { readonly tries: number; readonly every: Millis; readonly road: Millis; readonly by: 'messenger' | 'wire'; readonly habit?: 'fidgets' | 'watches' | 'faints'; readonly horizon: Millis }
  readonly node: { readonly kind: 'general'; readonly id: string; readonly up: boolean; readonly tried: number; readonly attacks: boolean; readonly wire: ConnectionId | null }
  readonly body: { readonly api: 'Attack'; readonly day: number } | { readonly api: 'Agreed' }
  readonly timer: { readonly timer: 'again' | 'fidget' | 'watch' }
  readonly call: { readonly call: 'never' }
  readonly event: { readonly kind: 'attacks'; readonly node: string } | { readonly kind: 'hears-of-the-wire'; readonly node: string; readonly stands: boolean }
}
type General = Generals['node']
export const FIRST = 'general-1'
export const SECOND = 'general-2'

const general = (id: string, wire: ConnectionId | null): General => ({ kind: 'general', id, up: true, tried: 0, attacks: false, wire })
const timerOf = (timer: Generals['timer']['timer'], to: string, background = false): Pending<Generals> => ({ kind: 'timer', name: `${timer} ${to}` as PendingName, at: 0, to, rank: RANK.timer, background, key: timer, timer: { timer } })

const begin = ({ by, habit }: Generals['setup']): World<Generals> => {
  const wire = openConnection(`${FIRST}>${SECOND} #1`, FIRST, SECOND)
  const hasWire = by === 'wire'
  const more = habit === 'fidgets' ? [timerOf('fidget', SECOND)] : habit === 'watches' ? [timerOf('watch', SECOND, true)] : []
  return {
    now: 0,
    nodes: { [FIRST]: general(FIRST, hasWire ? wire.id : null), [SECOND]: general(SECOND, null) },
    connections: hasWire ? { [wire.id]: wire } : {},
    agenda: [timerOf('again', FIRST), ...more],
    paused: {},
    cuts: [],
    book: hasWire ? { [`${FIRST}>${SECOND}`]: 1 } : {},
  }
}

const stay = (self: General, ...commands: Command<Generals>[]): Turn<Generals, General> => ({ self, commands })
const attack = (self: General, ...commands: Command<Generals>[]): Turn<Generals, General> =>
  self.attacks ? stay(self, ...commands) : stay({ ...self, attacks: true }, { do: 'note', event: { kind: 'attacks', node: self.id } }, ...commands)
const wake = (self: General, timer: Generals['timer']['timer'], at: Millis, background = false): Command<Generals> => ({ do: 'set-timer', key: timer, name: `${timer} ${self.id}`, at, timer: { timer }, background })

const handle = (setup: Generals['setup'], self: General, input: Input<Generals>, now: Millis): Turn<Generals, General> => {
  switch (input.kind) {
    case 'timer':
      if (input.timer.timer !== 'again') return stay(self, wake(self, input.timer.timer, input.timer.timer === 'watch' ? now + setup.every : now, input.timer.timer === 'watch'))
      return tryAgain(setup, self, now)
    case 'message':
      if (setup.habit === 'faints') throw new Error('invariant: a general never faints')
      if (input.message.body.api === 'Agreed') return attack(self, { do: 'cancel-timer', key: 'again' })
      return attack(self, { do: 'answer', request: input.message, body: { api: 'Agreed' } })
    case 'connected':
      return stay({ ...self, wire: input.connection }, { do: 'note', event: { kind: 'hears-of-the-wire', node: self.id, stands: true } })
    case 'disconnected':
      return stay({ ...self, wire: null }, { do: 'note', event: { kind: 'hears-of-the-wire', node: self.id, stands: false } })
    default:
      return stay(self)
  }
}

const tryAgain = ({ tries, every, by }: Generals['setup'], self: General, now: Millis): Turn<Generals, General> => {
  if (self.attacks || self.tried >= tries) return stay(self)
  const later = wake(self, 'again', now + every)
  if (by === 'wire' && self.wire === null) return stay(self, { do: 'connect', to: SECOND }, later)
  return stay({ ...self, tried: self.tried + 1 }, { do: 'send', to: SECOND, connection: self.wire, about: [], body: { api: 'Attack', day: 1 } }, later)
}

/** A messenger is caught: a datagram is lost alone. */
const lost: FaultRule<Generals> = {
  kind: 'lost',
  aim: 'message',
  params: [],
  offers: (_setup, _world, next): Fault[] => (next.kind === 'deliver' && next.message.connection === null ? [{ kind: 'lost', aim: { before: next.name } }] : []),
  apply: (_setup, world, { aim }) => {
    const next = world.agenda[0]
    return 'before' in aim && next?.kind === 'deliver' && next.message.connection === null ? lose(world, (p) => p === next, 'datagram', next.name) : null
  },
}

const node: Codec<General> = codec<General>({ kind: oneOf('general'), id: text, up: bool, tried: int, attacks: bool, wire: nullable(connectionId) })
const body = union<Generals['body'], 'api'>('api', { Attack: { day: int }, Agreed: {} })
const timer = codec<Generals['timer']>({ timer: oneOf('again', 'fidget', 'watch') })
const words = dictionary([FIRST, SECOND, `${FIRST}>${SECOND}`])

export const twoGenerals: System<Generals> = {
  begin,
  handle,
  latency: ({ road }) => road,
  nameOf: (message) => ({ base: message.body.api, ordinal: 'always' }),
  faults: { lost },
  isBehind: () => false,
  horizon: ({ horizon }) => horizon,
  codec: () => ({ node, body, timer, timerKey: (t) => t.timer, dictionary: words, readsClock: false }),
}

export const generals = (setup: Partial<Generals['setup']> = {}): Play<Generals> => ({ system: twoGenerals, setup: { tries: 2, every: 100, road: 6, by: 'messenger', horizon: 10_000, ...setup } })
