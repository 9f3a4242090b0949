/** The floor's door: the ready runs, in the order in which a menu shows them. */
import { acks0Loss } from './acks0Loss.ts'
import { acks1BeforeReplication } from './acks1BeforeReplication.ts'
import { acksAllWaits } from './acksAllWaits.ts'
import { autoCommit } from './autoCommit.ts'
import { brokerReturns } from './brokerReturns.ts'
import { callArrivesTwice } from './callArrivesTwice.ts'
import { chargedTwice } from './chargedTwice.ts'
import { commitAfter } from './commitAfter.ts'
import { commitAnswerLost } from './commitAnswerLost.ts'
import { commitBefore } from './commitBefore.ts'
import { commitFails } from './commitFails.ts'
import { conditionalWrite } from './conditionalWrite.ts'
import { connectionBreaks } from './connectionBreaks.ts'
import { coordinatorDies } from './coordinatorDies.ts'
import { dedupWindow } from './dedupWindow.ts'
import { deliveryTimeout } from './deliveryTimeout.ts'
import { effectReplyLost } from './effectReplyLost.ts'
import { fiveLostAndResent } from './fiveLostAndResent.ts'
import { fiveLostWithoutIdempotence } from './fiveLostWithoutIdempotence.ts'
import { followerFallsBehind } from './followerFallsBehind.ts'
import { frameLost } from './frameLost.ts'
import { frozenLeader } from './frozenLeader.ts'
import { holeNeverClosed } from './holeNeverClosed.ts'
import { idempotentConsumer } from './idempotentConsumer.ts'
import { lastDiskLost } from './lastDiskLost.ts'
import { lastDiskLostWithTwo } from './lastDiskLostWithTwo.ts'
import { leaderCutOff } from './leaderCutOff.ts'
import { leaderDiesAcked } from './leaderDiesAcked.ts'
import { leaderDiesSurvived } from './leaderDiesSurvived.ts'
import { lostAck } from './lostAck.ts'
import { lostAckThreeBehind } from './lostAckThreeBehind.ts'
import { lostAckWithoutIdempotence } from './lostAckWithoutIdempotence.ts'
import { newBehindRetry } from './newBehindRetry.ts'
import { noAnswerAckLost } from './noAnswerAckLost.ts'
import { noAnswerRequestLost } from './noAnswerRequestLost.ts'
import { noFault } from './noFault.ts'
import { noFaultWithReader } from './noFaultWithReader.ts'
import { producerRestart } from './producerRestart.ts'
import { refusedOnce } from './refusedOnce.ts'
import { refusedOnceWithoutIdempotence } from './refusedOnceWithoutIdempotence.ts'
import type { Story } from './story.ts'
import { stuckPartition } from './stuckPartition.ts'
import type { Told } from './telling.ts'
import { timeoutNoticedLate } from './timeoutNoticedLate.ts'
import { tooFewReplicas } from './tooFewReplicas.ts'
import { twiceAfterEpochBump } from './twiceAfterEpochBump.ts'
import { twoMustSayYes } from './twoMustSayYes.ts'
import { uncleanElection } from './uncleanElection.ts'
import { upsert } from './upsert.ts'

export type { ExpectedVerdict, Story } from './story.ts'
export { type Beat, beatsOf, rightAnswer, type Telling, wordsOf } from './telling.ts'

export const stories: readonly Story[] = [
  // The doubt.
  noAnswerAckLost,
  noAnswerRequestLost,
  acks0Loss,
  // Who said yes.
  noFault,
  leaderDiesAcked,
  leaderDiesSurvived,
  lastDiskLost,
  twoMustSayYes,
  tooFewReplicas,
  leaderCutOff,
  // Again, but once.
  lostAckWithoutIdempotence,
  lostAck,
  refusedOnce,
  refusedOnceWithoutIdempotence,
  producerRestart,
  deliveryTimeout,
  twiceAfterEpochBump,
  // Beyond Kafka.
  frameLost,
  chargedTwice,
  commitBefore,
  commitAfter,
  autoCommit,
  commitFails,
  effectReplyLost,
  idempotentConsumer,
  dedupWindow,
  upsert,
  conditionalWrite,
  // In no menu: runs for tests, and of recordings.
  noFaultWithReader,
  commitAnswerLost,
  coordinatorDies,
  lostAckThreeBehind,
  connectionBreaks,
  newBehindRetry,
  fiveLostAndResent,
  fiveLostWithoutIdempotence,
  holeNeverClosed,
  acks1BeforeReplication,
  acksAllWaits,
  stuckPartition,
  timeoutNoticedLate,
  lastDiskLostWithTwo,
  uncleanElection,
  frozenLeader,
  brokerReturns,
  followerFallsBehind,
  callArrivesTwice,
]

/** A run with a question, captions and a place in the menu. */
export type ToldStory = Story & Told
const isTold = (story: Story): story is ToldStory => story.telling !== undefined

/** The menu's, in the order of learning. */
export const toldStories: readonly ToldStory[] = stories.filter(isTold)
export const storyNamed = (id: string): ToldStory | null => toldStories.find((story) => story.id === id) ?? null
