// A port nobody listens on: two sessions on one machine must not test each other's page.
import { createServer } from 'node:net'

export async function freePort(from) {
  for (let port = from; port < from + 100; port++) if (await isFree(port)) return port
  throw new Error(`No free port from ${from} to ${from + 99}`)
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
