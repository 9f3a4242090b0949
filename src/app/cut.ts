import type { EffectKind, KafkaTrace, Ledger, Setup, Verdict, World } from '../engine/index.ts'
import { namesOf } from '../timeline/index.ts'
import type { Names } from '../words/index.ts'
import { foldLogs, ledger, partitionsOf, verdict, worldAt } from './doors.ts'
import { once } from './once.ts'
import { readerOf } from './setupEdits.ts'
import { type ConnectionView, connections } from './views/connections.ts'
import { finality, type IsGone, lastMentions } from './views/finality.ts'
import { type LedgerTable, ledgerTable } from './views/ledgerTable.ts'
import { type Memory, memory } from './views/memory.ts'
import { type ReaderView, readers } from './views/readers.ts'
import { type Strips, strips } from './views/replicas.ts'
import { sumLine } from './views/sumLine.ts'

/** The cut at the playhead: what is true next to what the producer can know. */
export interface CrossSection {
  readonly table: LedgerTable
  readonly sum: string
  /** Per partition. */
  readonly strips: readonly Strips[]
  /** Per partition: what its leader remembers. */
  readonly memory: readonly Memory[]
  readonly readers: readonly ReaderView[]
  readonly connections: readonly ConnectionView[]
  /** How the actors of this run are called. */
  readonly names: Names
}

export const effectOf = (setup: Setup): EffectKind | null => readerOf(setup)?.client.effect ?? null

/** Names that the world outside keeps are forgotten at these times: the only change that no step makes. */
const forgotten = (world: World): readonly number[] =>
  Object.values(world.nodes).flatMap((node) => (node.kind === 'outside' ? Object.values(node.durable.remembered) : []))

const events = (trace: KafkaTrace, steps: number) => trace.steps.slice(0, steps).flatMap((step) => step.events)

/** How much of simulated time the cut needs: whole milliseconds near a change, whole seconds far from one. */
const createRoughly = (world: (trace: KafkaTrace, steps: number) => World) => {
  const forgets = once((trace: KafkaTrace, steps: number) => forgotten(world(trace, steps)))
  return (trace: KafkaTrace, steps: number, at: number): number => {
    const changed = forgets(trace, steps).filter((time) => time <= at)
    const since = Math.max(trace.steps[steps - 1]?.at ?? 0, ...changed)
    return at - since < 50 ? Math.floor(at) : since + Math.floor((at - since) / 1000) * 1000
  }
}

/** The cut in parts, each computed again only when what it reads has changed: a part that is equal stays itself. */
export const createCut = () => {
  const world = once((trace: KafkaTrace, steps: number): World => worldAt(trace, steps))
  const last = once(lastMentions)
  const count = once((trace: KafkaTrace, steps: number): Ledger => ledger(events(trace, steps), trace.setup))
  // That nothing will bring a record any more is told by what lies ahead.
  const gone = once(
    (trace: KafkaTrace, steps: number, isBlind: boolean): IsGone =>
      isBlind ? () => false : finality(steps, trace.steps.length, last(trace)),
  )
  const table = once((trace: KafkaTrace, steps: number, isBlind: boolean) =>
    ledgerTable(count(trace, steps), effectOf(trace.setup), gone(trace, steps, isBlind)),
  )
  const logs = once((trace: KafkaTrace, steps: number) =>
    foldLogs(events(trace, steps), trace.setup)
      .filter(({ partition }) => partitionsOf(trace.setup).includes(partition))
      .map((view) => strips(world(trace, steps), view)),
  )
  const remembered = once((trace: KafkaTrace, steps: number, at: number, idempotent: boolean) =>
    partitionsOf(trace.setup).map((partition) =>
      memory(world(trace, steps), trace, { steps, at, partition, idempotent }),
    ),
  )
  const names = once(namesOf)
  const readerViews = once((trace: KafkaTrace, steps: number, at: number) =>
    readers(world(trace, steps), trace.setup, at),
  )
  const start = once((trace: KafkaTrace): World => worldAt(trace, 0))
  const pipes = once((trace: KafkaTrace, steps: number, at: number, isBlind: boolean) =>
    connections({ start: start(trace), world: world(trace, steps), trace, steps, at, isBlind }),
  )
  const until = (trace: KafkaTrace, steps: number): Verdict => verdict({ ...trace, steps: trace.steps.slice(0, steps) })
  const sum = once((trace: KafkaTrace, steps: number, at: number, idempotent: boolean, isBlind: boolean) => {
    const moment = { trace, steps, at, world: world(trace, steps), verdict: until(trace, steps) }
    return sumLine(count(trace, steps), gone(trace, steps, isBlind), moment, idempotent)
  })
  /** `isBlind`: of what lies ahead nothing is told. */
  const cut = once(
    (trace: KafkaTrace, steps: number, at: number, idempotent: boolean, isBlind: boolean): CrossSection => ({
      table: table(trace, steps, isBlind),
      sum: sum(trace, steps, at, idempotent, isBlind),
      strips: logs(trace, steps),
      memory: remembered(trace, steps, at, idempotent),
      readers: readerViews(trace, steps, at),
      connections: pipes(trace, steps, at, isBlind),
      names: names(trace),
    }),
  )
  return { count, gone, cut, world, roughly: createRoughly(world) }
}
