import { describe, expect, test } from 'vitest'
import { lostAck, testLab } from './lab.testing.ts'

/** A run of thirty seconds, at its twenty-ninth second; without its fault it ends within a tenth of one. */
const lateInARun = () => {
  const lab = testLab()
  lab.actions.addFault(lostAck)
  lab.actions.seekTime(29_000)
  return lab
}

describe('a playhead behind the end of a run that became shorter', () => {
  test('is seen at the end, and is back where it was when the fault is', () => {
    const { actions, history, select, state } = lateInARun()
    actions.removeFault(0)
    const { end } = select.timeline(state())
    expect(end.at).toBeLessThan(1000)
    expect(select.playhead(state())).toEqual(end)
    expect(select.time(state())).toBe(`${end.at} ms`)
    history.undo()
    expect(select.time(state())).toBe('29.000 s')
  })

  test('cuts the run at its end: nothing waits longer than the run lasts', () => {
    const { actions, select, state } = lateInARun()
    actions.removeFault(0)
    const seen = select.crossSection(state())
    actions.toEnd()
    expect(seen).toEqual(select.crossSection(state()))
  })

  test('goes on from the end: one ms back is the ms before it', () => {
    const { actions, select, state } = lateInARun()
    actions.removeFault(0)
    const { end } = select.timeline(state())
    actions.stepMillis(-1)
    expect(state().cursor.at).toBe(end.at - 1)
  })

  test('is sent as what is seen', () => {
    const { actions, history, select, state } = lateInARun()
    actions.removeFault(0)
    expect(testLab(history.link()).state()).toMatchObject({ cursor: select.playhead(state()), dropped: [] })
  })
})

describe('a link to a time that its run does not come to', () => {
  test('opens at the end of the run, and says so', () => {
    const { select, state } = testLab('#/lab?records=3&t=500')
    expect(state().cursor).toEqual(select.timeline(state()).end)
    expect(state().dropped).toEqual([{ part: 't=500', reason: 'after-the-end' }])
  })

  test('put into the address of an open page, does the same', () => {
    const { bar, select, state } = testLab()
    bar.push({ hash: '#/lab', mark: null })
    bar.push({ hash: '#/lab?records=3&t=500', mark: null })
    bar.push({ hash: '#/lab', mark: null })
    bar.go(-1)
    expect(state().cursor).toEqual(select.timeline(state()).end)
    expect(state().dropped).toEqual([{ part: 't=500', reason: 'after-the-end' }])
  })
})
