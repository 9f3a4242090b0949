import { describe, expect, it } from 'vitest'
import { testLab } from '../../app/lab.testing.ts'
import { timeByKey } from './useDragInTime.ts'

const run = { end: 90.4, eventFrom: (at: number, direction: 1 | -1) => at + direction * 7 }
const press = (key: string, at: number, shiftKey = false) => timeByKey({ key, shiftKey }, at, run)

describe('a fault moved by keys', () => {
  it('goes 1 ms, with Shift 10, and with the page keys to the next event', () => {
    expect(press('ArrowRight', 40)).toBe(41)
    expect(press('ArrowLeft', 40)).toBe(39)
    expect(press('ArrowRight', 40, true)).toBe(50)
    expect(press('PageDown', 40)).toBe(47)
    expect(press('PageUp', 40)).toBe(33)
  })
  it('stays within the run', () => {
    expect(press('ArrowLeft', 0)).toBe(0)
    expect(press('ArrowRight', 91)).toBe(91)
  })
  it('leaves other keys to others', () => expect(press('x', 40)).toBeUndefined())
})

describe('moving a fault', () => {
  const crash = { kind: 'crash', node: 'producer-1', aim: { at: 50 }, down: 1000 } as const

  it('is one change of the plan, and keeps what else the fault says', () => {
    const lab = testLab()
    lab.actions.addFault(crash)
    lab.actions.moveFault(0, 43.4)
    expect(lab.state().plan).toEqual([{ ...crash, aim: { at: 43 } }])
    lab.history.undo()
    expect(lab.state().plan).toEqual([crash])
  })

  it('does nothing to the fault of a message, which is where its message is', () => {
    const lab = testLab()
    const name = 'ProduceResponse[C] broker-1>producer-1 #1'
    lab.actions.addFault({ kind: 'silent', aim: { before: name as never } })
    const { plan } = lab.state()
    lab.actions.moveFault(0, 10)
    expect(lab.state().plan).toBe(plan)
  })
})
