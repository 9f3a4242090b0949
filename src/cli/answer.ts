/** What the command line answers to what was typed. */
import { type KafkaTrace, run } from '../engine/index.ts'
import { stories } from '../stories/index.ts'
import { cliWords } from '../words/en/cli.ts'
import { bench } from './bench.ts'
import { cases } from './cases.ts'
import { conform } from './conform.ts'
import { explore } from './explore.ts'
import { parse, type Wish } from './options.ts'
import { printRun, printTrace, printVerdict } from './print.ts'

const COMMANDS: Readonly<Record<string, (trace: KafkaTrace, wish: Wish) => string>> = {
  run: printRun,
  verdict: printVerdict,
  trace: printTrace,
}
const listed = (): string => `${stories.map((story) => `${story.id.padEnd(34)}${story.title}`).join('\n')}\n`

interface Answer {
  readonly out: string
  readonly error: string
  /** 0: done; 1: the run did not end well formed; 2: what was typed does not parse. */
  readonly code: 0 | 1 | 2
}

export const answer = (args: readonly string[]): Answer => {
  const [command, ...rest] = args
  if (command === undefined || command === '--help' || command === 'help')
    return { out: cliWords.usage, error: '', code: 0 }
  if (command === 'stories') return { out: listed(), error: '', code: 0 }
  if (command === 'cases') return cases(rest)
  if (command === 'conform') return conform(rest)
  if (command === 'explore') return explore(rest)
  if (command === 'bench') return { out: bench(), error: '', code: 0 }
  const print = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  if (print === undefined)
    return { out: '', error: `${cliWords.unknownCommand(command)}\n\n${cliWords.usage}`, code: 2 }
  const parsed = parse(rest)
  if (!parsed.ok) return { out: '', error: `${parsed.problem}\n`, code: 2 }
  const trace = run(parsed.wish.setup, parsed.wish.plan)
  return { out: print(trace, parsed.wish), error: '', code: trace.problems.length > 0 ? 1 : 0 }
}
