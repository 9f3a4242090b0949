import { describe, expect, test } from 'vitest'
import { answer } from './answer.ts'
import { faultOf } from './options.ts'

const lostAck = ['--records', '4', '--await-each', '--fault', 'silent~ProduceResponse[C] broker-1>producer-1 #1']

describe('the command line', () => {
  test('says how a run ends', () => {
    expect(
      answer(['verdict', '--producer', 'acks=0', '--fault', 'break~Produce[C] producer-1>broker-1 #1']).out,
    ).toContain('This run ends: 1 missing')
    expect(answer(['run', ...lostAck]).out).toContain('exactly once')
  })
  test('turns one setting and gets the second copy', () => {
    expect(answer(['verdict', ...lostAck, '--producer', 'enable.idempotence=false']).out).toContain(
      'This run ends: 1 twice',
    )
  })
  test('prints a story as a log book, as data and as a picture', () => {
    expect(answer(['trace', '--story', 'lost-ack']).out).toMatch(/hash {2}[0-9a-f]{8}\n$/)
    expect(JSON.parse(answer(['trace', '--story', 'lost-ack', '--json']).out).length).toBeGreaterThan(20)
    const picture = answer(['trace', '--story', 'lost-ack', '--svg', '--theme', 'dark']).out
    expect(picture).toMatch(/^<svg /)
    expect(picture).toContain('#13161C')
    expect(answer(['trace', '--story', 'lost-ack', '--svg', '--theme', 'dark']).out).toBe(picture)
  })
  test('takes a fault of a node at a time', () => {
    expect(faultOf('crash~producer-1@40~down=1000')).toEqual({
      kind: 'crash',
      aim: { at: 40 },
      node: 'producer-1',
      down: 1000,
    })
    expect(answer(['run', '--fault', 'crash~producer-1@40~down=1000']).code).toBe(0)
  })
  test.each([
    [['fly'], 'There is no command fly.'],
    [['run', '--fast'], 'There is no option --fast.'],
    [['run', '--records', 'many'], '--records cannot be many.'],
    [['run', '--records'], '--records cannot be .'],
    [['run', '--story', 'nobody'], 'There is no story nobody.'],
    [['run', '--fault', 'eaten~Produce[A] producer-1>broker-1 #1'], 'The fault eaten~'],
  ])('%j does not parse, and says why', (args, problem) => {
    const { out, error, code } = answer(args)
    expect([out, code]).toEqual(['', 2])
    expect(error).toContain(problem)
  })
  test('a fault that never strikes is a problem of the run', () => {
    const { out, code } = answer([
      'run',
      '--producer',
      'acks=0',
      '--fault',
      'silent~ProduceResponse[C] broker-1>producer-1 #1',
    ])
    expect(code).toBe(1)
    expect(out).toContain('acks')
  })
  test('settings that Kafka refuses are told in its own words', () => {
    const { out, code } = answer(['run', '--producer', 'acks=0', '--producer', 'enable.idempotence=true'])
    expect(code).toBe(1)
    expect(out).toContain('Must set acks to all')
  })
  test.each(['run', 'verdict', 'trace'])('%s of a refused setup still draws', (command) => {
    expect(answer([command, '--svg', '--producer', 'acks=0', '--producer', 'enable.idempotence=true']).out).toMatch(
      /^<svg /,
    )
  })
})
