/** The floor's door: the ready runs, in the order in which a menu shows them. */
import { acks0Loss } from './acks0Loss.ts'
import { acks1BeforeReplication } from './acks1BeforeReplication.ts'
import { acksAllWaits } from './acksAllWaits.ts'
import { brokerReturns } from './brokerReturns.ts'
import { connectionBreaks } from './connectionBreaks.ts'
import { deliveryTimeout } from './deliveryTimeout.ts'
import { fiveLostAndResent } from './fiveLostAndResent.ts'
import { fiveLostWithoutIdempotence } from './fiveLostWithoutIdempotence.ts'
import { followerFallsBehind } from './followerFallsBehind.ts'
import { frozenLeader } from './frozenLeader.ts'
import { holeNeverClosed } from './holeNeverClosed.ts'
import { lastDiskLost } from './lastDiskLost.ts'
import { lastDiskLostWithTwo } from './lastDiskLostWithTwo.ts'
import { leaderCutOff } from './leaderCutOff.ts'
import { leaderDiesAcked } from './leaderDiesAcked.ts'
import { leaderDiesSurvived } from './leaderDiesSurvived.ts'
import { lostAck } from './lostAck.ts'
import { lostAckThreeBehind } from './lostAckThreeBehind.ts'
import { lostAckWithoutIdempotence } from './lostAckWithoutIdempotence.ts'
import { newBehindRetry } from './newBehindRetry.ts'
import { noFault } from './noFault.ts'
import { noFaultWithReader } from './noFaultWithReader.ts'
import { producerRestart } from './producerRestart.ts'
import { refusedOnce } from './refusedOnce.ts'
import { refusedOnceWithoutIdempotence } from './refusedOnceWithoutIdempotence.ts'
import type { Story } from './story.ts'
import { stuckPartition } from './stuckPartition.ts'
import { timeoutNoticedLate } from './timeoutNoticedLate.ts'
import { tooFewReplicas } from './tooFewReplicas.ts'
import { twiceAfterEpochBump } from './twiceAfterEpochBump.ts'
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
  newBehindRetry,
  fiveLostAndResent,
  fiveLostWithoutIdempotence,
  holeNeverClosed,
  twiceAfterEpochBump,
  acks0Loss,
  acks1BeforeReplication,
  acksAllWaits,
  tooFewReplicas,
  deliveryTimeout,
  stuckPartition,
  timeoutNoticedLate,
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
