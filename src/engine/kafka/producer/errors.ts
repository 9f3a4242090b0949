import type { ErrorCode, ExceptionClass } from '../model/error.ts'

/** RET-02, RET-03: what the client makes of a code: its exception, whether it is retriable, whether it asks for metadata. */
interface ErrorFacts {
  readonly exception: ExceptionClass
  readonly retriable: boolean
  readonly refreshesMetadata: boolean
}

const retriable = (exception: ExceptionClass, refreshesMetadata = false): ErrorFacts => ({ exception, retriable: true, refreshesMetadata })
const final = (exception: ExceptionClass): ErrorFacts => ({ exception, retriable: false, refreshesMetadata: false })

const FACTS: Readonly<Record<Exclude<ErrorCode, 'NONE'>, ErrorFacts>> = {
  NOT_LEADER_OR_FOLLOWER: retriable('NotLeaderOrFollowerException', true),
  LEADER_NOT_AVAILABLE: retriable('LeaderNotAvailableException', true),
  UNKNOWN_TOPIC_OR_PARTITION: retriable('UnknownTopicOrPartitionException', true),
  UNKNOWN_TOPIC_ID: retriable('UnknownTopicIdException', true),
  KAFKA_STORAGE_ERROR: retriable('KafkaStorageException', true),
  FENCED_LEADER_EPOCH: retriable('FencedLeaderEpochException', true),
  NETWORK_EXCEPTION: retriable('NetworkException', true),
  NOT_ENOUGH_REPLICAS: retriable('NotEnoughReplicasException'),
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: retriable('NotEnoughReplicasAfterAppendException'),
  REQUEST_TIMED_OUT: retriable('TimeoutException'),
  CORRUPT_MESSAGE: retriable('CorruptRecordException'),
  UNKNOWN_LEADER_EPOCH: retriable('UnknownLeaderEpochException'),
  COORDINATOR_LOAD_IN_PROGRESS: retriable('CoordinatorLoadInProgressException'),
  MESSAGE_TOO_LARGE: final('RecordTooLargeException'),
  RECORD_LIST_TOO_LARGE: final('RecordBatchTooLargeException'),
  INVALID_RECORD: final('InvalidRecordException'),
  INVALID_REQUIRED_ACKS: final('InvalidRequiredAcksException'),
  TOPIC_AUTHORIZATION_FAILED: final('TopicAuthorizationException'),
  CLUSTER_AUTHORIZATION_FAILED: final('ClusterAuthorizationException'),
  INVALID_TOPIC_EXCEPTION: final('InvalidTopicException'),
  UNSUPPORTED_VERSION: final('UnsupportedVersionException'),
  INVALID_PRODUCER_EPOCH: final('InvalidProducerEpochException'),
  OUT_OF_ORDER_SEQUENCE_NUMBER: final('OutOfOrderSequenceException'),
  DUPLICATE_SEQUENCE_NUMBER: final('DuplicateSequenceException'),
  UNKNOWN_PRODUCER_ID: final('UnknownProducerIdException'),
  OFFSET_OUT_OF_RANGE: final('OffsetOutOfRangeException'),
  INVALID_UPDATE_VERSION: final('ApiException'),
  INVALID_REQUEST: final('ApiException'),
  INELIGIBLE_REPLICA: final('ApiException'),
  NOT_CONTROLLER: final('ApiException'),
  NEW_LEADER_ELECTED: final('ApiException'),
  OFFSET_NOT_AVAILABLE: retriable('ApiException'),
  COORDINATOR_NOT_AVAILABLE: retriable('ApiException'),
  NOT_COORDINATOR: retriable('ApiException'),
}

/** Texts from outside, such as a case's, that are codes or classes this client knows. */
export const isErrorCode = (text: string): text is ErrorCode => text === 'NONE' || Object.hasOwn(FACTS, text)
export const isExceptionClass = (text: string): text is ExceptionClass => text === 'KafkaException' || Object.values(FACTS).some((f) => f.exception === text)

export const errorFacts = (error: Exclude<ErrorCode, 'NONE'>): ErrorFacts => FACTS[error]

/** RET-09: these end the whole idempotent producer, not one batch. */
export const isFatal = (exception: ExceptionClass): boolean => exception === 'ClusterAuthorizationException' || exception === 'UnsupportedVersionException'
