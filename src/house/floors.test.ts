import { expect, test } from 'vitest'
import { forbiddenEdges, paidDebts, pastTheDoor, type Table } from './floors.ts'

const table: Table = {
  'src/engine': { floors: [] },
  'src/app': { floors: ['src/engine'], packages: ['zustand/vanilla', 'node:'] },
  'src/ui': {
    floors: ['src/app', 'types: src/engine', 'lazy: src/dev @src/ui/App.tsx'],
    packages: ['react', 'zustand @src/ui/useApp.ts'],
  },
  'src/dev': { floors: ['src/ui'] },
}

const findings = (path: string, text: string) => forbiddenEdges([{ path, text }], table)

test('an import up the house is found and printed', () => {
  expect(findings('src/engine/a.ts', "\nimport { b } from '../app/b.ts'")).toEqual([
    'src/engine/a.ts:2 imports src/app/b.ts',
  ])
})

test('an import down the house, and one on the same floor, are well', () => {
  expect(findings('src/app/a.ts', "import { b } from '../engine/b.ts'\nimport { c } from './deep/c.ts'")).toEqual([])
})

test('ui may know the types of the engine and not its functions', () => {
  expect(findings('src/ui/a.tsx', "import type { World } from '../engine/index.ts'")).toEqual([])
  expect(findings('src/ui/a.tsx', "import { run } from '../engine/index.ts'")).toHaveLength(1)
  expect(findings('src/ui/a.tsx', "import { type World } from '../engine/index.ts'")).toHaveLength(1)
})

test('a package must be in the table, and one part of it does not open the others', () => {
  expect(findings('src/engine/a.ts', "import { pie } from 'd3-shape'")).toHaveLength(1)
  expect(findings('src/app/a.ts', "import { createStore } from 'zustand/vanilla'")).toEqual([])
  expect(findings('src/app/a.ts', "import { create } from 'zustand'")).toHaveLength(1)
  expect(findings('src/app/a.ts', "import { join } from 'node:path'")).toEqual([])
})

test('what one file may import, its neighbours may not', () => {
  expect(findings('src/ui/useApp.ts', "import { useStore } from 'zustand'")).toEqual([])
  expect(findings('src/ui/Lane.tsx', "import { useStore } from 'zustand'")).toHaveLength(1)
})

test('dev is loaded later, and only by App', () => {
  expect(findings('src/ui/App.tsx', "const Dev = lazy(() => import('../dev/index.tsx'))")).toEqual([])
  expect(findings('src/ui/App.tsx', "import { Dev } from '../dev/index.tsx'")).toHaveLength(1)
  expect(findings('src/ui/Lane.tsx', "const Dev = lazy(() => import('../dev/index.tsx'))")).toHaveLength(1)
})

test('a file on no floor may import nothing', () => {
  expect(findings('src/somewhere/a.ts', "import { b } from '../engine/b.ts'")).toHaveLength(1)
})

test('a debt lets its edge through, and is asked for when the edge is gone', () => {
  const source = { path: 'src/engine/a.ts', text: "import { b } from '../app/b.ts'" }
  const debt = { from: 'src/engine/a.ts', to: 'src/app/b.ts', reason: 'for this test' }
  expect(forbiddenEdges([source], table, [debt])).toEqual([])
  expect(paidDebts([source], [debt])).toEqual([])
  expect(paidDebts([{ ...source, text: '' }], [debt])).toEqual([debt])
})

test('a room of the engine is entered by its door', () => {
  const source = { path: 'src/app/a.ts', text: "import { x } from '../engine/core/x.ts'" }
  expect(pastTheDoor([source], 'src/engine/', 'src/engine/index.ts')).toHaveLength(1)
})
