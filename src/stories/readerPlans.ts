import type { Fault, Plan } from '../engine/index.ts'
import { aimedBefore } from './story.ts'

/* Faults of readers as the stories use them; the group's coordinator is broker 3. */
interface Crash extends Omit<Fault, 'aim'> {
  readonly down: number
  readonly disk?: 'kept'
}
const crash: Crash = {
  kind: 'crash',
  node: 'consumer-1',
  down: 1_000,
}

const coordinatorCrash: Crash = { ...crash, node: 'broker-3', down: 20_000, disk: 'kept' }

/** The reader is gone before it begins to work on a record, and back after a second. */
export const crashBeforeWork = (record: string): Plan => [
  { ...crash, aim: aimedBefore(`process[${record}] consumer-1`) },
]
/** The reader is gone before it hears that its effect was done. */
export const crashBeforeReply = (record: string): Plan => [
  { ...crash, aim: aimedBefore(`CallReply[${record}] card-1>consumer-1 #1`) },
]
/** The commit is lost with its connection, and the reader is gone before it tries again. */
export const commitFailsThenCrash = (record: string): Plan => [
  { kind: 'break', aim: aimedBefore(`OffsetCommit[${record}] consumer-1>broker-3 #1`) },
  { ...crash, aim: aimedBefore('coordinator-retry consumer-1') },
]
/** The answer to a commit is lost with its connection. */
export const commitAnswerLost = (record: string): Plan => [
  { kind: 'break', aim: aimedBefore(`OffsetCommitResponse[${record}] broker-3>consumer-1 #1`) },
]
/** The coordinator is gone before its followers have its second commit; back after 20 s. */
export const coordinatorCrashes = (): Plan => [{ ...coordinatorCrash, aim: aimedBefore('wake offsets broker-3 #2') }]
