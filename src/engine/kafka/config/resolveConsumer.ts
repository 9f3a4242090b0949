import { type ConsumerConfig, consumerTable } from './consumer.ts'
import { checkConsumer } from './consumerChecks.ts'
import { isLeftOutOfConsumer } from './leftOut.ts'
import { parseTable } from './parse.ts'
import type { QuietChange, Refusal, Resolved, WayOut, WayOutId } from './problem.ts'
import { duplicatesDropped, settleBackoffs, unknownKeys } from './quiet.ts'
import { refused, resolveWith, type Settled } from './resolve.ts'
import { type Explicit, isSetByHand } from './setting.ts'
import { waysOutOfValue } from './waysOut.ts'

/** Without a group there is nowhere to commit to, so a defaulted auto commit is off, without a word in the log. */
const autoCommitOff: QuietChange = {
  change: 'auto-commit-off',
  key: 'enable.auto.commit',
  from: 'true',
  to: 'false',
  because: [],
  log: null,
}

const settle = (explicit: Explicit): Settled<ConsumerConfig> => {
  const values = parseTable(consumerTable, explicit)
  if (!values.ok) return values
  // The table says what each key parses to; TypeScript cannot follow that through a loop over keys.
  const backoffs = settleBackoffs(values.value as ConsumerConfig, explicit)
  const refusal = checkConsumer(backoffs.config, explicit)
  if (refusal !== null) return refused(refusal)
  const { config } = backoffs
  const noGroup = config['group.id'] === null && !isSetByHand(explicit, 'enable.auto.commit')
  return {
    ok: true,
    config: {
      ...config,
      'enable.auto.commit': config['enable.auto.commit'] && !noGroup,
      'client.id': config['client.id'] || `consumer-${config['group.id']}-${config['group.instance.id'] ?? 1}`,
    },
    quiet: [
      ...backoffs.quiet,
      ...(noGroup ? [autoCommitOff] : []),
      ...duplicatesDropped(consumerTable, explicit),
      ...unknownKeys(consumerTable, isLeftOutOfConsumer, explicit),
    ],
  }
}

const way = (id: WayOutId, set: Explicit, ...unset: string[]): WayOut => ({ id, set, unset })

const waysOut = (refusal: Refusal, explicit: Explicit): readonly WayOut[] => {
  switch (refusal.cause) {
    case 'auto-commit-without-group':
      return [way('give-a-group', { 'group.id': 'group-1' }), way('auto-commit-off', {}, 'enable.auto.commit')]
    case 'settings-not-for-this-group-protocol': {
      const given = refusal.keys.filter((key) => key !== 'group.protocol')
      const isClassic = given.includes('group.remote.assignor')
      return [
        way('drop-the-setting', {}, ...given),
        isClassic
          ? way('protocol-consumer', { 'group.protocol': 'consumer' })
          : way('protocol-classic', {}, 'group.protocol'),
      ]
    }
    case 'blank-group':
      return [way('give-a-group', { 'group.id': 'group-1' })]
    case 'bad-group-instance-id':
    case 'class-not-found':
      return [way('drop-the-setting', {}, ...refusal.keys)]
    case 'heartbeat-not-below-session-timeout':
      return [way('session-timeout-to-default', {}, ...refusal.keys)]
    default:
      return waysOutOfValue(consumerTable, refusal, explicit)
  }
}

/** What a consumer of Kafka 4.3.1 makes of the settings a person wrote (clients.md 1.2, 1.5, 1.6). */
export const resolveConsumerConfig = (explicit: Explicit): Resolved<ConsumerConfig> =>
  resolveWith(explicit, settle, waysOut)
