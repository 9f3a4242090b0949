import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { testLab } from '../../app/lab.testing.ts'
import { searchSettings } from '../../app/views/settingSearch.ts'
import { said } from '../said.testing.ts'
import { LabContext } from '../useApp.ts'
import { unitFor } from './Length.tsx'
import { FoundList } from './Results.tsx'
import { PanelOf } from './Settings.tsx'
import { shortened, spelledOut } from './shortened.ts'

type TestLab = ReturnType<typeof testLab>

const panel = (change: (lab: TestLab) => void): string => {
  const lab = testLab()
  change(lab)
  return renderToStaticMarkup(
    <LabContext value={lab}>
      <PanelOf panel={lab.select.settings(lab.state())} />
    </LabContext>,
  )
}
const found = (text: string, change: (lab: TestLab) => void = () => {}): string => {
  const lab = testLab()
  change(lab)
  return renderToStaticMarkup(
    <LabContext value={lab}>
      <FoundList found={searchSettings(lab.state().setup, text)} text={text} />
    </LabContext>,
  )
}

describe('a row', () => {
  it('says that a key is set by hand, what Kafka would take, and offers the way back', () => {
    const markup = panel(({ actions }) => actions.setKey('producer', 'retries', '3'))
    expect(said(markup)).toContain('retries set by hand default max')
    expect(markup).toContain('aria-label="Leave retries to Kafka, which takes max"')
  })

  it('tells what the Lab has set from what a person has', () => {
    expect(said(panel(() => {}))).toContain('min.insync.replicas set by the Lab default 1')
  })

  it('quotes Kafka’s log under what Kafka changed quietly, with a button per way out', () => {
    const text = said(panel(({ actions }) => actions.setKey('producer', 'acks', '1')))
    expect(text).toContain(
      'Idempotence is off now, because acks is 1. INFO Idempotence will be disabled because acks is set to 1, not set to ’all’. Set acks to all Turn idempotence off',
    )
  })

  it('quotes a refusal as Java prints it, outside and cause', () => {
    const text = said(panel(({ actions }) => actions.setKey('producer', 'delivery.timeout.ms', '30000')))
    expect(text).toContain(
      'KafkaException: Failed to construct kafka producer Caused by: ConfigException: delivery.timeout.ms should be equal to or larger than linger.ms + request.timeout.ms Leave delivery.timeout.ms to Kafka Set delivery.timeout.ms to 30005',
    )
  })

  it('shows each of two refusals at its own row', () => {
    const markup = panel(({ actions }) => {
      actions.setKey('producer', 'acks', '7')
      actions.setKey('topic', 'min.insync.replicas', '0')
    })
    expect(markup.match(/role="alert"/g)).toHaveLength(2)
  })

  it('of the brokers stands in the panel once it is set', () => {
    const key = 'message.max.bytes'
    expect(panel(() => {})).not.toContain(key)
    expect(said(panel(({ actions }) => actions.setKey('broker', key, '10000')))).toContain(`Brokers ${key}`)
  })
})

describe('what a search has found', () => {
  it('is counted, grouped by owner, and each says what it does and its default', () => {
    const text = said(found('acks'))
    expect(text).toMatch(/^\d+ settings Producer acks default all/)
  })

  it('has the control that fits', () => {
    expect(found('compression.type')).toContain('<select')
    expect(found('enable.idempotence')).toContain('role="switch"')
    expect(found('min.insync.replicas')).toContain('type="radio"')
    expect(found('transactional.id')).toContain('placeholder="no default"')
  })

  it('says so when there is none, and what to try', () => {
    expect(said(found('elephant'))).toBe(
      'No setting has “elephant” in its name or in what it does. Try a word such as duplicates, doubt or time-out.',
    )
  })

  it('cannot be set while nobody reads, and offers a reader', () => {
    const markup = found('isolation')
    expect(markup).toContain('<fieldset')
    expect(markup).toMatch(/<fieldset[^>]* disabled/)
    expect(said(markup)).toContain('Add a reader')
    expect(said(found('isolation', ({ actions }) => actions.setReader(true)))).not.toContain('Add a reader')
  })
})

describe('consumer and processor', () => {
  it('are a switch while nobody reads, and what it reads, commits and does once somebody does', () => {
    expect(panel(() => {})).not.toContain('isolation.level')
    const markup = panel(({ actions }) => actions.setReader(true))
    const text = said(markup)
    expect(text).toContain('isolation.level')
    expect(text).toContain('never before after auto')
    expect(text).toContain('group.id set by hand no default')
    expect(markup).toContain('aria-label="for each record"')
    expect(markup).toContain('aria-label="guarded by"')
  })

  it('have a length only for a dedup window, and no guard without an effect', () => {
    expect(panel(({ actions }) => actions.setReader(true))).not.toContain('remembers for')
    const dedup = panel(({ actions }) => actions.choosePreset('idempotent-consumer'))
    expect(dedup).toMatch(/aria-label="remembers for"[^>]* value="1"/)
    expect(dedup).toContain('<option value="h" selected="">')
    const quiet = panel(({ actions }) => {
      actions.setReader(true)
      actions.setEffect(null)
    })
    expect(quiet).not.toContain('guarded by')
  })

  it('say a commit without a group where the group is missing, with a way out', () => {
    const text = said(
      panel(({ actions }) => {
        actions.setReader(true)
        actions.setKey('consumer', 'group.id', null)
      }),
    )
    expect(text).toContain('InvalidGroupIdException')
    expect(text).toContain('Set group.id to group-1')
  })
})

it('how many are in sync is counted among all brokers, also where a partition has fewer replicas', () => {
  const html = panel(({ store, state }) => {
    const { setup } = state()
    const orders = { replicas: [[1, 2]], config: {} }
    store.setState({ setup: { ...setup, cluster: { ...setup.cluster, topics: { orders } } } })
  })
  const choices = /aria-label="in sync at the start".*?<\/fieldset>/.exec(html)?.[0] ?? ''
  expect([...choices.matchAll(/value="(\d)"/g)].map(([, value]) => value)).toEqual(['1', '2', '3'])
  expect(choices).toMatch(/checked="" [^>]*value="3"|value="3"[^>]* checked=""/)
})

describe('a length of time', () => {
  it.each([
    [0, 'ms'],
    [1500, 'ms'],
    [5000, 's'],
    [120_000, 'min'],
    [3_600_000, 'h'],
    [172_800_000, 'd'],
  ] as const)('of %i ms is said in %s', (ms, unit) => {
    expect(unitFor(ms)).toBe(unit)
  })
})

describe('large numbers and long names', () => {
  it('are said, and spelled again when they are set', () => {
    const [int, long] = ['2147483647', '9223372036854775807']
    expect([shortened(int, int), shortened(long, long), shortened(int, long)]).toEqual(['max', 'max', int])
    expect(shortened('org.apache.kafka.clients.consumer.RangeAssignor', null)).toBe('RangeAssignor')
    expect(shortened('30000', int)).toBe('30000')
    expect([spelledOut('max', long), spelledOut('max', int), spelledOut('max', null)]).toEqual([long, int, 'max'])
    expect(spelledOut('7', int)).toBe('7')
  })
})
