/** What the command line says. */
export const cliWords = {
  usage: `Delivery Lab on the command line

  node dist/cli.js run      what happened, in short
  node dist/cli.js verdict  what became of each record
  node dist/cli.js trace    every event, a line each; with --svg the picture
  node dist/cli.js stories  the ready runs
  node dist/cli.js explore  every plan of at most so many faults: what can break, and the shortest plans
  node dist/cli.js cases    Kafka's own test facts against the engine; folders may follow
  node dist/cli.js conform  recordings of a real cluster against the engine; folders may follow
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
  --faults <n>              explore: faults at most, default 1
  --kinds <a,b>             explore: kinds of fault, default silent,break
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
  explored: (plans: number, faults: number, kinds: string): string =>
    `every plan of at most ${faults} faults of these kinds: ${kinds}. ${plans} plans, each run from the start.`,
  promise: (promise: string, condition: string, broken: number): string =>
    `${promise.padEnd(24)}${broken === 0 ? 'holds in all of them' : `broken by ${broken}`}   (as long as: ${condition})`,
  outcomes: 'how they end',
  noOutside: 'Nothing is said about other plans.',
  badKind: (kind: string): string => `There is no kind of fault called ${kind}.`,
  bench: (name: string, runs: number, scene: number): string =>
    `${name.padEnd(34)}${String(Math.round(runs)).padStart(7)} runs a second   fault to new picture ${scene.toFixed(1)} ms`,
} as const
