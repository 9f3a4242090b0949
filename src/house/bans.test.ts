import { expect, test } from 'vitest'
import { banned, namelessFolders } from './bans.ts'

const inEngine = (text: string) => banned([{ path: 'src/engine/core/a.ts', text }])
const inUi = (text: string) => banned([{ path: 'src/ui/a.tsx', text }])

test.each([
  ['chance', 'const x = Math.random()'],
  ['the date', 'const now = new Date()'],
  ['the time of day', 'const now = Date.now()'],
  ['a timer', 'setTimeout(f, 1)'],
  ['an interval', 'setInterval(f, 1)'],
  ['a clock', 'const t = performance.now()'],
  ['chance inside a template', 'const x = `${Math.random()}`'],
])('the engine may not use %s', (_, text) => {
  expect(inEngine(text)).toHaveLength(1)
})

test('a finding names file, line and reason', () => {
  expect(inEngine('const a = 1\nconst b = Math.random()')).toEqual([
    'src/engine/core/a.ts:2 has Math.random: chance is a choice of the explorer',
  ])
})

test('words about a banned thing are not the thing', () => {
  expect(inEngine("// no Date, no Math.random()\nconst a = 'setTimeout'\nconst b = /Date/\nconst upDate = 1")).toEqual(
    [],
  )
})

test('the page may use a clock', () => {
  expect(inUi('const t = performance.now()')).toEqual([])
})

test.each(['const a: any = 1', 'f(a as any)', 'type A = Array<any>', 'let b: any[] = []', 'type C = string | any'])(
  'any is found: %s',
  (text) => {
    expect(inUi(text)).toHaveLength(1)
  },
)

test.each(['a!.b', 'f(a!)', 'const b = list[0]!', 'g()!.x'])('a non-null ! is found: %s', (text) => {
  expect(inUi(text)).toHaveLength(1)
})

test.each(['if (a !== b) c()', 'if (!a) b()', 'const any = 1', 'f(any)', 'a != b', '!!a', "say('wow!')"])(
  'what only looks like it is left alone: %s',
  (text) => {
    expect(inUi(text)).toEqual([])
  },
)

test('tests may be sure of what they know', () => {
  expect(banned([{ path: 'src/engine/a.test.ts', text: 'list[0]!.x as any' }])).toEqual([])
})

test('default exports are for tools that ask for them', () => {
  expect(inUi('export default function App() {}')).toHaveLength(1)
  expect(banned([{ path: 'vite.config.ts', text: 'export default {}' }])).toEqual([])
})

test('a folder must be named after what it holds', () => {
  expect(
    namelessFolders(['src/ui/utils/a.ts', 'src/helpers/b.ts', 'src/ui/common/c.ts', 'src/ui/timeline/d.ts']),
  ).toHaveLength(3)
})

test.each([
  ['.a :is(.b, .c) {', 1],
  ['.a > :is(b:not([c]), d),\n.e {', 1],
  [':is(.a, .b) .c {', 0],
  ['.a .b,\n.a .c {', 0],
])('a browser is told by name which elements a selector is about: %s', (text, count) => {
  expect(banned([{ path: 'src/ui/a.module.css', text: `${text} color: red }` }])).toHaveLength(count)
})
