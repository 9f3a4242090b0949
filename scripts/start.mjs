// `npm start`: from a fresh clone to the page in one command.
import { ensureInstalled } from './install.mjs'
import { build } from './parts.mjs'
import { freePort } from './port.mjs'
import { startTool } from './run.mjs'

await ensureInstalled()
if ((await build(['--logLevel', 'warn'])) !== 0) process.exit(1)

const port = await freePort(Number(process.env.PORT ?? 4173))
const server = startTool('vite', ['preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
server.on('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))

const address = `http://127.0.0.1:${port}/`
await answers(address)
console.log(`Delivery Lab is at ${address}   (Ctrl+C stops it)`)

async function answers(url) {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
