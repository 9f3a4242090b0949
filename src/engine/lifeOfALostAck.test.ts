import { describe, expect, test } from 'vitest'
import {
  eventsOf,
  type Fault,
  foldLogs,
  labSetup,
  ledger,
  offersFor,
  type PendingName,
  type Plan,
  play,
  run,
  verdict,
  worldAt,
} from './index.ts'

/*
 * The life of a lost ack: the story to read first. A web shop hands four records, A to D, to its producer and waits for
 * the answer to each before it hands over the next. The answer to C is lost. What follows takes half a minute of
 * simulated time and every idea of the engine once.
 */

/** One named event per line, as `30155 broker-1 duplicate-recognised`: enough to follow a run by eye. */
const storyOf = (trace: ReturnType<typeof run>, ...kinds: string[]): string[] =>
  eventsOf(trace)
    .filter(({ event }) => kinds.includes(event.kind))
    .map(({ at, event }) => `${at} ${'node' in event ? event.node : ''} ${event.kind}`)

/** The records in the leader's log, in order. */
const leaderLog = (trace: ReturnType<typeof run>): string[] =>
  foldLogs(
    eventsOf(trace).map((e) => e.event),
    trace.setup,
  ).flatMap((p) => p.logs.filter((l) => l.node === p.leader).flatMap((l) => l.cells.map((c) => c.record)))

describe('the life of a lost ack', () => {
  // 1. A SETUP says what there is: three brokers, one topic, one producer with Kafka's own defaults (acks=all and
  //    idempotence are among them), a workload, links that take 6 or 2 ms. It is plain data.
  const setup = labSetup({ records: 4, awaitEach: true })

  // 2. A RUN is a pure function of the setup and a PLAN of faults. Nobody's clock is asked and nothing is left to chance,
  //    so the same two always give the same TRACE.
  const calm = run(setup, [])

  test('without a fault four records are written once, and everybody knows it', () => {
    expect(calm).toEqual(run(setup, []))
    expect(calm.outcome).toBe('settled')
    expect(leaderLog(calm)).toEqual(['A', 'B', 'C', 'D'])
    expect(storyOf(calm, 'batch-acked').map((line) => line.split(' ')[0])).toEqual(['20', '36', '52', '68'])
  })

  // 3. A trace is a list of STEPS, and each step performed one thing that was pending under its NAME. Names are made of
  //    meaning (what, about which record, from whom to whom, the how-manyth), never of step numbers or times. That is
  //    why a fault can be aimed at one and still mean the same thing after a switch has changed everything around it.
  const name = 'ProduceResponse[C] broker-1>producer-1 #1' as PendingName

  test('the answer to C has a name, and a step at which it lands', () => {
    const landing = calm.steps.find((s) => s.name === name)
    expect(landing).toMatchObject({ at: 52, choice: { do: 'next' } })
    expect(landing?.events.map((e) => e.kind)).toContain('batch-acked')
  })

  // 4. At every step there is a CHOICE: let the next pending happen, or let a fault strike before it. The registry of
  //    faults knows which ones fit a message. Nothing is lost alone: this travels over TCP, so we may silence the
  //    connection from here on, or break it; the answer itself cannot simply vanish.
  test('the faults that could strike there are offered', () => {
    expect(offersFor(calm, { message: name }).map((f) => f.kind)).toEqual(expect.arrayContaining(['silent', 'break']))
  })

  // 5. One fault makes a plan. `before` a name means: when that is the next to be performed.
  const lostAck: Fault = { kind: 'silent', aim: { before: name } }
  const plan: Plan = [lostAck]
  const trace = run(setup, plan)

  test('everything before the fault stays exactly as it was: the equal prefix', () => {
    const strike = trace.steps.findIndex((s) => s.choice.do === 'fault')
    expect(trace.unused).toEqual([])
    expect(trace.steps[strike]).toMatchObject({ at: 52, name })
    expect(trace.steps.slice(0, strike)).toEqual(calm.steps.slice(0, strike))
    expect(trace.steps.length).toBeGreaterThan(strike + 20)
  })

  // 6. EVENTS say in the past tense what happened, with the numbers that matter. This is the whole life of the lost ack:
  //    half a minute of not knowing, a second try, a broker that recognises it.
  test('the producer waits 30 seconds, asks again, and broker-1 recognises the duplicate', () => {
    expect(
      storyOf(trace, 'message-lost', 'request-timed-out', 'batch-will-be-retried', 'duplicate-recognised'),
    ).toEqual([
      '52  message-lost',
      '30037 producer-1 request-timed-out', //      TMO-08: older than request.timeout.ms, 36 + 30000 + 1
      '30037 producer-1 batch-will-be-retried', //  RET-04: with a back-off of 100 ms
      '30155 broker-1 duplicate-recognised', //     BLOG-03: same producer id, epoch and sequences as a remembered batch
    ])
    expect(leaderLog(trace)).toEqual(['A', 'B', 'C', 'D'])
  })

  // 7. SCRUBBING: a trace does not carry its worlds, it looks them up. Here is the WORLD in the middle of the silence:
  //    what each node holds in memory, and what is pending. A node knows only what it was told, so the producer's
  //    memory and the broker's log may well disagree; here the log has C and the producer counts it as unanswered.
  test('in the middle of the silence log and producer disagree about C', () => {
    const world = worldAt(
      trace,
      trace.steps.findIndex((s) => s.at > 10_000),
    )
    const [producer, broker] = [world.nodes['producer-1'], world.nodes['broker-1']]
    expect(producer?.kind === 'producer' && producer.volatile.sequences['orders-0']).toMatchObject({
      lastAckedSequence: 1,
      nextSequence: 3,
      unfinished: ['C/1'],
    })
    expect(broker?.kind === 'broker' && broker.durable.partitions['orders-0']?.log.logEndOffset).toBe(3)
    expect(world.agenda.filter((p) => !p.background).map((p) => `${p.name} at ${p.at}`)).toEqual([
      'poll producer-1 at 30037',
    ])
  })

  test('walking back and forth gives the same world every time, and a world is plain data', () => {
    const there = worldAt(trace, 40)
    expect(worldAt(trace, 60).now).toBeGreaterThan(there.now)
    expect(worldAt(trace, 40)).toEqual(there)
    expect(JSON.parse(JSON.stringify(there))).toEqual(there)
  })

  // 8. BELIEF is what the producer can know, the LEDGER what a bystander who sees everything would write down. Both are
  //    folds over the events so far; the difference between them is what delivery semantics are about.
  test('at ten seconds C can be read by everybody, and its producer is in doubt', () => {
    const soFar = eventsOf(trace).filter((e) => e.at <= 10_000)
    const c = ledger(
      soFar.map((e) => e.event),
      setup,
    ).rows.find((row) => row.record === 'C')
    expect(c).toMatchObject({
      sent: true,
      inLog: 1,
      readable: 1,
      acked: false,
      belief: { belief: 'in doubt', attempt: 1 },
    })
  })

  // 9. The VERDICT says what became of each record in this run. A run has a verdict; only an exploration of all plans
  //    has semantics, which is why nothing here says "exactly once" of Kafka.
  test('in the end each record was acked and is in the log once', () => {
    const { fates, broken, twice, missing } = verdict(trace)
    expect(Object.values(fates).map((f) => [f.told, f.inLog])).toEqual(Array.from({ length: 4 }, () => ['acked', 1]))
    expect({ broken, twice, missing }).toEqual({ broken: [], twice: [], missing: [] })
  })

  // 10. The same plan under another setup: that is all there is to comparing. Without idempotence no number tells the
  //     broker that it has C already, and the same second try becomes a second copy. No error is told to anybody.
  const plain = run(labSetup({ records: 4, awaitEach: true, producer: { 'enable.idempotence': 'false' } }), plan)

  test('the same fault without idempotence: C is in the log twice, and nobody is told', () => {
    expect(plain.unused).toEqual([])
    expect(leaderLog(plain)).toEqual(['A', 'B', 'C', 'C', 'D'])
    expect(verdict(plain)).toMatchObject({ twice: ['C'], missing: [], broken: ['stored-at-most-once'] })
    expect(storyOf(plain, 'batch-failed', 'duplicate-recognised')).toEqual([])
  })

  // 11. One more fault: the second answer is lost as well. A plan is just longer; the prefix up to the new fault is equal
  //     again, and the third try still finds its number in the broker's memory.
  test('losing the second answer too costs another half minute and nothing else', () => {
    const second: Fault = {
      kind: 'silent',
      aim: { before: 'ProduceResponse[C] broker-1>producer-1 #2' as PendingName },
    }
    const longer = run(setup, [...plan, second])
    const strike = longer.steps.findLastIndex((s) => s.choice.do === 'fault')
    expect(longer.steps.slice(0, strike)).toEqual(trace.steps.slice(0, strike))
    expect(storyOf(longer, 'request-timed-out', 'duplicate-recognised').map((l) => l.split(' ')[2])).toEqual([
      'request-timed-out',
      'duplicate-recognised',
      'request-timed-out',
      'duplicate-recognised',
    ])
    expect(leaderLog(longer)).toEqual(['A', 'B', 'C', 'D'])
    expect(verdict(longer).broken).toEqual([])
  })

  // 12. A fault whose name never comes up is reported, not ignored. With acks=0 no answer is ever sent.
  test('with acks=0 there is no ack to lose', () => {
    const unsure = run(labSetup({ records: 4, producer: { acks: '0' } }), plan)
    expect(unsure.problems).toEqual([{ problem: 'fault-unused', fault: lostAck, reason: 'name-never-came' }])
    expect(unsure.unused).toEqual(plan)
  })

  // 13. Everything above went through one function: `step(world, choice)`. A `Play` is the system (Kafka) with a setup;
  //     explorers, tests and the page all move it the same way. From here read core/step.ts, then core/run.ts, then
  //     kafka/producer/turn.ts and kafka/broker/producerState.ts.
  test('Kafka is one of the systems that the core can play', () => {
    expect(Object.keys(play(setup).system.faults)).toEqual(
      expect.arrayContaining(['silent', 'break', 'refuse', 'crash']),
    )
  })
})
