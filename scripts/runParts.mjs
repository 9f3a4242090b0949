// Runs parts in turn, then says what each brought and how long it took. The last line is always `N passed, N failed`.
import { ensureInstalled } from './install.mjs'

export async function runParts(parts) {
  const results = new Map()
  try {
    await ensureInstalled()
    for (const part of parts) results.set(part.name, await timed(part, results))
  } catch (error) {
    console.error(error)
    results.set('install', { passed: 0, failed: 1, took: 0, note: String(error) })
  }
  return summary(parts, results)
}

async function timed(part, before) {
  console.log(`\n── ${part.name} ──`)
  const started = performance.now()
  const result = await part.run(before).catch((error) => ({ passed: 0, failed: 1, note: `crashed: ${error}` }))
  return { ...result, took: (performance.now() - started) / 1000 }
}

function summary(parts, results) {
  console.log('')
  for (const [name, result] of results) console.log(line(name, result, parts.find((part) => part.name === name)?.share))
  const sum = (what) => [...results.values()].reduce((total, result) => total + (result[what] ?? 0), 0)
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

function line(name, { passed, failed, took, note }, share) {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`
  const time = `${took.toFixed(1).padStart(6)} s${share ? ` of ${share} s` : ''}`
  const over = share && took > share ? ', over its share' : ''
  return `${name.padEnd(18)}${counts}  ${time}${over}${note ? `  (${note})` : ''}`
}
