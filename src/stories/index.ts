/** The floor's door: the ready runs, in the order in which a menu shows them. */
import { acks0Loss } from './acks0Loss.ts'
import { acks1BeforeReplication } from './acks1BeforeReplication.ts'
import { acksAllWaits } from './acksAllWaits.ts'
import { brokerReturns } from './brokerReturns.ts'
import { connectionBreaks } from './connectionBreaks.ts'
import { deliveryTimeout } from './deliveryTimeout.ts'
import { followerFallsBehind } from './followerFallsBehind.ts'
import { frozenLeader } from './frozenLeader.ts'
import { lastDiskLost } from './lastDiskLost.ts'
import { lastDiskLostWithTwo } from './lastDiskLostWithTwo.ts'
import { leaderCutOff } from './leaderCutOff.ts'
import { leaderDiesAcked } from './leaderDiesAcked.ts'
import { leaderDiesSurvived } from './leaderDiesSurvived.ts'
import { lostAck } from './lostAck.ts'
import { lostAckThreeBehind } from './lostAckThreeBehind.ts'
import { lostAckWithoutIdempotence } from './lostAckWithoutIdempotence.ts'
import { noFault } from './noFault.ts'
import { noFaultWithReader } from './noFaultWithReader.ts'
import { producerRestart } from './producerRestart.ts'
import { refusedOnce } from './refusedOnce.ts'
import { refusedOnceWithoutIdempotence } from './refusedOnceWithoutIdempotence.ts'
import type { Story } from './story.ts'
import { tooFewReplicas } from './tooFewReplicas.ts'
import { uncleanElection } from './uncleanElection.ts'

export type { ExpectedVerdict, Story } from './story.ts'
export { textTrace } from './textTrace.ts'

export const stories: readonly Story[] = [
  noFault,
  noFaultWithReader,
  lostAck,
  lostAckWithoutIdempotence,
  lostAckThreeBehind,
  connectionBreaks,
  refusedOnce,
  refusedOnceWithoutIdempotence,
  acks0Loss,
  acks1BeforeReplication,
  acksAllWaits,
  tooFewReplicas,
  deliveryTimeout,
  producerRestart,
  leaderDiesAcked,
  leaderDiesSurvived,
  lastDiskLost,
  lastDiskLostWithTwo,
  uncleanElection,
  leaderCutOff,
  frozenLeader,
  brokerReturns,
  followerFallsBehind,
]
