import type { KafkaTrace, Plan, Setup } from '../engine/index.ts'
import { type Timeline, timeline } from '../timeline/index.ts'
import {
  labSetup,
  type PlacedProblem,
  type ProducerConfig,
  type Resolved,
  resolvedOf,
  resolveProducerConfig,
  run,
} from './doors.ts'
import { once, onceWithPrevious } from './once.ts'
import { producerConfig, withWayOut } from './setupEdits.ts'
import type { AppState } from './state.ts'

export interface Running {
  /** What Kafka makes of the producer's settings; when it refuses, with its own words. */
  readonly resolved: (state: AppState) => Resolved<ProducerConfig>
  readonly refused: (state: AppState) => PlacedProblem | null
  /** The settings of the run on the screen: the ones set, or the last good ones while Kafka refuses. */
  readonly running: (state: AppState) => Setup
  readonly trace: (state: AppState) => KafkaTrace
  readonly timeline: (state: AppState) => Timeline
  /** The picture before the last change, for the change-over. */
  readonly previous: (state: AppState) => Timeline | null
}

/** Settings that Kafka takes, by its own ways out: what is shown when a page opens with refused settings. */
const led = (setup: Setup): Setup => {
  let now = setup
  for (let turns = 0; turns < 10; turns += 1) {
    const placed = resolvedOf(now).problems[0]
    const way = placed?.problem.waysOut[0]
    if (placed === undefined) return now
    if (way === undefined) break
    now = withWayOut(now, placed.where, way)
  }
  return labSetup()
}

/** From setup and plan to the run: computed once per change, whoever asks. */
export const createRunning = (): Running => {
  let lastGood: Setup | null = null
  // By setup, not only the last one: while Kafka refuses, two setups are asked about in turn.
  const answers = new WeakMap<Setup, Resolved<ProducerConfig>>()
  const resolve = (setup: Setup): Resolved<ProducerConfig> => {
    const known = answers.get(setup) ?? resolveProducerConfig(producerConfig(setup))
    answers.set(setup, known)
    return known
  }
  const choose = once((setup: Setup): Setup => {
    if (resolvedOf(setup).problems.length > 0) return lastGood ?? led(setup)
    lastGood = setup
    return setup
  })
  const compute = once((setup: Setup, plan: Plan): KafkaTrace => run(setup, plan))
  const draw = onceWithPrevious((trace: KafkaTrace): Timeline => timeline(trace))
  const trace = (state: AppState): KafkaTrace => compute(choose(state.setup), state.plan)
  return {
    resolved: (state) => resolve(state.setup),
    refused: (state) => resolvedOf(state.setup).problems[0] ?? null,
    running: (state) => choose(state.setup),
    trace,
    timeline: (state) => draw(trace(state)).now,
    previous: (state) => draw(trace(state)).previous,
  }
}
