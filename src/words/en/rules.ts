/** Which rule of the rule book makes an event what it is: the small tag beside its sentence. */
import type { ErrorCode } from '../../engine/index.ts'
import type { AnyEvent, EventKind, EventNamed } from './said.ts'

/** What a rule can depend on beside the event: the acks the producer asks for. */
export interface RuleContext {
  readonly acks: -1 | 0 | 1
}

type Rule<K extends EventKind> = string | null | ((event: EventNamed<K>, context: RuleContext) => string | null)

const REFUSALS: Partial<Record<ErrorCode, string>> = {
  NOT_ENOUGH_REPLICAS: 'ACK-05',
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 'ACK-07',
  NOT_LEADER_OR_FOLLOWER: 'RET-10',
  MESSAGE_TOO_LARGE: 'RET-03',
  INVALID_REQUIRED_ACKS: 'ACK-10',
  INVALID_PRODUCER_EPOCH: 'BLOG-06',
  INVALID_RECORD: 'BLOG-14',
  REQUEST_TIMED_OUT: 'ACK-08',
}

const answerRule = (acks: RuleContext['acks']): string => ({ '-1': 'ACK-05', 0: 'ACK-01', 1: 'ACK-04' })[acks]

const refusal = ({ error, byFault, came, expected }: EventNamed<'batch-refused'>): string | null => {
  if (byFault) return null
  if (error !== 'OUT_OF_ORDER_SEQUENCE_NUMBER') return REFUSALS[error] ?? null
  // In a new epoch numbers begin at 0 (BLOG-07); below what is expected it is a batch too old to be remembered (BLOG-04).
  if (came === undefined || expected === undefined || expected.sequence === null) return 'BLOG-08'
  if (came.producerEpoch > expected.producerEpoch) return 'BLOG-07'
  return came.baseSequence < expected.sequence ? 'BLOG-04' : 'BLOG-08'
}

const failure = ({ exception, everSent }: EventNamed<'batch-failed'>): string | null => {
  if (exception === 'TimeoutException') return everSent ? 'TMO-02' : 'TMO-05'
  return exception === 'RecordTooLargeException' ? 'RET-03' : 'RET-01'
}

const retry = ({ because, error }: EventNamed<'batch-will-be-retried'>): string => {
  if (because === 'timed-out') return 'TMO-08'
  if (because === 'disconnected') return 'FO-01'
  return error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' ? 'RET-05' : 'RET-01'
}

const RULES: { readonly [K in EventKind]: Rule<K> } = {
  'message-sent': null,
  'message-landed': 'NET-01',
  'message-lost': ({ cause }) => (cause === 'silent' || cause === 'broken' ? 'MYTH-12' : null),
  'message-late': 'NET-02',
  'connection-opened': 'TMO-09',
  'connection-refused': 'TMO-09',
  'connection-silent': 'MYTH-12',
  'connection-ended': ({ by }) => ({ client: 'TMO-08', server: 'ACK-03', crash: 'FO-01', fault: 'MYTH-12' })[by],
  'fault-struck': null,
  'node-crashed': ({ node }) => (node.startsWith('producer-') ? 'PID-03' : null),
  'node-restarted': ({ node }) => (node.startsWith('producer-') ? 'PID-03' : null),
  'node-paused': null,
  'node-resumed': null,
  'cut-began': ({ node }) => (node.startsWith('broker-') ? 'LEAD-10' : null),
  'cut-ended': null,
  'record-handed-over': 'ACC-R01',
  'batch-sent': ({ attempt, stamp }) => (attempt === 1 ? 'SEQ-02' : stamp === null ? 'SEQ-06' : 'SEQ-03'),
  'batch-acked': (_, { acks }) => answerRule(acks),
  'batch-counted-as-sent': 'ACK-01',
  'batch-will-be-retried': retry,
  'batch-failed': failure,
  'late-answer-ignored': 'TMO-02',
  'request-timed-out': 'TMO-08',
  'producer-id-received': 'PID-01',
  'epoch-bumped': 'SEQ-08',
  'sequence-unresolved': 'TMO-06',
  'application-sends-again': null,
  'application-gave-up': null,
  'request-waits': 'NET-01',
  'batch-appended': 'BLOG-01',
  'batch-replicated': 'HW-R09',
  'high-watermark-advanced': ({ role }) => (role === 'leader' ? 'HW-R02' : 'HW-R07'),
  'duplicate-recognised': ({ waits }) => (waits ? 'BLOG-05' : 'BLOG-03'),
  'batch-refused': refusal,
  'produce-waits-for-replicas': 'ACK-05',
  'produce-answered': ({ error }, { acks }) => (error === 'NONE' ? answerRule(acks) : (REFUSALS[error] ?? null)),
  'fetch-parked': 'HW-R06',
  'fetch-answered': ({ from }) => (from.startsWith('broker-') ? 'HW-R06' : 'CON-01'),
  'connection-closed-instead': 'ACK-03',
  'isr-change-asked': 'ISR-R05',
  'leadership-taken': 'LEAD-05',
  follows: 'LEAD-07',
  'log-truncated': 'LEAD-07',
  'replica-reloaded': 'HW-R08',
  'disk-lost': 'LEAD-09',
  'broker-stopped': 'KR-02',
  'fell-behind': 'ISR-R03',
  'fetches-again': 'ISR-R04',
  'broker-fenced': 'KR-03',
  'broker-unfenced': 'KR-05',
  'broker-shutting-down': 'KR-02',
  'registration-refused': 'KR-04',
  'leader-elected': ({ unclean, leader }) => (unclean ? 'LEAD-03' : leader === null ? 'LEAD-02' : 'LEAD-01'),
  'isr-changed': 'ISR-R07',
  'isr-change-refused': 'ISR-R06',
  'record-delivered': 'CON-01',
  'position-moved': ({ because }) => (because === 'truncated' ? 'CON-04' : 'CON-03'),
  'reader-failed': ({ exception }) => (exception === 'TimeoutException' ? null : 'CON-03'),
  'position-found': 'CGR-06',
  'commit-sent': ({ because }) => (because === 'auto' ? 'CGR-03' : 'CGR-02'),
  'offset-stored': 'CGR-09',
  'offsets-committed': 'CGR-01',
  'commit-failed': ({ because }) => (because === 'auto' ? 'CGR-03' : null),
  'coordinator-took-over': 'LEAD-05',
  'effect-called': null,
  // A second time under a guard: the window is over.
  'effect-happened': ({ times, guard }) => (times > 1 ? (guard === null ? 'EXT-03' : 'EXT-01') : null),
  'effect-skipped': ({ because }) => (because === 'dedup' ? 'EXT-01' : 'EXT-03'),
  'effect-failed': null,
  'effect-confirmed': ({ outcome }) => (outcome === 'refused' ? 'EXT-03' : null),
  'effect-call-failed': null,
  'effect-in-doubt': null,
}

/** The id of the rule an event follows, such as `BLOG-03`; null where no rule of the book is behind it. */
export const ruleOf = (event: AnyEvent, context: RuleContext): string | null => {
  // Looked up by kind: TypeScript cannot pair an event with the entry of its own kind.
  const rule = RULES[event.kind] as Rule<EventKind>
  return typeof rule === 'function' ? rule(event, context) : rule
}
