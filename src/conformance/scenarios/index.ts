import { answeredAtOnce } from './answeredAtOnce.ts'
import { answeredLater } from './answeredLater.ts'
import { failover } from './failover.ts'
import type { Scenario } from './scenario.ts'

export const scenarios: readonly Scenario[] = [...answeredAtOnce, ...answeredLater, ...failover]
