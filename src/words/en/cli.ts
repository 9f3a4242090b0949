/** What the command line says. */
export const cliWords = {
  usage: `Delivery Lab on the command line

  node dist/cli.js run      what happened, in short
  node dist/cli.js verdict  what became of each record
  node dist/cli.js trace    every event, a line each; with --svg the picture
  node dist/cli.js stories  the ready runs
  node dist/cli.js bench    how fast it runs here

  --text --json --svg       how it is printed
  --story <id>              a ready run instead of settings
  --records <n>             default 5
  --every <ms>              a record every so many ms, default 12
  --await-each              the application waits for each answer
  --send-again              it sends again what failed
  --reader <effect>         a reader that does this per record: card, e-mail, row, counter, frame, typing
  --partitions <n>          default 1
  --producer <key>=<value>  one of Kafka's producer settings; may be repeated
  --topic <key>=<value>     one of Kafka's topic settings; may be repeated
  --fault <kind>~<where>[~<key>=<value>]
                            where: the name of a message, or <node>@<ms>; may be repeated
  --at <ms>                 where the playhead stands in a picture; default: the end
  --width <px> --height <px> --zoom <px per ms> --theme light|dark --bare
`,
  unknownCommand: (command: string): string => `There is no command ${command}.`,
  unknownOption: (option: string): string => `There is no option ${option}.`,
  badValue: (option: string, value: string): string => `${option} cannot be ${value}.`,
  noStory: (id: string): string => `There is no story ${id}. See: stories`,
  badFault: (text: string, part: string): string => `The fault ${text} does not parse at ${part}.`,
  ends: (text: string): string => `This run ends: ${text}`,
  broken: (promise: string): string => `broken: ${promise}`,
  row: (record: string, belief: string, inLog: number, effects: number | null): string =>
    `${record.padEnd(4)}${belief.padEnd(24)}in the log ${inLog}${effects === null ? '' : `   effects ${effects}`}`,
  bench: (name: string, runs: number, scene: number): string =>
    `${name.padEnd(34)}${String(Math.round(runs)).padStart(7)} runs a second   fault to new picture ${scene.toFixed(1)} ms`,
} as const
