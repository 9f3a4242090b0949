/** What lanes are called, and what stands under their names: what each is at the playhead. */

export type LaneKind =
  | 'application'
  | 'producer'
  | 'replica'
  | 'partition'
  | 'controller'
  | 'coordinator'
  | 'consumer'
  | 'outside'

export interface LaneWords {
  readonly kind: LaneKind
  /** `broker-2`, `orders-1`, `card-1`. */
  readonly id: string
  /** True when there are several of this kind. */
  readonly several: boolean
}
const numberOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1)

export const laneName = ({ kind, id, several }: LaneWords): string => {
  const numbered = (name: string): string => (several ? `${name} ${numberOf(id)}` : name)
  switch (kind) {
    case 'application':
      return numbered('Application')
    case 'producer':
      return numbered('Producer')
    case 'replica':
      return `Broker ${numberOf(id)}`
    case 'partition':
      return id
    case 'controller':
      return numbered('Controller')
    case 'coordinator':
      return 'Coordinator'
    case 'consumer':
      return numbered('Consumer')
    case 'outside':
      return outsideName[id.slice(0, id.lastIndexOf('-'))] ?? 'Outside'
  }
}
const outsideName: Readonly<Record<string, string>> = {
  card: 'Card service',
  'e-mail': 'Mail service',
  row: 'Database',
  counter: 'Counter',
  frame: 'Screen',
  typing: 'Chat',
}

export interface RoleWords {
  readonly role:
    | 'leader'
    | 'old leader'
    | 'in sync'
    | 'out of sync'
    | 'down'
    | 'paused'
    | 'no leader'
    | 'shop'
    | 'reader'
    | 'outside'
    | 'controller'
    | 'coordinator'
  /** A producer's id, where it has one. */
  readonly producerId: number | null
  /** With several partitions: the leader of the lane's partition. */
  readonly broker: number | null
  /** Of a leader, once there has been more than one. */
  readonly epoch: number | null
}
const leaderText = ({ broker, epoch }: RoleWords): string =>
  broker === null
    ? epoch === null
      ? 'leader'
      : `leader, epoch ${epoch}`
    : epoch === null
      ? `leader: broker ${broker}`
      : `broker ${broker}, epoch ${epoch}`

export const roleText = (words: RoleWords): string => {
  const { role, producerId, broker } = words
  switch (role) {
    case 'shop':
      return producerId === null ? 'shop' : `shop, PID ${producerId}`
    case 'reader':
      return 'billing'
    case 'outside':
      return 'outside Kafka'
    case 'leader':
      return leaderText(words)
    case 'controller':
      return 'KRaft'
    case 'coordinator':
      return `group, broker ${broker}`
    case 'down':
      return broker === null ? role : `broker ${broker}: down`
    case 'old leader':
    case 'in sync':
    case 'out of sync':
    case 'paused':
    case 'no leader':
      return role
  }
}

type PerPartition = readonly (number | null)[]
/** Under the role of a reader: `position 3`, `committed 2`; with several partitions one after the other, `–` for none. */
export const howFarLines = (far: {
  readonly positions: PerPartition
  readonly committed: PerPartition
}): readonly string[] => [
  ...(isKnown(far.positions) ? [`position ${perPartition(far.positions)}`] : []),
  ...(isKnown(far.committed) ? [`committed ${perPartition(far.committed)}`] : []),
]
const isKnown = (offsets: PerPartition): boolean => offsets.some((offset) => offset !== null)
const perPartition = (offsets: PerPartition): string => offsets.map((offset) => offset ?? '–').join(', ')
