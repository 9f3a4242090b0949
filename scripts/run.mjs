// Running other programs: node's own module runner would do, but every script here wants the same three things.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

// The tools' own entry files, run with the node that runs us: no shell, no PATH, the same on every system.
const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/** Runs one of the project's tools to its end and answers with its exit code. */
export function runTool(name, args, options = {}) {
  return run(process.execPath, [tools[name], ...args], options)
}

/** Starts one of the project's tools and answers with the running process. */
export function startTool(name, args, options = {}) {
  return spawn(process.execPath, [tools[name], ...args], { cwd: root, stdio: 'inherit', ...options })
}

/** Runs a program to its end; 124 when it took longer than `timeout` ms, 127 when it could not be started. */
export function run(program, args, { env = {}, timeout, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, ...options })
    const alarm = timeout && setTimeout(() => child.kill('SIGKILL'), timeout)
    child.on('error', () => resolve(127))
    child.on('close', (code) => {
      clearTimeout(alarm)
      resolve(code ?? 124)
    })
  })
}
