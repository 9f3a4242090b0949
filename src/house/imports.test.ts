import { expect, test } from 'vitest'
import { edges } from './imports.ts'

const read = (text: string) => edges({ path: 'src/app/link.ts', text })

test('an import is read with its line and as a path from the root', () => {
  expect(read("import { a } from './codec.ts'\nimport { b } from '../engine/index.ts'")).toMatchObject([
    { line: 1, to: 'src/app/codec.ts', kind: 'file' },
    { line: 2, to: 'src/engine/index.ts', kind: 'file' },
  ])
})

test('a list of names may be broken over lines', () => {
  expect(read("import {\n  a,\n  type B,\n} from 'valibot'")).toMatchObject([
    { to: 'valibot', kind: 'package', isType: false },
  ])
})

test('re-exports and imports for their effect are imports', () => {
  expect(read("export * from './a.ts'\nexport { b } from './b.ts'\nimport './c.css'").map(({ to }) => to)).toEqual([
    'src/app/a.ts',
    'src/app/b.ts',
    'src/app/c.css',
  ])
})

test('types are told apart: nothing of them is left when the program runs', () => {
  const [first, second, third] = read(
    "import type { A } from 'a'\nexport type { B } from 'b'\nimport { type C } from 'c'",
  )
  expect([first?.isType, second?.isType, third?.isType]).toEqual([true, true, false])
})

test('what is loaded later is told apart', () => {
  expect(read("const page = await import('../dev/gallery.tsx')")).toMatchObject([
    { to: 'src/dev/gallery.tsx', isLazy: true },
  ])
  expect(read("new Worker(new URL('./worker.ts', import.meta.url))")).toMatchObject([{ to: 'src/app/worker.ts' }])
})

test('a suffix for the bundler is not part of the path', () => {
  expect(read("import W from './worker.ts?worker'")).toMatchObject([{ to: 'src/app/worker.ts' }])
})

test('an import in a comment is none', () => {
  expect(read("// import { a } from 'a'\n/* import 'b' */")).toEqual([])
})

test('an export that imports nothing is none', () => {
  expect(read("export const from = 'react'\nexport function a() { return 'from' }")).toEqual([])
})
