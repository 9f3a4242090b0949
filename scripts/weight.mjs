// What the page weighs on the wire: gzip level 9, kB of 1000 bytes, as in every number this project states.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './run.mjs'

export const kilobytes = (bytes) => bytes / 1000

/** The scripts a browser must have before the page can be used: the entry and what it imports at once. Needs a build. */
export function firstLoad() {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8'))
  const chunks = new Set()
  const follow = (key) => {
    if (chunks.has(key)) return
    chunks.add(key)
    for (const next of manifest[key].imports ?? []) follow(next)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) follow(key)
  return [...chunks].reduce((sum, key) => sum + gzipped(readFileSync(join(root, 'dist', manifest[key].file))), 0)
}

/** The engine without page, words and packages, as somebody would get it who embeds only that. */
export async function engineAlone() {
  const { build } = await import('vite')
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // Not "es": libraries of that format keep their white space.
    build: { write: false, lib: { entry: 'src/engine/index.ts', name: 'engine', formats: ['iife'] } },
  })
  const outputs = [built].flat().flatMap(({ output }) => output)
  return outputs.reduce((sum, { code }) => sum + gzipped(code ?? ''), 0)
}

const gzipped = (content) => gzipSync(content, { level: 9 }).length
