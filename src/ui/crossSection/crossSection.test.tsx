import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { lostAck, named, testLab } from '../../app/lab.testing.ts'
import { said } from '../said.testing.ts'
import { LabContext } from '../useApp.ts'
import { BrokerOf, LogOf } from './Blocks.tsx'
import { CutOf } from './CrossSection.tsx'
import { InspectorOf, Message } from './Inspector.tsx'

type Lab = ReturnType<typeof testLab>
const runB = (): Lab => {
  const lab = testLab()
  lab.actions.setWorkload({ awaitEach: true, records: 4 })
  lab.actions.addFault(lostAck)
  return lab
}
const blockAt = (lab: Lab, at: number): string => {
  lab.actions.seekTime(at)
  return renderToStaticMarkup(
    <LabContext value={lab}>
      <BrokerOf cut={lab.select.crossSection(lab.state())} />
    </LabContext>,
  )
}

describe('what the broker remembers', () => {
  const lab = runB()

  it('says what was seen and what is arriving, then what became of it', () => {
    expect(said(blockAt(lab, 30_150))).toContain('Broker 1 remembers PID 7 · epoch 0 last seen 0 1 2 arriving 2')
    expect(said(blockAt(lab, 30_156))).toContain('last seen 0 1 2 just came 2 seen before, so only acked')
  })

  it('shows each producer, the newest first', () => {
    const one = runB()
    one.actions.addFault({ kind: 'crash', node: 'producer-1', aim: { at: 22 }, down: 1000 } as never)
    one.actions.toEnd()
    const text = said(blockAt(one, one.state().cursor.at))
    expect(text).toMatch(/Broker 1 remembers PID 8 · epoch 0 .* of another producer PID 7 · epoch 0/)
  })
})

describe('connections', () => {
  const text = (at: number): string => said(blockAt(runB(), at))

  it('each is named with its number, and so is what waits on it', () => {
    expect(text(38)).toContain(
      'The producer → broker 1 #1 open the request with C in the air until 42 ms unanswered for 2 ms time-out behind 30.036 s',
    )
  })

  it('a silent one says that nobody has noticed', () => {
    expect(text(20_000)).toContain('The producer → broker 1 #1 silent the request with C nothing will come of it')
  })

  it('what is idle or between brokers is folded away', () => {
    const markup = blockAt(runB(), 38)
    expect(markup).toMatch(/<details[^>]*><summary>\d more: idle, or between brokers/)
  })
})

describe('the logs', () => {
  it('each copy is a button with a name, and Tab leads to the first of a block', () => {
    const lab = runB()
    lab.actions.seekTime(50)
    const markup = renderToStaticMarkup(
      <LabContext value={lab}>
        <LogOf cut={lab.select.crossSection(lab.state())} />
      </LabContext>,
    )
    expect(markup.match(/aria-label="\w at offset \d on broker \d"/g)).toHaveLength(9)
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1)
  })
})

describe('the inspector', () => {
  const lab = runB()
  lab.actions.seekTime(30_156)
  lab.actions.select({ kind: 'message', name: named('Produce[C] producer-1>broker-1 #2') })
  const inspected = lab.select.inspector(lab.state())
  const markup =
    inspected === null
      ? ''
      : renderToStaticMarkup(
          <LabContext value={lab}>
            <InspectorOf inspected={inspected} />
          </LabContext>,
        )

  it('reads as what happened with its rule, why, what followed, and the facts', () => {
    expect(said(markup)).toMatch(
      /^The request with C What happened there 30\.155 s C is already at offset 2\. .* BLOG-03 Because 30\.037 s .* What followed 30\.161 s ahead: C is acked\. .* what it is Produce request, try 2 .* Copy as JSON$/,
    )
  })

  it('says which of its links lie ahead of the playhead, until it has passed them', () => {
    expect(markup.match(/data-ahead/g)).toHaveLength(1)
    lab.actions.seekTime(30_162)
    const later = lab.select.inspector(lab.state())
    expect(later?.consequences.map(({ isAhead }) => isAhead)).toEqual([false])
    lab.actions.seekTime(30_156)
  })

  it('its links are buttons, and it can be left by one', () => {
    expect(markup.match(/<button/g)).toHaveLength(4)
    expect(markup).toContain('aria-label="Clear the selection"')
  })

  it('takes the last place of the cut', () => {
    const cut = renderToStaticMarkup(
      <LabContext value={lab}>
        <CutOf cut={lab.select.crossSection(lab.state())} inspected={inspected}>
          {''}
        </CutOf>
      </LabContext>,
    )
    expect(said(cut)).toContain('The request with C')
    expect(said(cut)).not.toContain('remembers')
  })

  it('as a tab of its own, says what to do while nothing is selected', () => {
    const markup = renderToStaticMarkup(
      <LabContext value={testLab()}>
        <Message />
      </LabContext>,
    )
    expect(said(markup)).toBe('Select a message, an actor or a cell on the timeline.')
  })
})

describe('a reader', () => {
  const lab = testLab(
    '#/lab?records=3&reader=card&commit=after&guard=dedup&consumer.group.id=billing&consumer.enable.auto.commit=false',
  )
  lab.actions.toEnd()
  const text = said(blockAt(lab, lab.state().cursor.at))

  it('has its offsets as a table', () => {
    expect(text).toContain('The reader group billing partition position committed lag orders-0 3 3 0')
  })

  it('says what the outside remembers', () => {
    expect(text).toMatch(/The card service remembers the names of records, beside their effects A until 3600\.\d+ s/)
  })
})
