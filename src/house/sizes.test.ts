import { expect, test } from 'vitest'
import { fileSizes, functionSizes, functions, ratchet } from './sizes.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  step(${index})`).join('\n')

test.each([
  ['a function', `export function long(a: number): Promise<void> {\n${lines(58)}\n}`],
  ['an arrow', `export const long = (a: number) => {\n${lines(58)}\n}`],
  ['an arrow that answers with brackets', `const long = (): Node => (\n${lines(58)}\n)`],
  ['a function with its parameters on lines', `function long(\n  a: number,\n): void {\n${lines(56)}\n}`],
  ['a method', `class A {\n  long(a: number): void {\n${lines(58)}\n  }\n}`],
])('the length of %s counts its header and its last line', (_, text) => {
  expect(functions(text)).toEqual([{ name: 'long', lines: 60 }])
})

test('branches and loops are not functions', () => {
  expect(
    functions(`if (a) {\n${lines(60)}\n}\nfor (const a of b) {\n}\nswitch (c) {\n}\ntry {\n} catch (d) {\n}`),
  ).toEqual([])
})

test('braces in strings and comments do not count', () => {
  const text = "function short() {\n  const a = '{'\n  // }\n  const b = `}${c}{`\n}\nfunction next() {\n}"
  expect(functions(text)).toEqual([
    { name: 'short', lines: 5 },
    { name: 'next', lines: 2 },
  ])
})

test('a table is not a function', () => {
  expect(functions(`const table = {\n${lines(60)}\n}`)).toEqual([])
})

test('sizes are taken of what is written by hand, and not of tests', () => {
  const source = (path: string) => ({ path, text: 'const a = 1\n' })
  const sizes = fileSizes(['src/a.ts', 'src/a.test.ts', 'src/a.css', 'e2e/a.spec.ts', 'scripts/a.mjs'].map(source))
  expect([...sizes]).toEqual([
    ['src/a.ts', 1],
    ['scripts/a.mjs', 1],
  ])
})

test('a function is known by its file and name', () => {
  expect([...functionSizes([{ path: 'src/a.ts', text: 'function f() {\n}' }])]).toEqual([['src/a.ts f', 2]])
})

test('new code meets the aim', () => {
  expect(ratchet(new Map([['a', 10]]), 10, {})).toEqual([])
  expect(ratchet(new Map([['a', 11]]), 10, {})).toEqual(['a has 11 lines, the aim is 10'])
})

test('what is past the aim may stay, and not grow', () => {
  expect(ratchet(new Map([['a', 20]]), 10, { a: 20 })).toEqual([])
  expect(ratchet(new Map([['a', 21]]), 10, { a: 20 })).toEqual(['a grew from 20 lines to 21'])
})

test('what shrank is written down, so that it cannot grow back', () => {
  expect(ratchet(new Map([['a', 15]]), 10, { a: 20 })).toEqual(['a shrank from 20 lines to 15: say so in the list'])
  expect(ratchet(new Map([['a', 9]]), 10, { a: 20 })).toEqual(['a is within the aim now: strike it off the list'])
  expect(ratchet(new Map(), 10, { a: 20 })).toEqual(['a is gone: strike it off the list'])
})
