import { listOffset } from '../../../engine/kafka/broker/listOffsets.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { nullOr, number, objectAt, oneOf, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { producePath } from './producePath.ts'

const newLeader = wholly((f) => ({ logEndOffset: f.need('leo', number), logStartOffset: f.maybe('logStartOffset', number, 0), highWatermark: f.need('hw', number), epochStartOffset: f.need('epochStartOffset', number) }))
const givenLeader = wholly((f) => f.need('newLeader', newLeader))
const question = wholly((f) => ({ which: f.need('listOffsets', oneOf('earliest', 'latest')), reader: f.need('isolation', nullOr(oneOf('read_uncommitted'))) }))

/** What a new leader says of its offsets (LEAD-06); all else is prose-like and has a written scenario, played as a whole run. */
export const failover = (subject: Case): Compared => {
  if (!Object.hasOwn(objectAt(subject.when, 'when'), 'listOffsets')) return producePath(subject)
  const leader = givenLeader(subject.given, 'given')
  const { which, reader } = question(subject.when, 'when')
  const listed = listOffset(leader, leader, which, reader)
  return compare(subject.expected, 'error' in listed ? { outcome: 'error', ...listed } : { outcome: 'ok', ...listed }, 'then')
}
