import { expect, test } from 'vitest'
import { brokenImports, deadFiles } from './dead.ts'
import { leaked } from './leaks.ts'

const main = { path: 'src/main.tsx', text: "import './ui/App.tsx'" }
const app = { path: 'src/ui/App.tsx', text: '' }

test('a file that nobody imports is dead', () => {
  const sources = [main, app, { path: 'src/ui/Old.tsx', text: '' }, { path: 'src/ui/old.css', text: '' }]
  expect(deadFiles(sources, ['src/main.tsx'])).toEqual(['src/ui/Old.tsx', 'src/ui/old.css'])
})

test('tests live without being imported', () => {
  expect(deadFiles([main, app, { path: 'src/ui/App.test.tsx', text: '' }], ['src/main.tsx'])).toEqual([])
})

test('an import of nothing is found', () => {
  expect(brokenImports([main], new Set(['src/main.tsx']))).toEqual([
    'src/main.tsx:1 imports src/ui/App.tsx, which is not there',
  ])
})

// Put together here, so that the real check does not find them in this file.
const folders = ['home', 'Users', 'root', 'work', 'mnt']
const hosts = ['registry.example.org', 'npm-mirror.example.org/a']

test.each(folders)('a path below /%s is found', (folder) => {
  expect(leaked([{ path: 'a.md', text: `see /${folder}/somebody/project` }])).toHaveLength(1)
})

test.each(hosts)('an address on %s is found', (host) => {
  expect(leaked([{ path: 'a.json', text: `"https:${'//'}${host}"` }])).toHaveLength(1)
})

test('what every machine has is no secret', () => {
  expect(leaked([{ path: 'a.ts', text: "'/usr/bin/chromium' 'src/work/a.ts' '../root/b.ts'" }])).toEqual([])
})
