import { describe, expect, it } from 'vitest'
import { toldStories } from '../stories/index.ts'
import { type Cursor, cursorAfter, explainInOneLine, type FaultTarget, isDone } from '../timeline/index.ts'
import { testLab } from './lab.testing.ts'
import { rowChoices, rowFault, rowsShown, rowText } from './views/eventTable.ts'

type Lab = ReturnType<typeof testLab>

/** A story's run, its question out of the way, with its future hidden by hand (H). */
const hidden = (id: string): Lab => {
  const lab = testLab()
  lab.actions.openStory(id)
  lab.actions.showAnyway()
  lab.actions.setFuture('hidden')
  return lab
}

/** What can be selected in a run, also what has not happened yet. A menu of what the plan aims at says so: no secret. */
const targetsOf = (lab: Lab): readonly FaultTarget[] => {
  const { messages, strips, trace } = lab.select.timeline(lab.state())
  const aims = trace.plan.flatMap(({ aim }) => ('before' in aim ? [aim.before as string] : []))
  const free = messages.filter(({ name }) => !aims.includes(name))
  return [
    ...free.slice(0, 16).map(({ name }): FaultTarget => ({ kind: 'message', name })),
    ...strips.cells
      .filter(({ message }) => !aims.includes(message))
      .slice(0, 8)
      .map((cell): FaultTarget => ({ kind: 'message', name: cell.message, cell: cell.id })),
    ...Object.keys(trace.end.nodes).map((node): FaultTarget => ({ kind: 'node', node, at: 0 })),
  ]
}

/** Every word of the page at the playhead, but for what is set up: settings, and which faults are in the plan. */
const page = (lab: Lab, targets: readonly FaultTarget[]): Readonly<Record<string, unknown>> => {
  const { select, state, actions } = lab
  const until = select.toldTo(state())
  const table = select.events(state())
  const rows = rowsShown(table, { actor: null, record: null, quiet: true }, until)
  const inspected = targets.map((target) => {
    actions.select(target)
    const menu = select.menu(state(), target)
    return [select.inspector(state()), menu?.subtitle, menu?.runsAgainFrom]
  })
  const said = {
    strip: select.strip(state()),
    section: select.crossSection(state()),
    notice: select.notice(state()),
    rows: rows.map((row) => ({ ...rowText(table, row), fault: rowFault(table, row, until) })),
    choices: rowChoices(table, until),
    narrator: select.narrator(state()),
    spoken: select.spoken(state()),
    summary: select.summary(state()),
    transcript: select.transcript(state(), '').split('\n').slice(1),
    inspected,
  }
  return JSON.parse(JSON.stringify(said))
}

/** What is said of the faults, when they strike and that they do not. */
const ofFaults = ({ select, state }: Lab) => ({
  list: select.faults(state()).map(({ when, at, unused }) => ({ when, at, unused })),
  strip: select.overview(state()).faults,
})

const withFaults = toldStories.filter(({ plan }) => plan.length > 0).map(({ id }) => id)

describe('with the future hidden', () => {
  it.each(withFaults)('%s: before its first fault the page is that of the run without faults', (id) => {
    const struck = hidden(id)
    struck.actions.leaveStory()
    const spared = hidden(id)
    spared.actions.leaveStory()
    spared.store.setState({ plan: [] })
    const { trace } = struck.select.timeline(struck.state())
    const first = trace.steps.findIndex(({ events }) => events.some(({ kind }) => kind === 'fault-struck'))
    const targets = targetsOf(struck)
    for (const step of new Set([0, first - 1])) {
      const cursor = cursorAfter(trace, step)
      for (const lab of [struck, spared]) lab.actions.seek(cursor)
      expect(page(struck, targets), `behind step ${step}`).toEqual(page(spared, targets))
      expect(ofFaults(struck).list.every(({ when, at, unused }) => when === '' && at === null && unused === null)).toBe(
        true,
      )
      expect(ofFaults(struck).strip).toEqual([])
    }
  })

  it.each(toldStories.map(({ id }) => id))('%s: at a caption, no sentence of a later event is on the page', (id) => {
    const lab = hidden(id)
    const timeline = lab.select.timeline(lab.state())
    const beats = lab.select.story(lab.state())?.beats ?? []
    const targets = targetsOf(lab)
    const said = timeline.events.map((timed) => ({
      moment: timed.moment as Cursor,
      text: explainInOneLine(timeline.trace, timed),
    }))
    for (const nth of [1, beats.length - 1]) {
      lab.actions.toBeat(nth)
      const { cursor } = lab.state()
      const past = new Set(said.filter(({ moment }) => isDone(moment, cursor)).map(({ text }) => text))
      const ahead = said.filter(({ moment, text }) => !isDone(moment, cursor) && !past.has(text))
      const all = JSON.stringify({ ...page(lab, targets), ...ofFaults(lab) })
      expect(ahead.filter(({ text }) => all.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
      if (lab.select.toldTo(lab.state()) !== null)
        expect(lab.select.strip(lab.state()).outcome).toEqual({ tone: 'undecided', text: 'still hidden' })
      const names = lab.select.story(lab.state())?.beats.map(({ name }) => name) ?? []
      expect(names.map((name) => name !== null)).toEqual(names.map((_, place) => place <= nth))
    }
  })

  it('the same page says all of it where the future is shown', () => {
    const lab = hidden('lost-ack')
    lab.actions.setFuture('faint')
    lab.actions.toBeat(1)
    const all = JSON.stringify({ ...page(lab, targetsOf(lab)), ...ofFaults(lab) })
    expect(all).toContain('exactly once')
    expect(all).toContain('30 seconds without an answer')
    expect(ofFaults(lab).list.map(({ when }) => when)).toEqual(['52 ms'])
  })

  it('how it ends is told once it has ended', () => {
    const lab = hidden('last-disk-lost-min-isr-1')
    lab.actions.toEnd()
    expect(lab.select.toldTo(lab.state())).toBeNull()
    expect(lab.select.strip(lab.state())).toMatchObject({
      outcome: { text: '2 acked and lost' },
      acked: { tooMany: 2 },
    })
    lab.actions.stepEvent(-1)
    expect(lab.select.strip(lab.state())).toMatchObject({ outcome: { text: 'still hidden' }, acked: { tooMany: 0 } })
    expect(
      lab.select.crossSection(lab.state()).table.lines.flatMap(({ cells }) => cells.map(({ gone }) => gone)),
    ).toEqual([false, false, false, false])
  })

  it('that a run does not come to an end is not told before it has stopped', () => {
    const lab = testLab()
    lab.actions.setKey('producer', 'delivery.timeout.ms', '2000000')
    lab.actions.setKey('producer', 'min.insync.replicas', '3')
    lab.store.setState(({ setup }) => ({
      setup: { ...setup, horizon: 20_000, cluster: { ...setup.cluster, isrAtStart: [1] } },
    }))
    expect(lab.select.notice(lab.state())?.kind).toBe('undecided')
    lab.actions.setFuture('hidden')
    expect(lab.select.notice(lab.state())).toBeNull()
    lab.actions.toEnd()
    expect(lab.select.notice(lab.state())?.kind).toBe('undecided')
  })

  it('a fault that never strikes is not called so before the end', () => {
    const lab = testLab()
    lab.actions.addFault({ kind: 'silent', aim: { before: 'Produce[Z] producer-1>broker-1 #1' as never } })
    expect(lab.select.faults(lab.state())[0]?.unused).not.toBeNull()
    lab.actions.setFuture('hidden')
    expect(lab.select.faults(lab.state())[0]?.unused).toBeNull()
    expect(lab.select.overview(lab.state()).faults).toEqual([])
  })
})
