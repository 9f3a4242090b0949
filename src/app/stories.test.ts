import { describe, expect, it } from 'vitest'
import { storyNamed, toldStories } from '../stories/index.ts'
import { cursorAfter } from '../timeline/index.ts'
import { keyOnTimeline } from './keys.ts'
import { stillPage, testLab } from './lab.testing.ts'

const opened = (id: string) => {
  const lab = testLab()
  lab.actions.openStory(id)
  return lab
}
const answered = (id: string, choice: number) => {
  const lab = opened(id)
  lab.actions.answer(choice)
  return lab
}
const viewOf = (lab: ReturnType<typeof testLab>) => {
  const view = lab.select.story(lab.state())
  if (view === null) throw new Error('no story is open')
  return view
}

describe('a story that is opened', () => {
  it('sets setup and faults, stands at the start, and is fitted', () => {
    const lab = testLab()
    lab.actions.seekTime(30)
    const { fits } = lab.state().view
    lab.actions.openStory('lost-ack')
    expect(lab.state()).toMatchObject({ cursor: { at: 0, tie: 0 }, playing: false, preset: 'idempotent-producer' })
    expect(lab.state().plan).toHaveLength(1)
    expect(lab.state().view).toMatchObject({ zoom: 'fit', fits: fits + 1 })
    expect(lab.select.title(lab.state())).toBe('The same with idempotence')
  })

  it('hides what lies ahead and asks, until the question is answered', () => {
    const lab = opened('lost-ack')
    expect(viewOf(lab)).toMatchObject({ asks: true, choices: ['None', 'One', 'Two'], outcome: null })
    expect(lab.select.future(lab.state())).toBe('hidden')
    expect(lab.select.strip(lab.state()).outcome.text).toBe('predict first')
    expect(lab.select.overview(lab.state()).ticks).toEqual([])
    expect(lab.select.captions(lab.state())).toEqual([])
    lab.actions.answer(2)
    expect(viewOf(lab)).toMatchObject({ asks: false, guess: 'You said two.' })
    expect(lab.select.future(lab.state())).toBe('faint')
    expect(lab.select.strip(lab.state()).outcome.text).toBe('exactly once')
    expect(lab.select.overview(lab.state()).ticks).not.toEqual([])
  })

  it('lets nobody look ahead while it asks, and says why', () => {
    const lab = opened('lost-ack')
    for (const move of [
      () => lab.actions.stepEvent(1),
      () => lab.actions.toEnd(),
      () => lab.actions.seekTime(40),
      () => lab.actions.play(),
      () => lab.actions.stepBeat(1),
    ]) {
      move()
      expect(lab.state()).toMatchObject({ cursor: { at: 0 }, playing: false })
      expect(lab.state().said?.text).toMatch(/Answer the question first/)
    }
  })

  it('is asked anew when it is opened again', () => {
    const lab = answered('lost-ack', 1)
    lab.actions.openStory('lost-ack')
    expect(viewOf(lab).asks).toBe(true)
  })

  it('an id that no story has opens nothing', () => {
    const lab = testLab()
    const before = lab.state()
    lab.actions.openStory('lost-sock')
    expect(lab.state()).toBe(before)
  })
})

describe('its captions', () => {
  const shift = { key: 'ArrowRight', shift: true, ctrl: false, alt: false }

  it('are steps: Shift and an arrow go to the next, and at last to the end', () => {
    const lab = answered('lost-ack', 1)
    const heads = viewOf(lab).beats.map((beat, nth) => {
      keyOnTimeline(shift, true)?.(lab.actions, stillPage, lab.state())
      expect(lab.state().cursor).toEqual(cursorAfter(lab.select.trace(lab.state()), beat.step))
      expect(viewOf(lab).reached).toBe(nth + 1)
      return lab.select.narrator(lab.state())?.head
    })
    expect(heads).toEqual(viewOf(lab).beats.map(({ name }) => name))
    keyOnTimeline(shift, true)?.(lab.actions, stillPage, lab.state())
    expect(lab.state().cursor).toEqual(lab.select.timeline(lab.state()).end)
    lab.actions.stepBeat(-1)
    expect(viewOf(lab).reached).toBe(7)
    lab.actions.stepBeat(-1)
    expect(viewOf(lab).reached).toBe(6)
  })

  it('stand on the card and are spoken; between them the run speaks for itself', () => {
    const lab = answered('lost-ack', 1)
    lab.actions.toBeat(5)
    expect(lab.select.narrator(lab.state())).toMatchObject({
      head: 'Seen before',
      body: 'Broker 1 has sequence 2 already. It keeps one copy and sends the ack again.',
      marks: ['not-appended Produce[C] producer-1>broker-1 #2'],
    })
    expect(lab.select.spoken(lab.state())).toMatch(/^Seen before\. Broker 1 has sequence 2 already/)
    lab.actions.seekTime(20)
    expect(lab.select.narrator(lab.state())?.head).toBe('A is acked.')
  })

  it('each is told at its own moment, in every story', () => {
    for (const { id } of toldStories) {
      const lab = opened(id)
      lab.actions.showAnyway()
      for (const [nth, beat] of viewOf(lab).beats.entries()) {
        lab.actions.toBeat(nth)
        expect(lab.select.narrator(lab.state())?.head, `${id}, ${beat.name}`).toBe(beat.name)
      }
    }
  })
})

describe('its outcome', () => {
  it('comes with the last caption, in words that say what was said and what it was', () => {
    const lab = answered('lost-ack', 2)
    lab.actions.toBeat(5)
    expect(viewOf(lab).outcome).toBeNull()
    lab.actions.toBeat(6)
    expect(viewOf(lab).outcome?.said).toBe('You said two. It was one.')
    expect(viewOf(lab).outcome?.because).toMatch(/Broker 1 knew the sequence number/)
    expect(lab.state().seen).toEqual(['lost-ack'])
  })

  it('agrees with who was right, and blames nobody who did not guess', () => {
    const right = answered('lost-ack', 1)
    right.actions.toEnd()
    expect(viewOf(right).outcome?.said).toBe('You said one. So it was.')
    const shown = opened('refused-once')
    shown.actions.showAnyway()
    shown.actions.toEnd()
    expect(viewOf(shown).outcome?.said).toBe('It was A, B, C.')
  })

  it('is remembered in the menu, on the next visit too', () => {
    const lab = answered('lost-ack', 2)
    lab.actions.toEnd()
    const again = testLab('', { shelf: () => ({ getItem: (key) => lab.shelf.get(key) ?? null, setItem: () => {} }) })
    const items = again.select.stories(again.state()).flatMap(({ stories }) => stories)
    expect(items.filter(({ seen }) => seen).map(({ id }) => id)).toEqual(['lost-ack'])
    expect(items.map(({ id }) => id)).toEqual(toldStories.map(({ id }) => id))
  })
})

describe('a story that is changed', () => {
  it('says so, tells no captions that would not be true, and leads back', () => {
    const lab = answered('lost-ack', 2)
    lab.actions.toBeat(2)
    const { cursor } = lab.state()
    lab.actions.setKey('producer', 'enable.idempotence', 'false')
    expect(viewOf(lab)).toMatchObject({ changed: true, outcome: null })
    expect(lab.select.title(lab.state())).toBe('Changed from “The same with idempotence”')
    expect(lab.select.captions(lab.state())).toEqual([])
    lab.actions.backToStory()
    expect(viewOf(lab).changed).toBe(false)
    expect(lab.state()).toMatchObject({ cursor, plan: storyNamed('lost-ack')?.plan })
  })

  it('asks nothing any more, and shows what lies ahead', () => {
    const lab = opened('lost-ack')
    lab.actions.removeFault(0)
    expect(viewOf(lab).asks).toBe(false)
    expect(lab.select.future(lab.state())).toBe('faint')
  })

  it('back to the same values is no change', () => {
    const lab = answered('lost-ack', 2)
    lab.actions.setKey('producer', 'enable.idempotence', 'false')
    lab.actions.setKey('producer', 'enable.idempotence', null)
    expect(viewOf(lab).changed).toBe(false)
  })

  it('can be left: the run stays', () => {
    const lab = answered('lost-ack', 2)
    const trace = lab.select.trace(lab.state())
    lab.actions.leaveStory()
    expect(lab.select.story(lab.state())).toBeNull()
    expect(lab.select.trace(lab.state())).toBe(trace)
    expect(lab.select.title(lab.state())).toBe('A lost answer, in silence')
  })
})

describe('a story in the address', () => {
  it('is asked at its start, and shown to whom is sent into its middle', () => {
    const start = testLab('#/lab?s=lost-ack&t=0.0')
    expect(viewOf(start).asks).toBe(true)
    const middle = testLab('#/lab?s=lost-ack&t=52')
    expect(viewOf(middle)).toMatchObject({ asks: false, guess: null })
    expect(middle.select.narrator(middle.state())?.head).toBe('The loss')
  })

  it('is one step of undo, and back is asked only what was not answered', () => {
    const lab = opened('lost-ack')
    lab.history.undo()
    expect(lab.select.story(lab.state())).toBeNull()
    lab.actions.seekTime(30)
    lab.history.redo()
    expect(viewOf(lab).asks).toBe(true)
    expect(lab.state().cursor.at).toBe(0)
    lab.actions.answer(1)
    lab.actions.toBeat(2)
    lab.history.undo()
    lab.history.redo()
    expect(viewOf(lab)).toMatchObject({ asks: false, guess: 'You said one.' })
  })
})
