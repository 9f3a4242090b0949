import { test } from 'vitest'
import { run, labSetup, verdict, eventsOf } from '/tmp/wt3/src/engine/index.ts'
const show = (title: string, setup: any, plan: any) => {
  const t = run(setup, plan)
  console.log('== ' + title + '\n' + t.steps.map((s) => `${s.at} ${s.choice.do === 'fault' ? 'FAULT ' : ''}${s.name} | ` + s.events.map((e: any) => e.kind + (e.records ? '[' + e.records.map((r: any) => r.record) + ']' : '') + (e.error ? ':' + e.error : '') + (e.isr?' isr'+e.isr:'')+(e.leader!==undefined?' L'+e.leader:'')+(e.highWatermark !== undefined ? '=' + e.highWatermark : '') + (e.baseOffset !== undefined ? '@' + e.baseOffset : '')+ (e.kind==='message-sent'?' '+e.message.name+'->'+e.lands:'')).join(', ')).join('\n'))
  console.log(JSON.stringify(verdict(t)), t.problems, t.outcome, t.end.now)
}
test('runs', () => {
  show('d', labSetup({ records: 3 }), [{ kind: 'crash', aim: { before: 'wake[C] broker-1' }, node: 'broker-1', down: 20000, disk: 'kept' }])
  show('d1', labSetup({ records: 3, producer: { acks: '1' } }), [{ kind: 'crash', aim: { before: 'wake[C] broker-1' }, node: 'broker-1', down: 20000, disk: 'kept' }])
})
