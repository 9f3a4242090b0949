const afterThis = (act: () => void): void => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = act
  port2.postMessage(null)
}

/**
 * Says how long it takes, in ms, until what was just changed has been painted: with the frame that runs now, when it was
 * changed in one, or with the next.
 */
export const whenPainted = (tell: (ms: number) => void): void => {
  const changed = performance.now()
  afterThis(() => {
    const now = performance.now() - changed
    requestAnimationFrame(() => {
      const began = performance.now()
      afterThis(() => tell(Math.max(now, performance.now() - began)))
    })
  })
}
