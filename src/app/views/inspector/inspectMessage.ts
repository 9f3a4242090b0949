import type { Body, PendingName } from '../../../engine/index.ts'
import { loudestOf, type Timed } from '../../../timeline/index.ts'
import { inspectorWords as words } from '../../../words/en/inspector.ts'
import { atTime, capital, messageNamed } from '../../../words/index.ts'
import { followsOf, type Journey, noticedAfter, whyIn } from './causality.ts'
import {
  asJson,
  codeFact,
  type Did,
  didOf,
  type Fact,
  fact,
  type Inspected,
  isTellable,
  type Looking,
  namesIn,
  originOf,
  stampFacts,
  told,
} from './inspected.ts'

const { labels } = words

/** What says no more than that the message leaves. */
const isLeaving = ({ event }: Timed): boolean =>
  ['batch-sent', 'batch-counted-as-sent', 'effect-called', 'produce-answered', 'fetch-answered'].includes(event.kind)

/** What is written in it; with several partitions, one after the other. */
const contents = (body: Body): readonly Fact[] => {
  switch (body.api) {
    case 'Produce':
      return [
        codeFact(labels.acks, body.acks === -1 ? 'all' : body.acks),
        fact(labels.size, words.bytes(body.batches.reduce((sum, batch) => sum + batch.bytes, 0))),
        ...body.batches.flatMap((batch) => [
          codeFact(labels.partition, batch.partition),
          ...stampFacts(batch.stamp, batch.records.length),
        ]),
      ]
    case 'ProduceResponse':
      return body.results.flatMap((result) => [
        codeFact(labels.partition, result.partition),
        codeFact(labels.error, result.error),
        codeFact(labels.offset, result.baseOffset),
      ])
    case 'Fetch':
      return body.partitions.flatMap((part) => [
        codeFact(labels.partition, part.partition),
        codeFact(labels.fetches, part.fetchOffset),
      ])
    case 'FetchResponse':
      return body.partitions.flatMap((part) => [
        codeFact(labels.partition, part.partition),
        ...(part.error === 'NONE' ? [] : [codeFact(labels.error, part.error)]),
        fact(labels.size, words.records(part.batches.reduce((sum, batch) => sum + batch.records.length, 0))),
        codeFact(labels.highWatermark, part.highWatermark),
      ])
    default:
      return 'error' in body ? [codeFact(labels.error, body.error)] : []
  }
}

/** As much of its journey as may be told. */
const tellable = (looking: Looking, journey: Journey): Journey => {
  const upTo = <T extends Timed>(timed: T | null): T | null =>
    timed !== null && isTellable(looking, timed.moment) ? timed : null
  return { sent: journey.sent, landed: upTo(journey.landed), late: upTo(journey.late), lost: upTo(journey.lost) }
}

const arrival = (looking: Looking, { sent, landed, lost }: Journey): string => {
  const lands = landed?.moment ?? { at: sent.event.lands, tie: 0 }
  if (lost !== null && isTellable(looking, lost.moment)) return words.lost(lost.moment.at)
  if (!isTellable(looking, lands)) return words.inTheAir
  return atTime(lands.at)
}

/** What the receiver did, or how it was lost. */
const ending = ({ of }: Looking, { landed, lost }: Journey): Timed | null => {
  if (lost !== null) return lost
  if (landed === null) return null
  return loudestOf(of.byStep.get(landed.step) ?? []) ?? landed
}

const attemptOf = (looking: Looking, name: PendingName): number =>
  looking.of.timeline.sent.find((one) => one.name === name)?.attempt ?? 1

/** A message: what it carries, what became of it and why, and what came of that. */
export const inspectMessage = (looking: Looking, name: PendingName): Inspected | null => {
  const { of } = looking
  const journey = of.journeys.get(name)
  if (journey === undefined || !isTellable(looking, journey.sent.moment)) return null
  const known = tellable(looking, journey)
  const { sent, landed, late, lost } = known
  const { message } = sent.event
  const names = namesIn(looking)
  const end = ending(looking, known)
  const did: Did | null = end === null ? null : didOf(of.timeline.trace, end)
  return {
    id: `message ${name}`,
    kind: 'message',
    title: capital(messageNamed(name, names)),
    facts: [
      fact(labels.what, words.tried(words.apis[message.body.api] ?? message.body.api, attemptOf(looking, name))),
      fact(labels.way, words.way(names.actor(message.from), names.actor(message.to))),
      fact(labels.sent, atTime(message.sentAt)),
      fact(labels.arrives, arrival(looking, known)),
      ...(late === null ? [] : [fact(labels.late, words.late(late.event.by))]),
      ...contents(message.body),
      ...(message.connection === null ? [] : [codeFact(labels.connection, message.connection)]),
    ],
    did,
    causes: told(
      looking,
      whyIn(of, sent.step, (timed) => !isLeaving(timed)),
    ),
    noCause: originOf(of, sent.step),
    consequences:
      end === null
        ? []
        : told(looking, lost === null ? followsOf(of, end.step, end) : noticedAfter(of, end.step, message.connection)),
    json: asJson({
      message,
      lands: landed?.moment.at ?? null,
      lost: lost === null ? null : { at: lost.moment.at, cause: lost.event.cause },
      late: late === null ? null : late.event.by,
      did: did?.text ?? null,
      rule: did?.rule ?? null,
    }),
  }
}
