import type { Registration } from '../model/controller.ts'
import type { ErrorCode } from '../model/error.ts'
import type { Body } from '../model/message.ts'
import type { BrokerNumber } from '../model/names.ts'

/** ISR-R06: why the controller refuses a change of the ISR; null: it does not. */
export const refusalOf = (known: Registration | undefined, from: BrokerNumber, { leaderEpoch, partitionEpoch, isr }: Extract<Body, { api: 'AlterPartition' }>, isEligible: (b: BrokerNumber) => boolean): ErrorCode | null => {
  if (!known || known.leader !== from) return 'INVALID_REQUEST'
  if (leaderEpoch < known.leaderEpoch) return 'FENCED_LEADER_EPOCH'
  if (leaderEpoch > known.leaderEpoch) return 'NOT_CONTROLLER'
  if (partitionEpoch < known.partitionEpoch) return 'INVALID_UPDATE_VERSION'
  if (!isr.includes(from) || isr.some((b) => !known.replicas.includes(b))) return 'INVALID_REQUEST'
  return isr.every(isEligible) ? null : 'INELIGIBLE_REPLICA'
}
