import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { testLab } from '../../app/lab.testing.ts'
import { LabContext } from '../useApp.ts'
import { EventTable } from './EventTable.tsx'

/** Three records, each waiting for its answer, the answer to C lost. On a server a page begins as its link says. */
const printedAt = (at: number | string): string =>
  renderToStaticMarkup(
    <LabContext
      value={testLab(`#/lab?records=3&await=1&f=silent~ProduceResponse[C]_broker-1%3Eproducer-1_%231&t=${at}`)}
    >
      <EventTable onFault={() => {}} />
    </LabContext>,
  )
const bare = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('the event table', () => {
  const markup = printedAt(60)
  const rows = markup.split('<tr').slice(2)

  it('is a table with a caption, heads of columns and a head for each row', () => {
    expect(markup).toContain('<caption')
    expect(markup.match(/scope="col"/g)).toHaveLength(5)
    expect(markup.match(/scope="row"/g)).toHaveLength(rows.length)
    expect(markup).toContain(`aria-rowcount="${rows.length + 1}"`)
  })

  it('marks one row, the last that has happened, and Tab leads there', () => {
    const current = rows.filter((row) => row.includes('aria-current="step"'))
    expect(current).toHaveLength(1)
    expect(current[0]).toContain('tabindex="0"')
    expect(rows.filter((row) => /^[^>]*tabindex="0"/.test(row))).toHaveLength(1)
    expect(bare(`<tr${current[0]}`)).toMatch(/^52 ms Broker 1 Nothing gets through from broker 1/)
  })

  it('has the fault menu in each row, and names the fault where one strikes', () => {
    expect(rows.every((row) => row.includes('<button'))).toBe(true)
    const lost = rows.find((row) => row.includes('data-event="message-lost"')) ?? ''
    expect(bare(`<tr${lost}`)).toMatch(/C Lost in silence$/)
  })

  it('stands at its first row before anything has happened', () => {
    const first = printedAt('0.0').split('<tr').slice(2)
    expect(first[0]).toContain('tabindex="0"')
  })
})
