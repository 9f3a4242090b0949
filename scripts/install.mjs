// Makes sure that node_modules holds what package-lock.json names, so that a fresh clone needs no other command first.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.mjs'

/** Installs when something is missing or of another version. Throws when that fails. */
export async function ensureInstalled() {
  const why = missing()
  if (why === undefined) return
  console.log(`Installing packages (${why}) …`)
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0) throw new Error(`npm ci ended with ${code}`)
}

/** One reason why an installation is needed; undefined when it is not. */
function missing() {
  const installed = packagesIn('node_modules/.package-lock.json')
  if (installed === undefined) return 'none are installed'
  for (const [place, wanted] of Object.entries(packagesIn('package-lock.json'))) {
    const isForAnotherPlatform = wanted.optional && installed[place] === undefined
    if (place === '' || isForAnotherPlatform) continue
    if (installed[place]?.version !== wanted.version) return `${place} is not the version of the lock`
    if (!existsSync(join(root, place))) return `${place} is gone`
  }
  return undefined
}

function packagesIn(lock) {
  const file = join(root, lock)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

// npm tells its scripts where it lives. Without npm around us, the one on the PATH has to do.
function npm(args) {
  const itself = process.env.npm_execpath
  if (itself?.endsWith('.js')) return run(process.execPath, [itself, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}
