import { expect, test } from 'vitest'
import { proseOutsideWords } from './prose.ts'

const findings = (text: string) => proseOutsideWords([{ path: 'src/ui/Part.tsx', text }])

test('a sentence between tags is found with its line', () => {
  expect(findings('const A = () => (\n  <p>Nothing is lost</p>\n)')).toEqual([
    'src/ui/Part.tsx:2 says “Nothing is lost”',
  ])
})

test.each([
  ['text beside an expression', 'return <p>{count} copies</p>'],
  ['text in a fragment', 'return <>lost</>'],
  ['text with an apostrophe', "return <p>Don't</p>"],
  ['a string in braces', "return <p>{'lost'}</p>"],
  ['a template in braces', 'return <p>{`lost`}</p>'],
  ['a label', 'return <button aria-label="Lose it" />'],
  ['a label in braces', "return <button aria-label={'Lose it'} />"],
  ['a title', 'return <b title="why">{x}</b>'],
  ['a placeholder', 'return <input placeholder="time" />'],
  ['a choice of sentences', "return <p>{isLost ? 'It is lost' : words.kept}</p>"],
  ['a sentence in a template', 'const text = `Broker ${n} is out`'],
  ['text inside an expression', 'return <ul>{list.map((x) => <li key={x}>lost</li>)}</ul>'],
  ['text behind an arrow in an attribute', 'return <b onClick={() => a > 1}>lost</b>'],
  ['text behind an attribute with braces', 'return <b style={{ a: 1 }} {...rest}>lost</b>'],
])('%s is found', (_, text) => {
  expect(findings(text)).toHaveLength(1)
})

test.each([
  ['words from words', 'return <p title={words.why}>{words.lost(count)}</p>'],
  ['signs', 'return <p>· × › {a} → 1.5 &nbsp;</p>'],
  ['class names and keys', 'return <p className="cell cell--open" id="a" role="img" data-name="HW" />'],
  [
    'comparisons and types',
    'const a = useState<string>(b)\nconst c = (d < e && f > g) ? useRef<Map<string, A>>(h) : 1',
  ],
  ['paths of drawings', 'return <path d={`M ${x} ${y} L ${z} 0`} />'],
  ['generic functions', 'const a = <T,>(b: T) => b\nconst c = <T extends B>(d: T) => d'],
  ['comments', '// Nothing is lost\nreturn <p>{/* Nothing is lost */}</p>'],
  ['what an error says', "throw new Error('No root to mount on')"],
])('%s are no findings', (_, text) => {
  expect(findings(text)).toEqual([])
})

test('words may hold sentences', () => {
  expect(proseOutsideWords([{ path: 'src/words/en/ui.ts', text: "export const lost = 'It is lost'" }])).toEqual([])
})
