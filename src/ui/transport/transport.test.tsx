import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { testLab } from '../../app/lab.testing.ts'
import { overview, scene } from '../../timeline/index.ts'
import { LabContext } from '../useApp.ts'
import { OverviewStrip } from './OverviewStrip.tsx'
import { alongFor, partOf, turnBy } from './seenPart.ts'
import { Transport } from './Transport.tsx'

const lab = testLab()
lab.actions.setWorkload({ records: 20 })
const timeline = lab.select.timeline(lab.state())
const strip = overview(timeline)
const picture = scene(timeline, {
  width: 720,
  height: 500,
  pxPerMs: 8,
  openFolds: [],
  future: 'faint',
  scrollAlong: 0,
})

describe('the part in view', () => {
  it('begins with the run and grows on as the picture is scrolled', () => {
    const first = partOf(strip, { scene: picture, along: 0 })
    const later = partOf(strip, { scene: picture, along: 300 })
    expect(first.from).toBeCloseTo(0)
    expect(later.from).toBeGreaterThan(first.from)
    expect(later.to).toBeGreaterThan(first.to)
    expect(later.to).toBeLessThan(1)
  })

  it('leads back to how far the picture is scrolled', () => {
    const { from } = partOf(strip, { scene: picture, along: 300 })
    expect(alongFor(strip, { scene: picture, along: 0 }, from)).toBeCloseTo(300, 0)
  })

  it('stops at both ends of the run', () => {
    const end = picture.length - 720
    expect(turnBy({ scene: picture, along: 300 }, Number.NEGATIVE_INFINITY)).toBe(0)
    expect(turnBy({ scene: picture, along: 300 }, Number.POSITIVE_INFINITY)).toBe(end)
    expect(alongFor(strip, { scene: picture, along: 0 }, 2)).toBe(end)
  })
})

describe('the strip', () => {
  const drawn = (hides: boolean): string =>
    renderToStaticMarkup(
      <OverviewStrip
        overview={strip}
        width={500}
        xOf={(place) => place * 500}
        passed={3}
        hides={hides}
        foldsSeen={0}
        playhead={{ current: null }}
      />,
    )
  const ticks = (markup: string): number => markup.match(/y1="15"/g)?.length ?? 0

  it('has a tick for each millisecond in which something is told, and of a hidden future none', () => {
    expect(ticks(drawn(false))).toBe(strip.ticks.length)
    expect(ticks(drawn(true))).toBe(3)
  })
})

describe('the transport', () => {
  const markup = renderToStaticMarkup(
    <LabContext value={lab}>
      <Transport pxPerMs={() => 8} />
    </LabContext>,
  )

  it('names the zoom, and the time is a button that asks for another', () => {
    expect(markup).toContain('aria-label="Story: zoom. What lies ahead is faint. Picture"')
    expect(markup).toContain('aria-label="0 ms. Go to a time"')
  })

  it('has what the window and the key H do as controls', () => {
    for (const value of ['faint', 'full', 'hidden', 'overview', 'detail', 'wire'])
      expect(markup).toContain(`value="${value}"`)
  })
})
