import { type Elected, electLeader, type Trigger } from '../../../engine/kafka/controller/electLeader.ts'
import type { Registration } from '../../../engine/kafka/model/controller.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { boolean, listOf, number, oneOf, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'

const NOBODY = -1

const brokers = listOf(number)

const givenPartition = wholly((f) => {
  const leader = f.need('leader', number)
  const of: Registration = {
    partition: 'topic-0',
    replicas: f.need('replicas', brokers),
    isr: f.need('isr', brokers),
    elr: f.maybe('elr', brokers, []),
    lastKnownElr: f.maybe('lastKnownElr', brokers, []),
    leader: leader === NOBODY ? null : leader,
    leaderEpoch: 0,
    partitionEpoch: 0,
    recovering: false,
  }
  const alive = f.need('alive', brokers)
  return { of, isAlive: (b: number) => alive.includes(b), minIsr: f.maybe('minIsr', number, 1), elrEnabled: f.maybe('elrEnabled', boolean, false), lastKnownLeaderEnabled: f.maybe('lastKnownLeaderEnabled', boolean, true) }
})

const whenTriggered = wholly((f) => ({
  targetIsr: f.maybe('targetIsr', brokers, null),
  election: f.maybe('election', oneOf('ONLINE', 'PREFERRED', 'UNCLEAN'), 'ONLINE'),
  uncleanShutdown: f.maybe('uncleanShutdown', brokers, []),
}))

/** `electLeader` on a partition as the controller keeps it (LEAD-01…04, ELR-01…04). */
export const election = ({ given, when, expected }: Case): Compared => {
  const { of, ...conditions } = givenPartition(given, 'given')
  const { targetIsr, ...triggered } = whenTriggered(when, 'when')
  const trigger: Trigger = { ...conditions, ...triggered, targetIsr: targetIsr ?? of.isr }
  return compare(expected, reading(of, electLeader(of, trigger)), 'then')
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => JSON.stringify(a) === JSON.stringify(b)

const reading = (of: Registration, { leader, isr, elr, lastKnownElr, unclean }: Elected) => {
  const isMoved = leader !== of.leader
  return {
    leader: leader ?? NOBODY,
    isr,
    elr,
    lastKnownElr,
    unclean,
    leaderRecoveryState: unclean ? 'RECOVERING' : 'RECOVERED',
    leaderEpochBumped: isMoved,
    noChange: !isMoved && isSame(isr, of.isr) && isSame(elr, of.elr) && isSame(lastKnownElr, of.lastKnownElr),
  }
}
