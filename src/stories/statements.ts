/**
 * What the product exists to teach: each statement with the story that shows it and the facts in which it shows, or with
 * what it waits for. A test runs the stories and asks for the facts, so that no statement is covered in name only, and
 * none is forgotten.
 */
import { on } from './anchor.ts'
import { before, copies, delivered, effects, happens, log, lost, never, sequence, told } from './fact.ts'
import { by, later, type Statement, shown } from './statement.ts'

const tryTwo = on('batch-sent', 'C', 2)
/** The two truths behind one and the same silence. */
const sameSilence = [
  by('no-answer-ack-lost', told('A', 'unknown'), copies('A', 1)),
  by('no-answer-request-lost', told('A', 'unknown'), copies('A', 0)),
]

/** By the numbers of the list of what must be teachable. */
export const statements: Readonly<Record<string, Statement>> = {
  '0.1': shown('no message is sent exactly once over an unreliable network in general', ...sameSilence),
  '0.2': shown(
    'acks=0: no waiting, no retry, at most once',
    by('acks-0-loss', copies('C', 0), never(tryTwo), never(on('batch-acked')), never(on('batch-failed'))),
  ),
  '0.3': shown(
    'acks=all waits for all in-sync replicas',
    by(
      'no-fault',
      before(on('batch-replicated', 'A', 'broker-2'), on('batch-acked', 'A')),
      before(on('batch-replicated', 'A', 'broker-3'), on('batch-acked', 'A')),
    ),
    by('acks-1-before-replication', before(on('produce-answered', 'A'), on('batch-replicated', 'A'))),
  ),
  '0.4': shown(
    'acked means replicated, under reasonable assumptions',
    by('leader-dies-acks-all', lost(), copies('C', 1), told('C', 'acked')),
    by('acked-then-lost-with-the-leader', lost('C')),
    by('two-must-say-yes', lost(), told('A', 'acked'), told('B', 'acked'), log('A', 'B')),
  ),
  '0.5': shown(
    'min.insync.replicas=2 avoids an ack by one survivor',
    by('last-disk-lost-min-isr-1', before(on('isr-changed'), on('batch-acked', 'B')), lost('A', 'B')),
    by('two-must-say-yes', before(on('batch-replicated', 'B', 'broker-3'), on('batch-acked', 'B')), lost()),
    by('too-few-replicas', never(on('batch-acked')), told('A', 'not written'), lost()),
  ),
  '0.6': shown(
    'failed ack, retry, duplicate',
    by('lost-ack-without-idempotence', before(on('message-lost', 'C'), tryTwo), copies('C', 2)),
  ),
  '0.7': shown(
    'acks=all, min.insync.replicas=2 and idempotence: written exactly once by a running session',
    by('lost-ack', happens(tryTwo, 'ever'), copies('C', 1), log('A', 'B', 'C', 'D')),
    by('producer-restart', copies('C', 2)),
  ),
  '0.8': shown(
    'a sequence number per record, from 0',
    by('no-fault', ...['A', 'B', 'C'].map((record, number) => sequence(on('batch-sent', record), number))),
  ),
  '0.9': shown(
    'a gap is detected, the later record is refused, both are sent again',
    by(
      'refused-once',
      before(on('batch-refused', 'C'), on('batch-sent', 'B', 2)),
      before(on('batch-sent', 'B', 2), tryTwo),
      log('A', 'B', 'C'),
    ),
  ),
  '0.10': shown(
    'in order, and acked after replication',
    by('no-fault', log('A', 'B', 'C'), before(on('batch-replicated', 'C', 'broker-3'), on('batch-acked', 'C'))),
  ),
  '0.11': shown(
    'a lost ack, a retry, and the duplicate is dropped and acked',
    by('lost-ack', before(on('duplicate-recognised', 'C'), on('batch-acked', 'C')), copies('C', 1)),
  ),
  '0.12': shown(
    'the promise ends with the producer or with delivery.timeout.ms',
    by('producer-restart', copies('C', 2)),
    by('delivery-timeout', happens(on('batch-failed', 'C'), 1), copies('C', 1)),
  ),
  '0.13': later('transactions', 'not end to end: read, process, write needs transactions'),
  '1.1': shown(
    'three semantics, and what the producer does is not enough: the consumer has its part',
    by('commit-before', copies('B', 1), effects('B', 0)),
    by('commit-after', copies('B', 1), effects('B', 2)),
    by('idempotent-consumer', copies('B', 2), effects('B', 1)),
  ),
  '1.2': shown(
    'commit after processing, a crash between: duplicates',
    by('commit-after', before(on('effect-happened', 'B'), on('node-crashed')), effects('B', 2), effects('A', 1)),
    by('commit-before', effects('B', 0), effects('C', 1)),
    by('auto-commit', effects('A', 2), effects('C', 2)),
    by('commit-fails', effects('B', 2)),
    by('commit-answer-lost', happens(on('commit-failed'), 1), effects('B', 1)),
  ),
  '1.3': later('transactions', 'idempotent production and a transactional commit close the window'),
  '1.4': shown(
    'producer id, rising sequence per partition, the broker drops what it has',
    by(
      'lost-ack',
      sequence(on('batch-sent', 'C'), 2),
      sequence(tryTwo, 2),
      happens(on('duplicate-recognised', 'C'), 1),
    ),
  ),
  '1.5': later('transactions', 'transactional.id: read, process, write and commit as one'),
  '1.6': later('what it costs', 'the cost is latency'),
  '1.7': shown(
    'an idempotent consumer: the same practical outcome',
    by('idempotent-consumer', copies('B', 2), effects('A', 1), effects('B', 1), effects('C', 1)),
  ),
  '1.8': shown(
    'the network cuts off a part of the cluster',
    by('leader-cut-off-and-back', happens(on('cut-began', 'broker-1'), 1), lost('C', 'D')),
  ),
  '2.1': shown('message lost or ack lost look the same', ...sameSilence),
  '2.2': shown(
    'a retry risks a duplicate, no retry risks a loss',
    by('no-answer-request-lost', copies('A', 0), never(on('batch-sent', 'A', 2))),
    by('lost-ack-without-idempotence', copies('C', 2)),
  ),
  '2.3': shown('at most once fits telemetry, frames, typing', by('frame-lost', effects('C', 0), effects('E', 1))),
  '2.4': later('other systems', 'at least once is the default of Kafka, SQS, RabbitMQ, Pub/Sub'),
  '2.5': shown(
    'a consumer that is not idempotent: charged twice',
    by('charged-twice', effects('C', 2), effects('D', 1)),
    by('commit-after', effects('B', 2), effects('C', 1)),
    by('effect-reply-lost', copies('B', 1), effects('B', 2)),
    by('call-arrives-twice', happens(on('effect-called', 'A'), 1), effects('A', 2)),
  ),
  '2.6': shown('Two Generals', ...sameSilence),
  '2.7': shown(
    'effectively once: delivered often, one effect',
    by('idempotent-consumer', delivered('B', 2), effects('B', 1), happens(on('effect-skipped', 'B'), 1)),
  ),
  '2.8': shown(
    'the dedup window is bounded',
    by('idempotent-consumer', effects('B', 1)),
    by('dedup-window', before(on('node-crashed'), on('effect-happened', 'B', 2)), effects('B', 2)),
  ),
  '2.9': shown(
    'idempotent processing: upsert, conditional write, fencing',
    by('upsert', happens(on('effect-called', 'B'), 2), effects('B', 1)),
    by('conditional-write', happens(on('effect-called', 'B'), 2), effects('B', 1)),
  ),
  '2.10': shown(
    'the idempotent producer’s broker refuses written sequences',
    by('lost-ack', happens(on('batch-appended', 'C', 'broker-1'), 1), happens(on('duplicate-recognised', 'C'), 1)),
  ),
  '2.11': later('transactions', 'a transaction over partitions and offsets, all or none'),
  '2.12': later('transactions', 'read_committed skips aborted records'),
  '2.13': shown(
    'effects outside Kafka need idempotency or an outbox',
    by('effect-reply-lost', copies('B', 1), effects('B', 2)),
    by('upsert', copies('B', 1), effects('B', 1)),
  ),
  '2.14': later('the matrix of contracts', 'choosing a contract'),
  '2.15': shown(
    'at least once and an idempotent consumer',
    by('idempotent-consumer', log('A', 'B', 'B', 'C'), effects('A', 1), effects('B', 1), effects('C', 1)),
  ),
  '2.16': later('lessons', 'further reading'),
  '2.17': shown(
    'conditional write and fencing make repeats harmless',
    by('conditional-write', happens(on('effect-called', 'B'), 2), effects('B', 1)),
  ),
  '2.18': shown('losing a frame is fine', by('frame-lost', effects('C', 0), effects('D', 1), never(tryTwo))),
  '3.1': later('the matrix of contracts', 'guarantee, how it fails, use case'),
  '3.2': later('the code pane', 'Python configuration'),
  '3.3': later('transactions', 'a transactional Java producer over three topics'),
  '3.4': later('transactions', 'without read_committed aborted messages are seen'),
  '3.5': shown(
    'the row is written, the offset commit fails: again',
    by('commit-fails', before(on('effect-happened', 'B'), on('commit-failed')), effects('B', 2)),
  ),
  '3.6': later('challenges', 'practice'),
  '3.7': later('challenges', 'introduce a bug, fix it, compare'),
  '3.8': shown(
    'little reason not to turn idempotence on',
    by('lost-ack', copies('C', 1)),
    by('lost-ack-without-idempotence', copies('C', 2)),
  ),
}
