import { answeredAtOnce } from './answeredAtOnce.ts'
import { answeredLater } from './answeredLater.ts'
import type { Scenario } from './scenario.ts'

export const scenarios: readonly Scenario[] = [...answeredAtOnce, ...answeredLater]
