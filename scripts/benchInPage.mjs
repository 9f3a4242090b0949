// What the bench runs inside a page: each function is sent there as text, so it uses nothing but its arguments.

/**
 * Scrubs once to the end and back by the page's own slider, in so many equal steps, one a frame. By steps and not by the
 * clock: whoever is slow would have more to change in each frame, and no two sides could be compared.
 */
export async function scrubSlider({ steps }) {
  const slider = document.querySelector('input[type="range"][max="10000"]')
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  return new Promise((done) => {
    const begin = performance.now()
    let frames = 0
    const frame = (now) => {
      const part = frames / steps
      set.call(slider, String(Math.round((part < 0.5 ? part * 2 : 2 - part * 2) * 10_000)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      frames += 1
      if (frames < steps) requestAnimationFrame(frame)
      else done({ frames, ms: now - begin })
    }
    requestAnimationFrame(frame)
  })
}

/** The picture as text with every colour and size written out, for a page without React, store or styles. */
export function copyPicture() {
  // Neither the ruler nor the line of a card: the picture is what holds most marks.
  const size = (svg) => svg.querySelectorAll('[data-mark]').length
  const picture = [...document.querySelectorAll('#timeline [role="grid"] svg')]
    .toSorted((a, b) => size(a) - size(b))
    .at(-1)
  const copy = picture.cloneNode(true)
  const kept = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'paint-order',
    'font-family',
    'font-size',
    'visibility',
  ]
  const [from, to] = [picture, copy].map((svg) => [...svg.querySelectorAll('*')])
  from.forEach((element, i) => {
    const style = getComputedStyle(element)
    to[i].removeAttribute('class')
    to[i].setAttribute('style', kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'))
  })
  return { svg: copy.outerHTML, marks: copy.querySelectorAll('[data-mark]').length, width: picture.clientWidth }
}

/** The same marks moved by hand: one loop, numbers, and attributes only where something changes. */
export async function scrubByHand({ steps, width }) {
  const endsOf = (line) => ['x1', 'y1', 'x2', 'y2'].map((name) => Number(line.getAttribute(name)))
  const marks = [...document.querySelectorAll('[data-mark]')].map((element) => {
    const flown = [...element.querySelectorAll('line[data-flown]')]
    const [rest, tip] = ['rest', 'tip'].map((part) => [...element.querySelectorAll(`[data-${part}]`)])
    const [x0, y0, x1, y1] = flown.length > 0 ? endsOf(flown[0]) : []
    const box = element.getBBox()
    return { element, flown, rest, tip, x0: x0 ?? box.x, y0, x1: x1 ?? box.x, y1, phase: '' }
  })
  const playhead = document.querySelector('[data-playhead]')
  const put = (lines, end, x, y) => {
    for (const line of lines) {
      line.setAttribute(`x${end}`, x.toFixed(2))
      line.setAttribute(`y${end}`, y.toFixed(2))
    }
  }
  const show = (x) => {
    playhead.setAttribute('transform', `translate(${x.toFixed(2)} 0)`)
    for (const mark of marks) {
      const phase = x < mark.x0 ? 'future' : x < mark.x1 && mark.y1 !== undefined ? 'air' : 'past'
      if (phase === 'air') {
        const part = (x - mark.x0) / (mark.x1 - mark.x0)
        put(mark.flown, '2', x, mark.y0 + (mark.y1 - mark.y0) * part)
        for (const end of ['1', '2']) put(mark.tip, end, x, mark.y0 + (mark.y1 - mark.y0) * part)
      } else if (mark.phase === 'air') put(mark.flown, '2', mark.x1, mark.y1)
      if (phase !== mark.phase) {
        mark.element.setAttribute('opacity', phase === 'future' ? '0.36' : '1')
        for (const part of [...mark.rest, ...mark.tip]) part.style.visibility = phase === 'air' ? 'visible' : 'hidden'
      }
      mark.phase = phase
    }
  }
  return new Promise((done) => {
    const begin = performance.now()
    let frames = 0
    const frame = (now) => {
      const part = frames / steps
      show((part < 0.5 ? part * 2 : 2 - part * 2) * width)
      frames += 1
      if (frames < steps) requestAnimationFrame(frame)
      else done({ frames, ms: now - begin })
    }
    requestAnimationFrame(frame)
  })
}

/** From the key that loses a message to its new scene on the page; then the change is taken back. */
export async function strikeMessages(names) {
  const turn = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done()
      port2.postMessage(0)
    })
  const rest = (ms) => new Promise((done) => setTimeout(done, ms))
  const grid = document.querySelector('#timeline [role="grid"]')
  const key = (name, more = {}) =>
    grid.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }))
  const times = []
  for (const name of names) {
    const mark = document.querySelector(`#timeline [data-name="${CSS.escape(name)}"]`)
    mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    mark.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))
    await rest(300)
    const before = location.hash
    const begin = performance.now()
    key('x')
    await turn()
    times.push(performance.now() - begin)
    if (location.hash === before) throw new Error(`${name} could not be lost`)
    await rest(400)
    key('z', { ctrlKey: true })
    await rest(400)
  }
  return times
}
