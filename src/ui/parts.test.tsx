import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ackOfC, lostAck, testLab } from '../app/lab.testing.ts'
import { CutOf } from './crossSection/CrossSection.tsx'
import { FaultMenu } from './faults/FaultMenu.tsx'
import { said } from './said.testing.ts'
import { PanelOf } from './settings/Settings.tsx'
import { LabContext } from './useApp.ts'
import { StripOf } from './verdict/VerdictStrip.tsx'

const lab = testLab()
lab.actions.setWorkload({ awaitEach: true, records: 4 })
lab.actions.addFault(lostAck)

describe('the verdict strip', () => {
  it('reads as the chain of counts and how the run ends', () => {
    lab.actions.seekTime(30_140)
    const text = said(renderToStaticMarkup(<StripOf strip={lab.select.strip(lab.state())} />))
    expect(text).toBe('3 of 4 sent 3 in the log 3 readable 2 acked to the producer This run ends exactly once')
  })
})

describe('the cut', () => {
  lab.actions.seekTime(30_140)
  const markup = renderToStaticMarkup(
    <LabContext value={lab}>
      <CutOf cut={lab.select.crossSection(lab.state())} inspected={null}>
        {lab.select.time(lab.state())}
      </CutOf>
    </LabContext>,
  )

  it('is a table with names for rows and columns', () => {
    expect(markup.match(/scope="col"/g)).toHaveLength(4)
    expect(markup.match(/scope="row"/g)).toHaveLength(4)
    expect(said(markup)).toContain('C in doubt, try 1 1 1')
  })

  it('says the logs as text', () => {
    expect(said(markup)).toContain('Broker 2: A B C, high watermark 3.')
  })
})

describe('the fault menu', () => {
  const menu = lab.select.menu(lab.state(), { kind: 'message', name: ackOfC })
  const markup =
    menu === null
      ? ''
      : renderToStaticMarkup(
          <LabContext value={lab}>
            <FaultMenu menu={menu} onDone={() => {}} />
          </LabContext>,
        )

  it('offers only what can strike, and says which is chosen', () => {
    expect(markup).not.toContain('Refused once')
    expect(markup.match(/aria-pressed="true"/g)).toHaveLength(1)
    expect(said(markup)).toContain('Lost, and nothing after it gets through X')
  })

  it('explains how the sender learns of it, and from when all runs again', () => {
    expect(said(markup)).toContain('TCP never loses one message alone.')
    expect(said(markup)).toContain('on runs again.')
  })
})

describe('the settings', () => {
  const panel = (more: (lab: ReturnType<typeof testLab>) => void): string => {
    const one = testLab()
    more(one)
    return renderToStaticMarkup(
      <LabContext value={one}>
        <PanelOf panel={one.select.settings(one.state())} />
      </LabContext>,
    )
  }

  it('ties Kafka’s refusal to the control that caused it', () => {
    const markup = panel(({ actions }) => {
      actions.setKey('producer', 'enable.idempotence', 'true')
      actions.setKey('producer', 'acks', '1')
    })
    expect(markup).toContain('role="alert"')
    expect(said(markup)).toContain('ConfigException: Must set acks to all')
    const [, id] = /aria-describedby="([^"]+)"/.exec(markup) ?? []
    expect(markup).toContain(`id="${id}"`)
  })

  it('has no dead buttons: only contracts that can be honoured', () => {
    const text = said(panel(() => {}))
    expect(text).toContain('At most once At least once Idempotent producer')
    expect(text).not.toContain('Transactions')
  })

  it('never says guaranteed', () => {
    expect(said(panel(() => {}))).not.toMatch(/guarantee/i)
  })
})
