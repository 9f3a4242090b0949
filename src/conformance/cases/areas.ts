import { accumulator } from './areas/accumulator.ts'
import { brokerProducerState } from './areas/brokerProducerState.ts'
import { brokerSequence } from './areas/brokerSequence.ts'
import { clientSequence } from './areas/clientSequence.ts'
import { clientTrace } from './areas/clientTrace.ts'
import { election } from './areas/election.ts'
import { failover } from './areas/failover.ts'
import { fetchDivergence } from './areas/fetchDivergence.ts'
import { followerFetch } from './areas/followerFetch.ts'
import { leaderEpoch } from './areas/leaderEpoch.ts'
import { leaderIsr } from './areas/leaderIsr.ts'
import { logOffsets } from './areas/logOffsets.ts'
import { producePath } from './areas/producePath.ts'
import { producerConfig } from './areas/producerConfig.ts'
import type { Case } from './caseFile.ts'
import type { Compared } from './verdict.ts'

/** Adapts the shapes of an area's cases to the engine's own functions and back. It never decides anything. */
export type RunArea = (subject: Case) => Compared

export const areas: Readonly<Record<string, RunArea>> = {
  'producer-config': producerConfig,
  'broker-sequence': brokerSequence,
  'broker-producer-state': brokerProducerState,
  'client-sequence': clientSequence,
  'client-trace': clientTrace,
  accumulator,
  'log-offsets': logOffsets,
  'produce-path': producePath,
  'high-watermark': leaderIsr,
  isr: leaderIsr,
  'leader-epoch': leaderEpoch,
  'fetch-divergence': fetchDivergence,
  'follower-fetch': followerFetch,
  election,
  failover,
}
