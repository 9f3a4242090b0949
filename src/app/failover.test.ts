import { describe, expect, it } from 'vitest'
import { targetOf } from '../timeline/index.ts'
import { faultWords } from '../words/en/ui.ts'
import { keyOnTimeline } from './keys.ts'
import { ackOfC, named, stillPage, testLab } from './lab.testing.ts'

const press = (lab: ReturnType<typeof testLab>, key: string) =>
  keyOnTimeline({ key, shift: false, ctrl: false, alt: false }, true)?.(lab.actions, stillPage, lab.state())
const on = (node: string, at = 36) => {
  const lab = testLab()
  lab.actions.select({ kind: 'node', node, at })
  return lab
}

describe('keys on the selected actor', () => {
  it.each([
    ['c', 'broker-1', { kind: 'crash', down: 20_000, disk: 'kept' }],
    ['c', 'producer-1', { kind: 'crash', down: 1_000 }],
    ['g', 'broker-1', { kind: 'pause', for: 15_000 }],
    ['g', 'producer-1', { kind: 'pause', for: 1_000 }],
    ['n', 'broker-2', { kind: 'cut-off', from: 'everyone', way: 'both', for: 20_000, noticed: 'no' }],
  ])('%s on %s', (key, node, fault) => {
    const lab = on(node)
    press(lab, key)
    expect(lab.state().plan).toEqual([{ ...fault, node, aim: { at: 36 } }])
  })

  it('a message does not crash, and one sentence says so', () => {
    const lab = testLab()
    lab.actions.select({ kind: 'message', name: ackOfC })
    press(lab, 'c')
    expect(lab.state().plan).toEqual([])
    expect(lab.state().said?.text).toBe(faultWords.selectActor)
  })
})

describe('the menu of an actor', () => {
  const rows = (node: string) => {
    const lab = on(node)
    return lab.select.menu(lab.state(), { kind: 'node', node, at: 36 })?.rows ?? []
  }
  it('has what can happen to it, with its parameters', () => {
    expect(rows('broker-1').map((row) => row.kind)).toEqual(['crash', 'pause', 'cut-off', 'shutdown'])
    expect(rows('broker-3').map((row) => row.kind)).toContain('falls-behind')
    expect(rows('producer-1').map((row) => row.kind)).toEqual(['crash', 'pause', 'cut-off'])
    const disk = (node: string) => rows(node)[0]?.params.map((param) => param.key)
    expect([disk('broker-1'), disk('producer-1')]).toEqual([['down', 'disk'], ['down']])
  })
  it('does not cut a broker off from itself, or from nobody', () => {
    const from = rows('broker-1')
      .find((row) => row.kind === 'cut-off')
      ?.params.find((param) => param.key === 'from')
    expect(from?.rule.type === 'choice' && from.rule.choices).toEqual([
      'everyone',
      'controller-1',
      'broker-2',
      'broker-3',
      'producer-1',
    ])
  })
})

describe('in the middle of a millisecond', () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 3 })
  lab.actions.setKey('producer', 'acks', '1')
  const timeline = lab.select.timeline(lab.state())
  const aimedAt = (at: number, tie: number) => targetOf('broker-1', { at, tie }, timeline)
  const beforeWake = { kind: 'node', node: 'broker-1', at: 34, before: 'wake[C] broker-1' } as const

  it('a node is hurt behind what has happened, and before what comes next', () => {
    expect(aimedAt(34, 0)).toEqual({ kind: 'node', node: 'broker-1', at: 34 })
    expect(aimedAt(34, 1)).toEqual(beforeWake)
    expect(aimedAt(34, 2)).toEqual({ kind: 'node', node: 'broker-1', at: 35 })
    expect(aimedAt(34.5, 0)).toEqual({ kind: 'node', node: 'broker-1', at: 35 })
  })
  it('C on the leader there is run d1, and Delete takes it back', () => {
    lab.actions.select(aimedAt(34, 1))
    press(lab, 'c')
    expect(lab.state().plan).toEqual([
      { kind: 'crash', node: 'broker-1', aim: { before: 'wake[C] broker-1' }, down: 20_000, disk: 'kept' },
    ])
    press(lab, 'g')
    expect(lab.state().plan.map((fault) => fault.kind)).toEqual(['pause'])
    press(lab, 'Delete')
    expect(lab.state().plan).toEqual([])
  })
})

describe('run d1: the leader says yes, and dies', () => {
  const lab = testLab()
  lab.actions.setWorkload({ records: 3 })
  lab.actions.setKey('producer', 'acks', '1')
  lab.actions.addFault({
    kind: 'crash',
    aim: { before: named('wake[C] broker-1') },
    node: 'broker-1',
    ...{ down: 20_000, disk: 'kept' },
  })
  const cutAt = (at: number) => {
    lab.actions.seekTime(at)
    return lab.select.crossSection(lab.state())
  }
  it('says what is where', () => {
    expect(cutAt(5_000).sum).toBe('C is on the disk of broker 1 only, and broker 1 is down.')
    expect(cutAt(9_300).sum).toBe(
      'C was acked. The only broker that has it is down, and the new leader goes on without it.',
    )
    lab.actions.toEnd()
    expect(lab.select.crossSection(lab.state()).sum).toBe('C was acked, and is in no log any more.')
  })
  it('what was never acked and lies on a dead disk is not on its way, whoever leads', () => {
    const all = testLab()
    all.actions.openStory('leader-dies-acks-all')
    all.actions.showAnyway()
    all.actions.seekTime(9_100)
    expect(all.select.crossSection(all.state()).sum).toBe('C is on the disk of broker 1 only, and broker 1 is down.')
  })
  it('shows what lies on the disk of a dead broker, and who leads', () => {
    const looks = (at: number) =>
      cutAt(at).strips[0]?.strips.map((strip) => [
        strip.broker,
        strip.down ? 'down' : strip.leads ? 'leader' : 'follows',
        strip.cells.map((cell) => (cell.replicated ? cell.record : cell.record.toLowerCase())).join(''),
        strip.highWatermark,
      ])
    expect(looks(9_300)).toEqual([
      [1, 'down', 'ABc', 0],
      [2, 'leader', 'AB', 2],
      [3, 'follows', 'AB', 1],
    ])
    expect(looks(5_000)?.map((look) => look[2])).toEqual(['ABc', 'AB', 'AB'])
  })
  it('counts one too many, and ends acked and lost', () => {
    lab.actions.seekTime(9_300)
    const { counts, acked, outcome } = lab.select.strip(lab.state())
    expect([...counts.map((count) => count.value), acked.value, acked.tooMany]).toEqual([3, 2, 2, 3, 1])
    expect(outcome).toEqual({ tone: 'broken', text: '1 acked and lost' })
  })
})
