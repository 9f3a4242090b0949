import type { Codec } from './codec/bytes.ts'
import { dictionary } from './codec/dictionary.ts'
import { bool, codec, connectionId, int, nullable, oneOf, text } from './codec/fields.ts'
import { union } from './codec/variants.ts'
import { lose, openConnection } from './connections.ts'
import type { FaultRule, Input, CodedPlay, System, Turn } from './system.ts'
import { type ConnectionId, type Pending, type PendingName, RANK, type World } from './world.ts'

/** Two generals attack together or not at all. The first says so `tries` times, the second agrees; a messenger can be caught. */
export interface Generals {
  readonly setup: { tries: number; every: number; road: number; by: 'messenger' | 'wire'; horizon: number }
  readonly node: {
    kind: 'general'
    id: string
    up: boolean
    tried: number
    attacks: boolean
    wire: ConnectionId | null
  }
  readonly body: { api: 'Attack'; day: number } | { api: 'Agreed' }
  readonly timer: { timer: 'again' | 'fidget' | 'watch' }
  readonly call: { call: 'never' }
  readonly event: { kind: 'attacks'; node: string } | { kind: 'hears-of-the-wire'; node: string; stands: boolean }
}
type General = Generals['node']
type Answer = Turn<Generals, General>
export const FIRST = 'general-1'
export const SECOND = 'general-2'

export const timerOf = (name: Generals['timer']['timer'], to: string, background = false): Pending<Generals> => {
  const timer = { timer: name }
  return {
    kind: 'timer',
    name: `${name} ${to}` as PendingName,
    at: 0,
    to,
    rank: RANK.timer,
    background,
    key: name,
    timer,
  }
}

const begin = ({ by }: Generals['setup']): World<Generals> => {
  const wire = by === 'wire' ? openConnection(`${FIRST}>${SECOND} #1`, FIRST, SECOND) : null
  const general = (id: string): General => ({ kind: 'general', id, up: true, tried: 0, attacks: false, wire: null })
  return {
    now: 0,
    nodes: { [FIRST]: { ...general(FIRST), wire: wire?.id ?? null }, [SECOND]: general(SECOND) },
    connections: wire ? { [wire.id]: wire } : {},
    agenda: [timerOf('again', FIRST)],
    paused: {},
    cuts: [],
    book: wire ? { [`${FIRST}>${SECOND}`]: 1 } : {},
  }
}

const handle = (setup: Generals['setup'], self: General, input: Input<Generals>, now: number): Answer => {
  switch (input.kind) {
    case 'timer':
      return tryAgain(setup, self, now)
    case 'message':
      return attack(
        self,
        input.message.body.api === 'Attack'
          ? { do: 'answer', request: input.message, body: { api: 'Agreed' } }
          : { do: 'cancel-timer', key: 'again' },
      )
    case 'connected':
      return hearsOfTheWire(self, input.connection)
    case 'disconnected':
      return hearsOfTheWire(self, null)
    default:
      return { self, commands: [] }
  }
}

const attack = (self: General, next: Answer['commands'][number]): Answer => {
  const attacks = { do: 'note' as const, event: { kind: 'attacks' as const, node: self.id } }
  return { self: { ...self, attacks: true }, commands: self.attacks ? [next] : [attacks, next] }
}

const hearsOfTheWire = (self: General, wire: ConnectionId | null): Answer => ({
  self: { ...self, wire },
  commands: [{ do: 'note', event: { kind: 'hears-of-the-wire', node: self.id, stands: wire !== null } }],
})

const tryAgain = ({ tries, every, by }: Generals['setup'], self: General, now: number): Answer => {
  if (self.attacks || self.tried >= tries) return { self, commands: [] }
  const later = {
    do: 'set-timer' as const,
    key: 'again',
    name: `again ${self.id}`,
    at: now + every,
    timer: { timer: 'again' as const },
  }
  if (by === 'wire' && self.wire === null) return { self, commands: [{ do: 'connect', to: SECOND }, later] }
  const body = { api: 'Attack' as const, day: 1 }
  return {
    self: { ...self, tried: self.tried + 1 },
    commands: [{ do: 'send', to: SECOND, connection: self.wire, about: [], body }, later],
  }
}

/** A messenger is caught: a datagram is lost alone. */
const lost: FaultRule<Generals> = {
  kind: 'lost',
  aim: 'message',
  params: [],
  offers: (_setup, _world, next) =>
    next.kind === 'deliver' && next.message.connection === null ? [{ kind: 'lost', aim: { before: next.name } }] : [],
  apply: (_setup, world) => {
    const next = world.agenda[0]
    return next?.kind === 'deliver' && next.message.connection === null
      ? lose(world, (p) => p === next, 'datagram', next.name)
      : null
  },
}

const node: Codec<General> = codec<General>({
  kind: oneOf('general'),
  id: text,
  up: bool,
  tried: int,
  attacks: bool,
  wire: nullable(connectionId),
})
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
}

export const generals = (setup: Partial<Generals['setup']> = {}): CodedPlay<Generals> => ({
  system: twoGenerals,
  codec: { node, body, timer, timerKey: (t) => t.timer, dictionary: words, readsClock: false },
  setup: { tries: 2, every: 100, road: 6, by: 'messenger', horizon: 10_000, ...setup },
})
