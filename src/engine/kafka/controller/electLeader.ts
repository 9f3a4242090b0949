import type { Registration } from '../model/controller.ts'
import type { BrokerNumber } from '../model/names.ts'

/** What an election looks at beside the partition. */
export interface Trigger {
  /** The ISR to come. */
  readonly targetIsr: readonly BrokerNumber[]
  readonly election: 'ONLINE' | 'PREFERRED' | 'UNCLEAN'
  readonly isAlive: (broker: BrokerNumber) => boolean
  readonly minIsr: number
  /** Feature `eligible.leader.replicas.version` (ELR-02). */
  readonly elrEnabled: boolean
  readonly lastKnownLeaderEnabled: boolean
  readonly uncleanShutdown: readonly BrokerNumber[]
}

export interface Elected {
  readonly leader: BrokerNumber | null
  readonly isr: readonly BrokerNumber[]
  readonly elr: readonly BrokerNumber[]
  readonly lastKnownElr: readonly BrokerNumber[]
  readonly unclean: boolean
}

interface Targets {
  readonly isr: readonly BrokerNumber[]
  readonly elr: readonly BrokerNumber[]
  readonly lastKnownElr: readonly BrokerNumber[]
}

/**
 * LEAD-01…03, ELR-01…04: keep the leader if it is alive and eligible; else the first eligible replica in assignment
 * order; else the last known leader; else, where it is allowed, any live replica.
 */
export const electLeader = (of: Registration, trigger: Trigger): Elected => {
  const targets = targetsOf(of, trigger)
  const winner = elect(of, trigger, targets)
  return knowLastLeader(of, trigger, settle(of, trigger, targets, winner))
}

/** ELR-02: below the minimum, former members stay eligible unless they were shut down uncleanly; back at it the list is cleared. */
const targetsOf = (of: Registration, { targetIsr, minIsr, elrEnabled, uncleanShutdown }: Trigger): Targets => {
  if (!elrEnabled) return { isr: targetIsr, elr: [], lastKnownElr: [] }
  if (targetIsr.length >= Math.min(minIsr, of.replicas.length)) return { isr: targetIsr, elr: [], lastKnownElr: [] }
  const candidates = sorted([...of.elr, ...of.isr]).filter((b) => !targetIsr.includes(b))
  const elr = candidates.filter((b) => !uncleanShutdown.includes(b))
  const lastKnownElr = sorted([...candidates, ...of.lastKnownElr]).filter((b) => !targetIsr.includes(b) && !elr.includes(b))
  return { isr: targetIsr, elr, lastKnownElr }
}

const sorted = (brokers: readonly BrokerNumber[]): readonly BrokerNumber[] => [...new Set(brokers)].sort((a, b) => a - b)

interface Winner {
  readonly leader: BrokerNumber | null
  readonly unclean: boolean
}

const elect = (of: Registration, trigger: Trigger, targets: Targets): Winner => {
  const { isAlive, election, elrEnabled } = trigger
  const isValid = (b: BrokerNumber): boolean => isAlive(b) && (targets.isr.includes(b) || (elrEnabled && targets.isr.length === 0 && targets.elr.includes(b)))
  const preferred = of.replicas[0]
  if (election === 'PREFERRED' && preferred !== undefined && isValid(preferred)) return { leader: preferred, unclean: false }
  if (of.leader !== null && isValid(of.leader)) return { leader: of.leader, unclean: false }
  const first = of.replicas.find(isValid)
  if (first !== undefined) return { leader: first, unclean: false }
  const last = lastKnownLeader(of, trigger, targets)
  if (last !== null) return { leader: last, unclean: true }
  const alive = election === 'UNCLEAN' ? of.replicas.find(isAlive) : undefined
  return { leader: alive ?? null, unclean: alive !== undefined }
}

/** ELR-03: once ISR and ELR are empty, the last known leader when it is alive. */
const lastKnownLeader = (of: Registration, { elrEnabled, lastKnownLeaderEnabled, isAlive }: Trigger, { isr, elr }: Targets): BrokerNumber | null => {
  const [last, ...others] = of.lastKnownElr
  if (!elrEnabled || !lastKnownLeaderEnabled || isr.length > 0 || elr.length > 0 || last === undefined || others.length > 0) return null
  return isAlive(last) ? last : null
}

/** An unclean leader, or one from the ELR, begins an ISR of its own; whoever was eligible before an unclean one is so no more. Without ELR the last member never leaves (ELR-01). */
const settle = (of: Registration, { elrEnabled }: Trigger, targets: Targets, { leader, unclean }: Winner): Elected => {
  if (leader !== null && unclean) return { leader, unclean, isr: [leader], elr: [], lastKnownElr: [] }
  if (leader !== null && !targets.isr.includes(leader)) return { ...targets, leader, unclean, isr: [leader], elr: targets.elr.filter((b) => b !== leader) }
  const isr = targets.isr.length === 0 && !elrEnabled ? of.isr : targets.isr
  return { ...targets, leader, unclean, isr }
}

/** ELR-03: the list then keeps the last leader alone: from when the ISR becomes empty until there is a leader again. */
const knowLastLeader = (of: Registration, { elrEnabled, lastKnownLeaderEnabled }: Trigger, elected: Elected): Elected => {
  if (!elrEnabled || !lastKnownLeaderEnabled) return elected
  if (elected.leader !== null) return { ...elected, lastKnownElr: [] }
  const isFirst = elected.isr.length === 0 && of.leader !== null
  return { ...elected, lastKnownElr: isFirst ? [of.leader] : of.lastKnownElr }
}
